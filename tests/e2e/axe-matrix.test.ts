import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DemoBrowser, launchDemoBrowser } from '../../demo/browser';
import { partsOfProduct } from '../../demo/screens/every-screen';
import { languages, speak, themes, widths } from '../../demo/screens/screen';
import { type DemoServer, startDemoServer } from '../../demo/server';
import { answerContrasts, cutTexts, focusFaults } from '../builders/reading-checks';

const extensionPath = join(import.meta.dirname, '../../.output/chrome-mv3');
const axe = readFileSync(
  createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright')).resolve(
    'axe-core/axe.min.js',
  ),
  'utf8',
);
/** The rules that look at colours; every other one finds the same in both themes, and is asked in the light one. */
const ofColour = ['color-contrast', 'link-in-text-block'];
/** As narrow as WCAG asks for, and 1280 pixels zoomed to 200 %. */
const widthsToReadAt = [320, 640];

/** What axe finds on the page as it stands, in a line each. */
async function violations(page: Page, rules: readonly string[] | null): Promise<string[]> {
  const asked = { resultTypes: ['violations'], preload: false, ...(rules && { runOnly: rules }) };
  return (await page.evaluate(`axe
    .run(document, ${JSON.stringify(asked)})
    .then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html.slice(0, 160))))`)) as string[];
}

describe('every screen, in every language, theme and width', () => {
  let server: DemoServer;
  let browser: DemoBrowser;
  const seen = { screens: 0, checks: 0, violations: 0 };

  beforeAll(async () => {
    server = await startDemoServer();
    browser = await launchDemoBrowser({ extensionPath, ...server, language: 'id' });
  });
  afterAll(async () => {
    const dresses = `${languages.length} languages x ${themes.length} themes x ${widths.length} widths`;
    console.log(
      `axe: ${seen.screens} screens x ${dresses} = ${seen.checks} checks, ${seen.violations} violations`,
    );
    await browser?.close();
    await server?.close();
  });

  test.each(Object.entries(partsOfProduct))(
    '%s: axe finds nothing, no text is cut, answers stand out, and Tab shows where it is',
    { timeout: 900_000 },
    async (_part, screens) => {
      const found = {
        axe: [] as string[],
        cut: [] as string[],
        faint: [] as string[],
        focus: [] as string[],
      };
      for await (const { name, page } of screens(browser)) {
        seen.screens += 1;
        await page.emulateMedia({ reducedMotion: 'reduce' });
        await page.evaluate(axe);
        for (const line of await focusFaults(page)) found.focus.push(`${name} ${line}`);
        for (const language of languages) {
          await speak(page, language);
          for (const width of widths) {
            await page.setViewportSize({ width, height: 800 });
            for (const colorScheme of themes) {
              await page.emulateMedia({ colorScheme });
              seen.checks += 1;
              const lines = await violations(page, colorScheme === 'light' ? null : ofColour);
              for (const line of lines) found.axe.push(`${name} ${language} ${width} ${colorScheme} ${line}`);
              if (width !== widths[0]) continue;
              for (const { text, contrast } of await answerContrasts(page))
                if (contrast < 7) found.faint.push(`${name} ${colorScheme} ${contrast.toFixed(1)} ${text}`);
            }
          }
          for (const width of [...widthsToReadAt, ...widths]) {
            await page.setViewportSize({ width, height: 800 });
            for (const line of await cutTexts(page)) found.cut.push(`${name} ${language} ${width} ${line}`);
          }
        }
      }
      seen.violations += found.axe.length;
      expect(found).toEqual({ axe: [], cut: [], faint: [], focus: [] });
    },
  );
});
