import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findingsFrom } from '../../cli/study/report/findings';
import { reportPage } from '../../cli/study/report/report-page';
import { builtInRulebook as rulebook } from '../../core/rulebook/built-in';
import type { DrivenPage } from '../../demo/drive/driver';
import { axeFaults } from '../builders/axe-faults';
import { stageHere } from '../builders/stage-here';
import { answersOf, countsOf } from '../builders/study-answers';
import { tempFolder } from '../builders/temp-folder';
import { isWholeRun } from '../run/whole-run';

describe('the report of a study, opened from a disk', () => {
  const folder = tempFolder('study-report');
  const file = join(folder, 'report.html');
  const asked: string[] = [];
  let page: DrivenPage;

  beforeAll(async () => {
    const findings = findingsFrom(answersOf(30), countsOf(30), 1);
    writeFileSync(file, reportPage({ study: 'uji', findings, rulebook, seed: 1 }));
    const { browser } = await stageHere({ language: 'en' });
    page = await browser.newPage();
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(pathToFileURL(file).href);
  });
  afterAll(() => page?.close());

  const shown = (language: string) =>
    page.evaluate(
      `[...document.querySelectorAll('h2')].filter((head) => head.closest('div[lang=${language}]') && head.getClientRects().length > 0).length`,
    );

  test('shows the language that is chosen, and that alone', async () => {
    expect(await shown('id')).toBeGreaterThan(10);
    expect(await shown('en')).toBe(0);
    await page.click('label[for=in-en]');
    expect(await shown('id')).toBe(0);
    expect(await shown('en')).toBeGreaterThan(10);
  });

  test('is accessible in both languages, and in the dark', { timeout: 120_000 }, async () => {
    const found: string[] = [];
    for (const language of ['id', 'en']) {
      await page.click(`label[for=in-${language}]`);
      for (const colorScheme of isWholeRun ? (['dark', 'light'] as const) : (['light'] as const)) {
        await page.emulateMedia({ colorScheme });
        for (const fault of await axeFaults(page)) found.push(`${language} ${colorScheme} ${fault}`);
      }
    }
    expect(found).toEqual([]);
  });

  test('asked the network for nothing', () => {
    expect(asked.filter((address) => !/^(?:file|data):/.test(address))).toEqual([]);
  });
});
