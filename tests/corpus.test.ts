import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { pageFromHtml } from '../core/page/from-html';
import { addressPage } from '../core/page/page';
import { builtInRulebook } from '../core/rulebook/built-in';
import { judge } from '../core/verdict/judge';
import type { Verdict } from '../core/verdict/verdict';
import { casesIn, type JudgedCase, pageOfCase } from '../scripts/judged-cases';
import { notProved } from './run/not-proved';

const folder = join(import.meta.dirname, '../../shared/corpus');
const isThere = existsSync(join(folder, 'cases.ndjson'));
const cases = casesIn(folder);
if (!isThere) notProved('the shared corpus is absent (../shared/corpus), its cases were not judged.');

/** What "npm run corpus:add" took in; a test of that command names a folder of its own. */
const ownFolder = process.env.OWN_CORPUS ?? join(import.meta.dirname, 'corpus');

const judgeCase = (item: JudgedCase, from = folder): Verdict => {
  const { url, date = '2026-11-23' } = item;
  const html = pageOfCase(item, from);
  const page = html === null ? addressPage(url) : pageFromHtml(html, url, builtInRulebook.signals);
  return judge(page, builtInRulebook, date);
};

const expectHolds = (item: JudgedCase, verdict: Verdict) => {
  for (const field of ['kind', 'basket', 'processor'] as const) {
    const accepted = item.expect[field];
    if (accepted) expect(accepted, `${field} of ${item.url}`).toContain(verdict[field]);
  }
  if (item.expect.lookalike) expect(item.expect.lookalike).toContain(verdict.lookalike !== null);
  else expect(verdict.lookalike, item.url).toBeNull();
};

describe('the cases that people sent in', () => {
  test('have a page each where they name one, and no two the same id', () => {
    const own = casesIn(ownFolder);
    expect(new Set(own.map(({ id }) => id)).size).toBe(own.length);
    for (const { html } of own) if (html) expect(existsSync(join(ownFolder, html)), html).toBe(true);
  });

  test.each(casesIn(ownFolder).map((item) => [item.id, item] as const))('hold for %s', (_id, item) => {
    expectHolds(item, judgeCase(item, ownFolder));
  });
});

describe.skipIf(!isThere)('the corpus of judged cases', () => {
  const isLookalikeCase = (item: JudgedCase) => item.expect.lookalike?.includes(true) ?? false;

  test.each(cases.filter((item) => !isLookalikeCase(item)).map((item) => [item.id, item] as const))(
    'holds for %s',
    (_id, item) => {
      expectHolds(item, judgeCase(item));
    },
  );

  test('gives no false "yes"', () => {
    const falseYes = cases.filter(
      (item) => item.expect.basket && !item.expect.basket.includes('yes') && judgeCase(item).basket === 'yes',
    );
    expect(falseYes).toEqual([]);
  });

  test('names at least 99 % of the real look-alike domains', () => {
    const lookalikes = cases.filter(isLookalikeCase);
    const missed = lookalikes.filter((item) => judgeCase(item).lookalike === null).map(({ url }) => url);
    console.log(`look-alike domains named: ${lookalikes.length - missed.length} of ${lookalikes.length}`);
    expect(missed.length / lookalikes.length, missed.join(' ')).toBeLessThanOrEqual(0.01);
  });
});
