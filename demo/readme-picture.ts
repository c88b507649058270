import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { launchDemoBrowser } from './browser';
import { startDemoServer } from './server';
import { demoStates, openPopupPage, openState, takeWholePicture } from './states';

// The README's picture: the first screen of two popups, side by side.
const picture = join(import.meta.dirname, '../docs/popup.png');
const extensionPath = join(import.meta.dirname, '../.output/chrome-mv3');
const [state] = demoStates;
if (state === undefined) throw new Error('the demo has no state');
const server = await startDemoServer();
const popups: string[] = [];
for (const [language, colorScheme] of [
  ['en', 'light'],
  ['id', 'dark'],
] as const) {
  const browser = await launchDemoBrowser({ extensionPath, ...server, language, colorScheme });
  const { popup } = await openState(browser, state);
  await takeWholePicture(await openPopupPage(browser, popup, { colorScheme }), picture);
  popups.push(readFileSync(picture).toString('base64'));
  if (popups.length === 2) await drawBeside(browser);
  await browser.close();
}
await server.close();

async function drawBeside({ context }: Awaited<ReturnType<typeof launchDemoBrowser>>): Promise<void> {
  const page = await context.newPage();
  await page.setViewportSize({ width: 792, height: 600 });
  const screens = popups.map(
    (data) => `<div style="background:url(data:image/png;base64,${data}) top/100% no-repeat"></div>`,
  );
  await page.setContent(
    `<style>body{margin:0;display:flex;gap:32px;padding:0 20px}div{width:360px;height:600px;border-radius:14px}</style>${screens.join('')}`,
  );
  await page.screenshot({ path: picture, omitBackground: true });
}
