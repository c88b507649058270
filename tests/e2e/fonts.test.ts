import { expect, test } from 'vitest';
import { startDemoServer } from '../../demo/server';
import { demoStates, openState } from '../../demo/states';
import { launchHere } from '../builders/browser-here';
import { fontSets, withFonts } from '../builders/font-sets';
import { isWholeRun, ofMatrix } from '../run/whole-run';

const telling = ['tokopedia-video', 'search', 'look-alike'];
const statesToMeasure = demoStates.filter(({ name }) => isWholeRun || telling.includes(name));

/** The height of the popup in its states, in CSS pixels, and the width of a line of each font. */
async function measured(): Promise<Record<string, unknown>> {
  const server = await startDemoServer();
  const browser = await launchHere({ ...server, language: 'en' });
  try {
    const found: Record<string, unknown> = {};
    for (const state of statesToMeasure) {
      const { page, popup } = await openState(browser, state);
      found[state.name] = await popup.evaluate(
        `document.querySelector('main').getBoundingClientRect().height`,
      );
      await popup.close();
      await page.close();
    }
    const page = await browser.newPage();
    await page.goto(browser.address('logbook.html'));
    await page.waitForSelector('main.logbook');
    found.lines =
      await page.evaluate(`Promise.all([...document.fonts].map((font) => font.load())).then(() => {
      const context = document.createElement('canvas').getContext('2d');
      context.textRendering = 'geometricPrecision';
      return ['--font', '--font-fixed'].map((family) => {
        context.font = '650 100px ' + getComputedStyle(document.documentElement).getPropertyValue(family);
        return context.measureText('Pesanan diproses PT Tokopedia → ≥ 75 % ✓').width;
      });
    })`);
    return found;
  } finally {
    await browser.close();
    await server.close();
  }
}

test.skipIf(process.platform !== 'linux')(
  'every popup is as high, and every line as long, whatever fonts are installed',
  { timeout: 300_000 },
  async () => {
    const [machine, ...others] = fontSets;
    const expected = await withFonts(machine, measured);
    for (const set of ofMatrix(others, others.slice(0, 1)))
      expect(await withFonts(set, measured), set).toEqual(expected);
  },
);
