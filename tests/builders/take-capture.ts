import type { DrivenBrowser, DrivenPage } from '../../demo/drive/driver';

/** The frozen picture stands in no document: the pages of the extension remember their canvases for the test. */
const rememberCanvases = `if (location.protocol.endsWith('-extension:') && !globalThis.madeCanvases) {
  const made = (globalThis.madeCanvases = []);
  const remember = (element) => element instanceof HTMLCanvasElement && !made.includes(element) && made.push(element);
  const create = Document.prototype.createElement;
  Document.prototype.createElement = function (...asked) {
    const element = create.apply(this, asked);
    remember(element);
    return element;
  };
  const draw = OffscreenCanvasRenderingContext2D.prototype.drawImage;
  OffscreenCanvasRenderingContext2D.prototype.drawImage = function (...asked) {
    remember(asked[0]);
    return draw.apply(this, asked);
  };
}`;

/** On a busy machine that runs after the page has made its canvases: what it shows is drawn from them once more. */
const drawnAgain = `(async () => {
  const stage = document.querySelector('.stage');
  // Who looks at no canvas asked for none to be remembered.
  if (globalThis.madeCanvases === undefined || madeCanvases.length > 0 || stage === null) return;
  stage.style.display = 'none';
  await new Promise((hidden) => setTimeout(hidden, 200));
  stage.style.display = '';
  for (let looks = 0; madeCanvases.length === 0 && looks < 100; looks += 1) await new Promise((drawn) => setTimeout(drawn, 50));
})()`;

/** Browsers that have it: each addition is one more script in every page, and a page that comes late runs them late. */
const remembering = new WeakSet<DrivenBrowser>();

/** Presses the popup's two buttons on a page and gives the capture's page that opens behind it. */
export async function startCapture(
  browser: DrivenBrowser,
  page: DrivenPage,
  extent: 'visible' | 'full',
): Promise<DrivenPage> {
  if (!remembering.has(browser)) await browser.addInitScript(rememberCanvases);
  remembering.add(browser);
  const popup = await browser.openPopup(page);
  await popup.waitFor(`document.querySelector('.to-capture') !== null`, 10_000);
  const opened = browser.nextPage();
  await popup.evaluate(`document.querySelector('.to-capture').click()`);
  await popup.waitFor(`document.querySelector('.capture-choice .${extent}') !== null`, 5000);
  await popup.evaluate(`document.querySelector('.capture-choice .${extent}').click()`);
  return opened;
}

/** Waits for the end of a capture: the reason of its refusal, or null when there is a picture. */
export async function endOf(capture: DrivenPage): Promise<string | null> {
  await capture.waitForSelector('.stage .tile, .refused', { timeout: 240_000 });
  await capture.evaluate(drawnAgain);
  const refusal = capture.locator('.refused h2');
  return (await refusal.count()) === 0 ? null : refusal.textContent();
}

/** The canvas of the frozen picture: the largest that the page made. */
const largest = 'madeCanvases.toSorted((a, b) => b.width * b.height - a.width * a.height)[0]';

/** Width of the frozen picture; 0 once it was emptied. */
export const frozenWidth = (capture: DrivenPage): Promise<unknown> => capture.evaluate(`(${largest}).width`);

/** The picture under review: its size, and of every row the colour of one column. */
export async function readPicture(
  capture: DrivenPage,
  column = 4,
): Promise<{ width: number; height: number; rows: number[][] }> {
  return (await capture.evaluate(`(() => {
    const canvas = ${largest};
    const { data } = canvas.getContext('2d').getImageData(${column}, 0, 1, canvas.height);
    const rows = [];
    for (let n = 0; n < data.length; n += 4) rows.push([data[n], data[n + 1], data[n + 2]]);
    return { width: canvas.width, height: canvas.height, rows };
  })()`)) as never;
}
