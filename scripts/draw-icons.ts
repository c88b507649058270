import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { findChromium } from '../demo/machine/find-browser';
import { drawIcon, iconMarks } from './icon-drawings';

// Draws the toolbar's icons as PNG (browsers take no SVG there) with the browser the tests use anyway.
const folder = join(import.meta.dirname, '../public/icon');
mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({
  executablePath: await findChromium(),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
const page = await browser.newPage();
const draw = async (name: string, svg: string, size: number) => {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<style>*{margin:0}svg{display:block;width:${size}px}</style>${svg}`);
  await page.screenshot({ path: join(folder, `${name}-${size}.png`), omitBackground: true });
};
for (const size of [48, 128]) await draw('plain', drawIcon('plain', size), size);
for (const size of [16, 24, 32])
  for (const mark of iconMarks) {
    await draw(mark, drawIcon(mark, size), size);
    await draw(`${mark}-recording`, drawIcon(mark, size, true), size);
  }
await browser.close();
console.log(`icons drawn in public/icon: ${iconMarks.join(', ')}`);
