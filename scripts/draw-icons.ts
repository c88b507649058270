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
for (const mark of iconMarks) {
  for (const size of mark === 'plain' ? [16, 32, 48, 128] : [16, 32]) {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    await page.setContent(
      `<style>*{margin:0}svg{display:block;width:${size}px}</style>${drawIcon(mark, size)}`,
    );
    await page.screenshot({ path: join(folder, `${mark}-${size}.png`), omitBackground: true });
    await page.close();
  }
}
await browser.close();
console.log(`icons drawn in public/icon: ${iconMarks.join(', ')}`);
