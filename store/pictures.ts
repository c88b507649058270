import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { findChromium } from '../demo/machine/find-browser';
import { startDemoServer } from '../demo/server';
import captions from './captions.json';
import { type Caption, type Layout, marquee, ownPage, popupOverPage, smallTile, twoPopups } from './layouts';
import { listingIn } from './listing';
import { takeShots } from './take-shots';

// Draws the stores' screenshots (1280 by 800) and promotional pictures from the real product on the demo shop.
const folder = join(import.meta.dirname, '../release/store');
const shots = mkdtempSync(join(tmpdir(), 'store-shots-'));
const server = await startDemoServer();
try {
  for (const language of ['id', 'en'] as const) {
    await takeShots(shots, language, server);
    await draw(layoutsIn(language), join(folder, language));
  }
  console.log('pictures for the stores in release/store/id and release/store/en');
} finally {
  await server.close();
  rmSync(shots, { recursive: true, force: true });
}

function layoutsIn(language: 'id' | 'en'): Record<string, Layout> {
  const { name } = listingIn(language);
  const caption = (key: keyof (typeof captions)['id']) => captions[language][key] as unknown as Caption;
  const shot = (file: string): string =>
    `data:image/png;base64,${readFileSync(join(shots, `${file}.png`)).toString('base64')}`;
  return {
    'screenshot-1-answer': popupOverPage(name, caption('answer'), shot('page'), shot('popup')),
    'screenshot-2-sources': twoPopups(name, caption('sources'), shot('who'), shot('rule')),
    'screenshot-3-warning': popupOverPage(name, caption('warning'), shot('fake-page'), shot('fake-popup')),
    'screenshot-4-history': ownPage(name, caption('history'), shot('history')),
    'screenshot-5-evidence': ownPage(name, caption('evidence'), shot('evidence')),
    'promo-small-440x280': smallTile(name, caption('promo')),
    'promo-marquee-1400x560': marquee(name, caption('promo'), shot('popup')),
  };
}

async function draw(layouts: Record<string, Layout>, into: string): Promise<void> {
  mkdirSync(into, { recursive: true });
  const browser = await chromium.launch({
    executablePath: await findChromium(),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    env: process.env as Record<string, string>,
  });
  for (const [name, { width, height, html }] of Object.entries(layouts)) {
    const page = await browser.newPage({ viewport: { width, height } });
    await page.setContent(html);
    await page.screenshot({ path: join(into, `${name}.png`) });
    await page.close();
  }
  await browser.close();
}
