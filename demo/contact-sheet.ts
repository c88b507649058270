import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { type DemoBrowser, launchDemoBrowser } from './browser';
import { partsOfProduct } from './screens/every-screen';
import { languages, speak, themes, widths } from './screens/screen';
import { startDemoServer } from './server';

/** A screen as it stands in the sheet: seen from its top, as high as a row has room for. */
interface Picture {
  readonly width: number;
  readonly caption: string;
  readonly data: string;
}

const folder = join(import.meta.dirname, '../artifacts/contact-sheets');
/** Pixels on the sheet per pixel of the screen, and the height of the screen that a row shows. */
const scale = 0.5;
const mostHeight = 1100;

// Every screen and state x language x theme x width, a row per screen and a PNG per part: to be looked at as a whole.
const wanted = process.argv.slice(2);
const server = await startDemoServer();
const browser = await launchDemoBrowser({
  extensionPath: join(import.meta.dirname, '../.output/chrome-mv3'),
  ...server,
  language: 'id',
});
mkdirSync(folder, { recursive: true });
let count = 0;
for (const [part, screens] of Object.entries(partsOfProduct)) {
  if (wanted.length > 0 && !wanted.includes(part)) continue;
  const rows: { name: string; pictures: Picture[] }[] = [];
  for await (const { name, page } of screens(browser)) {
    const pictures = await picturesOf(page as Page);
    rows.push({ name, pictures });
    count += pictures.length;
  }
  await saveSheet(browser, part, rows);
}
await browser.close();
await server.close();
console.log(`${count} pictures on the sheets in artifacts/contact-sheets`);

async function picturesOf(page: Page): Promise<Picture[]> {
  const pictures: Picture[] = [];
  for (const language of languages) {
    await speak(page, language);
    for (const width of widths) {
      await page.setViewportSize({ width, height: 800 });
      const whole = Number(await page.evaluate('document.documentElement.scrollHeight'));
      const height = Math.min(Math.max(whole, 300), mostHeight);
      for (const colorScheme of themes) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height });
        const data = await page.screenshot({ type: 'jpeg', quality: 85 });
        const cut = whole > mostHeight ? `, ${Math.round((100 * mostHeight) / whole)} % of its height` : '';
        pictures.push({
          width,
          caption: `${language} ${colorScheme} ${width}${cut}`,
          data: data.toString('base64'),
        });
      }
    }
  }
  return pictures;
}

async function saveSheet(
  { context }: DemoBrowser,
  part: string,
  rows: readonly { name: string; pictures: readonly Picture[] }[],
): Promise<void> {
  const page = await context.newPage();
  const row = ({ name, pictures }: (typeof rows)[number]) =>
    `<h2>${name}</h2><div>${pictures.map(({ width, caption, data }) => `<figure style="width:${width * scale}px"><img src="data:image/jpeg;base64,${data}" style="width:100%"><figcaption>${caption}</figcaption></figure>`).join('')}</div>`;
  await page.setContent(
    `<style>body{margin:24px;width:max-content;font:13px sans-serif;background:#8a8a8a;color:#fff}h2{margin:24px 0 8px;font-size:18px}div{display:flex;gap:10px;align-items:start}figure{margin:0}img{display:block}</style>${rows.map(row).join('')}`,
  );
  await page.locator('body').screenshot({ path: join(folder, `${part}.png`) });
  await page.close();
}
