import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import type { BrowserName, DrivenBrowser, DrivenPage } from '../../demo/drive/driver';
import { partsOfProduct } from '../../demo/screens/every-screen';
import { popupScreens } from '../../demo/screens/popup-screens';
import { languages, speak, themes, widths } from '../../demo/screens/screen';
import { demoStates } from '../../demo/states';
import { axeFaults } from '../builders/axe-faults';
import { answerContrasts, cutTexts, focusFaults } from '../builders/reading-checks';
import { stageHere } from '../builders/stage-here';
import { isWholeRun, ofMatrix } from '../run/whole-run';

/** The rules that look at colours; every other one finds the same in both themes, and is asked in the light one. */
const ofColour = ['color-contrast', 'link-in-text-block'];
/** As narrow as WCAG asks for, and 1280 pixels zoomed to 200 %. */
const widthsToReadAt = ofMatrix([320, 640], [320]);
/**
 * The engines lay out alike; where one differs it is where there is least room, so the second looks there, as does each
 * change: there a screen has one language, in turn, and its structure is looked at in it.
 */
const widthsIn: Record<BrowserName, readonly number[]> = {
  Chromium: ofMatrix(widths, [360]),
  Firefox: [360],
};
/** Colours are the same values in both, and the tokens' own test holds each of them: one theme tells. */
const themesIn: Record<BrowserName, readonly (typeof themes)[number][]> = {
  Chromium: ofMatrix(themes, ['light']),
  Firefox: ['light'],
};

/** What is cut once the page has laid itself out anew: a drawing follows the width some frames later. */
async function settledCuts(page: DrivenPage): Promise<string[]> {
  for (let looks = 0; ; looks += 1) {
    const cut = await cutTexts(page);
    if (cut.length === 0 || looks === 10) return cut;
    await page.waitForTimeout(100);
  }
}

/** At each change some states of the popup, and of each other part its first screen, stand for those that share its parts. */
const parts: typeof partsOfProduct = isWholeRun
  ? partsOfProduct
  : {
      ...partsOfProduct,
      popup: (browser) =>
        popupScreens(
          browser,
          demoStates.filter((_, place) => place % 9 === 0),
        ),
    };

describe('every screen, in every language, theme and width', () => {
  let browser: DrivenBrowser;
  const seen = { screens: 0, checks: 0, violations: 0, milliseconds: 0 };

  // Before each: a part that is looked at a second time begins as it began the first.
  beforeEach(async () => {
    ({ browser } = await stageHere({ language: 'id' }));
  });
  afterAll(() => {
    const dresses = `${ofMatrix(languages, ['one']).length} languages x ${themesIn[browser.name].length} themes x ${widthsIn[browser.name].length} widths`;
    const each = Math.round(seen.milliseconds / seen.checks);
    console.log(
      `axe in ${browser.name}: ${seen.screens} screens x ${dresses} = ${seen.checks} checks, ${seen.violations} violations (${each} ms a check)`,
    );
  });

  test.each(Object.entries(parts))(
    '%s: axe finds nothing, no text is cut, answers stand out, and Tab shows where it is',
    { timeout: 900_000 },
    async (part, screens) => {
      const widthsHere = widthsIn[browser.name];
      const found = {
        axe: [] as string[],
        cut: [] as string[],
        faint: [] as string[],
        focus: [] as string[],
      };
      for await (const { name, page } of screens(browser)) {
        seen.screens += 1;
        await page.emulateMedia({ reducedMotion: 'reduce' });
        for (const line of await focusFaults(page)) found.focus.push(`${name} ${line}`);
        const spoken = ofMatrix(languages, [languages[seen.screens % 2] as (typeof languages)[number]]);
        for (const language of spoken) {
          await speak(page, language);
          for (const width of widthsHere) {
            await page.setViewportSize({ width, height: 800 });
            for (const colorScheme of themesIn[browser.name]) {
              await page.emulateMedia({ colorScheme });
              seen.checks += 1;
              const began = Date.now();
              const lines = await axeFaults(page, 'html', colorScheme === 'light' ? undefined : ofColour);
              seen.milliseconds += Date.now() - began;
              for (const line of lines) found.axe.push(`${name} ${language} ${width} ${colorScheme} ${line}`);
              if (width !== widthsHere[0]) continue;
              for (const { text, contrast } of await answerContrasts(page))
                if (contrast < 7) found.faint.push(`${name} ${colorScheme} ${contrast.toFixed(1)} ${text}`);
            }
          }
          for (const width of [...widthsToReadAt, ...widthsHere]) {
            await page.setViewportSize({ width, height: 800 });
            for (const line of await settledCuts(page))
              found.cut.push(`${name} ${language} ${width} ${line}`);
          }
        }
        // Each further screen of a part is walked to first.
        if (!isWholeRun && part !== 'popup') break;
      }
      seen.violations += found.axe.length;
      expect(found).toEqual({ axe: [], cut: [], faint: [], focus: [] });
    },
  );
});
