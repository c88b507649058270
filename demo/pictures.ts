import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beginRecording } from './begin-recording';
import { type DemoBrowser, launchDemoBrowser } from './browser';
import { walksCode } from './fill/walks-code';
import { drawGallery } from './gallery-pictures';
import type { ColorScheme } from './popup';
import { startDemoServer } from './server';
import { pageNamed } from './shop/demo-pages';
import { demoStates, openPopupPage, openState, takeWholePicture } from './states';

// Saves a picture of every popup state in both languages and both colour schemes, and the README's.
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
      const screen = await openPopupPage(browser, popup, { colorScheme });
      const name = join(folder, `${state.name}-${language}-${colorScheme}`);
      await takeWholePicture(screen, `${name}.png`);
      await screen.evaluate(`for (const fold of document.querySelectorAll('details')) fold.open = true`);
      await takeWholePicture(screen, `${name}-open.png`);
      await screen.close();
      await page.close();
      count += 2;
    }
    count += await drawHistory(browser, language, colorScheme);
    count += await drawLogbook(browser, language, colorScheme);
    count += await drawMonitor(browser, language, colorScheme);
    count += await drawGallery(browser, { folder, language, colorScheme });
    count += await drawCapture(browser, language, colorScheme);
    await browser.close();
  }
}
await drawReadmePicture();
await server.close();
console.log(`${count} pictures in artifacts/pictures`);

/** The history page on a day of the move and today, wide and as narrow as a phone, whole and zoomed in. */
async function drawHistory(
  browser: DemoBrowser,
  language: string,
  colorScheme: ColorScheme,
): Promise<number> {
  const page = await browser.context.newPage();
  await page.emulateMedia({ colorScheme });
  let drawn = 0;
  for (const [name, width, query] of [
    ['wide', 1100, ''],
    ['move', 1100, '?date=2024-02-21'],
    ['narrow', 360, ''],
  ] as const) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(`chrome-extension://${browser.extensionId}/history.html${query}`);
    await page.waitForSelector('.timeline svg');
    if (name === 'move') await page.click('.tool-migration');
    await takeWholePicture(page, join(folder, `history-${name}-${language}-${colorScheme}.png`));
    drawn += 1;
  }
  await page.close();
  return drawn;
}

/** The logbook: the consent before anything is kept, then a recorded purchase, opened, wide and narrow. */
async function drawLogbook(
  browser: DemoBrowser,
  language: string,
  colorScheme: ColorScheme,
): Promise<number> {
  const page = await browser.context.newPage();
  await page.emulateMedia({ colorScheme });
  await page.setViewportSize({ width: 1000, height: 800 });
  await page.goto(`chrome-extension://${browser.extensionId}/logbook.html`);
  await page.waitForSelector('.consent');
  const name = (part: string) => join(folder, `logbook-${part}-${language}-${colorScheme}.png`);
  await takeWholePicture(page, name('consent'));
  await beginRecording(page);
  const shop = await browser.context.newPage();
  for (const step of ['video-basket', 'shop-id-product', 'live'])
    await shop.goto(pageNamed(step).address).then(() => shop.waitForTimeout(600));
  await shop.close();
  await page.reload();
  await page.click('.flow-row');
  await page.waitForSelector('.flow-stop');
  await takeWholePicture(page, name('flow'));
  await page.setViewportSize({ width: 360, height: 800 });
  await takeWholePicture(page, name('narrow'));
  await page.click('.recording .stop');
  await page.waitForSelector('.consent');
  await page.close();
  return 3;
}

/** The migration monitor: before anything is recorded, then on ten weeks of made-up walks, wide and narrow. */
async function drawMonitor(
  browser: DemoBrowser,
  language: string,
  colorScheme: ColorScheme,
): Promise<number> {
  const page = await browser.context.newPage();
  await page.emulateMedia({ colorScheme });
  await page.setViewportSize({ width: 1000, height: 800 });
  const name = (part: string) => join(folder, `monitor-${part}-${language}-${colorScheme}.png`);
  await page.goto(`chrome-extension://${browser.extensionId}/logbook.html`);
  await page.waitForSelector('.consent');
  await page.click('.export .quiet');
  await page.click('.sure .danger');
  await page.waitForSelector('.flows', { state: 'detached' });
  await page.goto(`chrome-extension://${browser.extensionId}/monitor.html`);
  await page.waitForSelector('.empty');
  await takeWholePicture(page, name('empty'));
  await page.evaluate(await walksCode());
  await page.evaluate(`recordWalks.fillWalks('2026-09-07', 70, 6)`);
  await page.reload();
  await page.waitForSelector('.chart svg');
  await takeWholePicture(page, name('wide'));
  await page.evaluate(`for (const fold of document.querySelectorAll('details')) fold.open = true`);
  await page.setViewportSize({ width: 360, height: 800 });
  await takeWholePicture(page, name('narrow'));
  await page.close();
  return 3;
}

/** The capture: the popup's choice and progress, then the capture's page while it shoots, refused, and at its end. */
async function drawCapture(
  browser: DemoBrowser,
  language: string,
  colorScheme: ColorScheme,
): Promise<number> {
  const name = (part: string) => join(folder, `capture-${part}-${language}-${colorScheme}.png`);
  const page = await browser.context.newPage();
  await page.goto(pageNamed('shop-id-product').address);
  // High enough for a capture that is still under way when it is looked at.
  await page.evaluate(`document.body.style.minHeight = '9000px'`);
  const popup = await browser.openPopup(page);
  await popup.waitFor(`document.querySelector('.to-capture') !== null`, 10_000);
  await popup.evaluate(`document.querySelector('.to-capture').click()`);
  await popup.waitFor(`document.querySelector('.capture-choice') !== null`, 5000);
  await popup.screenshot(name('choice'));
  const opened = browser.context.waitForEvent('page');
  await popup.evaluate(`document.querySelector('.capture-choice .full').click()`);
  const capture = await opened;
  await capture.emulateMedia({ colorScheme });
  await popup.waitFor(`document.querySelector('.capturing progress')?.value >= 2`, 30_000);
  await popup.screenshot(name('running'));
  await takeWholePicture(capture, name('shooting'));
  await capture.bringToFront();
  await capture.waitForSelector('.refused');
  await takeWholePicture(capture, name('refused'));
  await capture.setViewportSize({ width: 360, height: 800 });
  await takeWholePicture(capture, name('refused-narrow'));
  await capture.setViewportSize({ width: 1280, height: 800 });
  await capture.click('.again-visible');
  await capture.waitForSelector('.stage .tile');
  await takeWholePicture(capture, name('review'));
  await capture.close();
  await page.close();
  return 6;
}

/** The README's picture: the first screen of two popups, side by side. */
async function drawReadmePicture(): Promise<void> {
  const browser = await launchDemoBrowser({ extensionPath: join(root, '.output/chrome-mv3'), ...server });
  const page = await browser.context.newPage();
  await page.setViewportSize({ width: 792, height: 600 });
  const screens = ['tokopedia-video-en-light', 'tokopedia-video-id-dark'].map((name) => {
    const data = readFileSync(join(folder, `${name}.png`)).toString('base64');
    return `<div style="background:url(data:image/png;base64,${data}) top/100% no-repeat"></div>`;
  });
  await page.setContent(
    `<style>body{margin:0;display:flex;gap:32px;padding:0 20px}div{width:360px;height:600px;border-radius:14px}</style>${screens.join('')}`,
  );
  await page.screenshot({ path: join(root, 'docs/popup.png'), omitBackground: true });
  await browser.close();
}
