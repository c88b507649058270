import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { launchDemoBrowser } from './browser';
import { startDemoServer } from './server';
import { demoStates, openState, takeWholePicture } from './states';

// Saves a picture of every popup state in both languages and both colour schemes.
const root = join(import.meta.dirname, '..');
const folder = join(root, 'artifacts/pictures');
mkdirSync(folder, { recursive: true });
const server = await startDemoServer();
let count = 0;
for (const language of ['id', 'en'] as const) {
  for (const colorScheme of ['light', 'dark'] as const) {
    const extensionPath = join(root, '.output/chrome-mv3');
    const browser = await launchDemoBrowser({ extensionPath, ...server, language, colorScheme });
    for (const state of demoStates) {
      const { page, popup } = await openState(browser, state);
      const path = join(folder, `${state.name}-${language}-${colorScheme}.png`);
      await takeWholePicture(browser, popup, { path, colorScheme });
      await page.close();
      count += 1;
    }
    await browser.close();
  }
}
await server.close();
console.log(`${count} pictures in artifacts/pictures`);
