import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { beginRecording } from '../../demo/begin-recording';
import type { DrivenBrowser, DrivenPage } from '../../demo/drive/driver';
import { capturesCode } from '../../demo/fill/captures-code';
import { walksCode } from '../../demo/fill/walks-code';
import { type DemoServer, startDemoServer } from '../../demo/server';
import { pageNamed } from '../../demo/shop/demo-pages';
import { demoStates, openPopupPage, openState } from '../../demo/states';
import { builtHere, launchHere } from '../builders/browser-here';
import { withoutKeys } from '../builders/manifest-variant';
import { stageHere } from '../builders/stage-here';
import { toldOn } from '../builders/told-in-toolbar';
import { touchOf } from '../builders/touch-faults';
import { ofMatrix } from '../run/whole-run';

describe('where a browser has no keys for extensions, as Firefox for Android', () => {
  const extensionPath = withoutKeys(builtHere);
  let server: DemoServer;
  let browser: DrivenBrowser;

  beforeAll(async () => {
    server = await startDemoServer();
    browser = await launchHere({ ...server, extensionPath, language: 'en' });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    rmSync(extensionPath, { recursive: true, force: true });
  });

  test('all the rest works: the toolbar answers, and the popup', async () => {
    const page = await browser.newPage();
    await page.goto(pageNamed('video-basket').address);
    await expect.poll(() => toldOn(browser, page), { timeout: 5000 }).toBe('tokopedia');
    const popup = await browser.openPopup(page);
    await popup.waitFor(`document.querySelector('main.state-tokopedia') !== null`, 10_000);
    await popup.close();
    await page.close();
  });
});

// Firefox for Android shows the popup as a full page; there is no pointer that could hover.
const sizes = [
  [360, 640],
  [412, 915],
] as const;
describe.each(ofMatrix(sizes, sizes.slice(0, 1)))(
  'on a phone of %i by %i',
  { timeout: 120_000 },
  (width, height) => {
    let browser: DrivenBrowser;
    const seen = { targets: 0, roomy: 0 };

    beforeAll(async () => {
      ({ browser } = await stageHere({ language: 'id' }));
    });
    afterAll(() => {
      console.log(`${width} px: ${seen.roomy} of ${seen.targets} targets are 44 px high and wide, or more`);
    });

    /** In both languages in the whole run, with all that folds opened. */
    const expectFit = async (page: DrivenPage, except?: string) => {
      for (const language of ofMatrix(['id', 'en'], ['id'])) {
        await page.click(`.languages [lang=${language}]`);
        await page.waitForSelector(`html[lang=${language}]`);
        await page.evaluate(`for (const fold of document.querySelectorAll('details')) fold.open = true`);
        const { faults, targets, roomy } = await touchOf(page, except);
        expect(faults, language).toEqual([]);
        seen.targets += targets;
        seen.roomy += roomy;
      }
    };
    const open = async (path: string): Promise<DrivenPage> => {
      const page = await browser.newPage();
      await page.setViewportSize({ width, height });
      await page.goto(browser.address(path));
      await page.waitForSelector('main');
      return page;
    };

    test.each(
      ofMatrix(
        ['tokopedia-video', 'live-basket', 'look-alike', 'stale', 'search', 'outside'],
        ['tokopedia-video', 'search'],
      ),
    )('the popup as a page can be read and pressed: %s', async (name) => {
      const state = demoStates.find((one) => one.name === name);
      if (!state) throw new Error('no such state');
      const { page, popup } = await openState(browser, state);
      const screen = await openPopupPage(browser, popup, { colorScheme: 'light', width });
      await screen.setViewportSize({ width, height });
      await expectFit(screen);
      await screen.close();
      await page.close();
    });

    test('how it came to this, where each point of the drawing is a row of a list too', async () => {
      const page = await open('history.html?date=2024-02-21');
      const points = await page.locator('.timeline .point').count();
      expect(await page.locator('.event-row, .figure-row').count()).toBeGreaterThanOrEqual(points);
      await expectFit(page, '.timeline .point');
      await page.close();
    });

    test.each(['verifier.html', 'compare.html', 'capture.html?refused=private'])(
      '%s can be read and pressed',
      async (path) => {
        const page = await open(path);
        await expectFit(page);
        await page.close();
      },
    );

    test('the logbook and the monitor, with flows in them', async () => {
      const page = await open('logbook.html');
      await expectFit(page);
      // The study of the walks that are filled in.
      await page.fill('[name=study]', 'bench');
      await beginRecording(page);
      await page.evaluate(await walksCode());
      await page.evaluate(`recordWalks.fillWalks('2026-09-07', 20, 2)`);
      await page.reload();
      await page.waitForSelector('.flow-row');
      await page.click('.flow-row');
      await page.waitForSelector('.flow-stop');
      await expectFit(page);
      await page.goto(browser.address('monitor.html'));
      await page.waitForSelector('.chart svg');
      await expectFit(page);
      await page.close();
    });

    test('the gallery, a capture in it, and the notes on it', async () => {
      const page = await open('gallery.html');
      await expectFit(page);
      await page.evaluate(await capturesCode());
      await page.evaluate(`madeCaptures.keep({})`);
      await page.reload();
      await page.waitForSelector('.capture');
      await expectFit(page);
      await page.click('.capture a');
      await page.waitForSelector('.detail .result');
      await expectFit(page);
      await page.click('.edit-notes');
      await page.click('.add');
      await expectFit(page);
      await page.close();
    });
  },
);
