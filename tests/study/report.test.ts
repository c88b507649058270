import { describe, expect, test } from 'vitest';
import { findingsFrom } from '../../cli/study/report/findings';
import { reportPage } from '../../cli/study/report/report-page';
import { sectionsOf } from '../../cli/study/report/sections';
import { tablesOf, tableToCsv } from '../../cli/study/report/tables';
import en from '../../cli/study/report/texts/en.json';
import id from '../../cli/study/report/texts/id.json';
import { reportWords } from '../../cli/study/report/words';
import { queryNames } from '../../cli/study/sql/run-sql';
import type { Shape } from '../../core/monitor/drawing';
import { figureMarks } from '../../core/monitor/figure-marks';
import { builtInRulebook as rulebook } from '../../core/rulebook/built-in';
import { answersOf, countsOf } from '../builders/study-answers';

const found = (persons: number, weeks = 8) => findingsFrom(answersOf(persons, weeks), countsOf(persons), 1);
const page = (persons: number, weeks = 8) =>
  reportPage({ study: 'uji', findings: found(persons, weeks), rulebook, seed: 1 });
const told = (markup: string) => markup.replace(/<style>[\s\S]*?<\/style>/, '');

describe('the report', () => {
  const whole = page(30);

  test('is one file that runs no script and asks the network for nothing', () => {
    expect(whole).not.toMatch(
      /<script|javascript:|\son\w+=|<link(?! rel="icon" href="data:)|<iframe|<img|@import/i,
    );
    // Addresses stand in the links to its own tables and queries only, and in the data of its fonts.
    const asked = [...whole.matchAll(/(?:src|href)="([^"]*)"|url\("?([^")]*)"?\)/g)].map(
      ([, a, b]) => a ?? b,
    );
    for (const address of asked) expect(address).toMatch(/^data:|^(?:tables|sql)\/[\w-]+\.(?:csv|sql)$/);
    expect(told(whole)).not.toMatch(/https?:/);
  });

  test('is smaller than a megabyte, also with two thousand people over half a year', () => {
    expect(whole.length).toBeLessThan(1_000_000);
    expect(page(2000, 26).length).toBeLessThan(1_000_000);
  });

  test('says all of it in both languages', () => {
    expect(Object.keys(en)).toEqual(Object.keys(id));
    for (const [key, text] of Object.entries(id))
      if (!key.startsWith('answer.')) expect(text, key).not.toBe('');
    const count = (language: string) => whole.split(`<div lang="${language}">`).length;
    expect(count('id')).toBe(count('en'));
    expect(whole).toContain('siapa yang menangani pesanan');
    expect(whole).toContain('who handles orders');
  });

  test('names nobody', () => {
    expect(whole).not.toContain('kode-');
    for (const table of tablesOf(found(30)).values()) expect(tableToCsv(table)).not.toContain('kode-');
  });

  test('takes no name of a host for markup', () => {
    expect(whole).not.toContain('a<b>');
    expect(whole).toContain('a&lt;b&gt;&amp;&quot;c&quot;.example');
  });

  test('names for every finding the table and the query it rests on', () => {
    const sections = sectionsOf(found(30), () => []);
    const queries = sections.flatMap((section) => section.queries);
    expect(queries.toSorted()).toEqual(queryNames().filter((name) => !name.includes('public')));
    for (const { tables, id: name } of sections) {
      expect(tables.length, name).toBeGreaterThan(0);
      for (const table of tables) expect([...tablesOf(found(30)).keys()]).toContain(table);
    }
  });

  test('is the same for the same study', () => {
    expect(page(30)).toBe(whole);
  });

  test.each([0, 1, 4, 7])(
    'is there for a study of %i people, and gives no interval below five',
    (persons) => {
      const small = told(page(persons, persons === 0 ? 0 : 3));
      expect(small).not.toMatch(/NaN|undefined|Infinity|\[object/);
      expect(small.includes('when people, not pages, are the sample')).toBe(persons >= 5);
    },
  );

  test('says why a basket was not read as the screens do, and by its name where it has no words yet', () => {
    const words = reportWords('en');
    expect(words.reason('shop-anchor', 'announced-but-absent')).toMatch(/basket that the video announces/);
    expect(words.reason('not-yet', 'heard-of')).toBe('not-yet: heard-of');
    expect(words.reason('', '')).toBe('The record does not say why.');
  });

  test('says that the rulebook changed between the weeks that it compares', () => {
    expect(whole).toContain('Between these weeks the rulebook changed');
    expect(page(30, 3)).not.toContain('Between these weeks the rulebook changed');
  });
});

describe('a chart', () => {
  const words = reportWords('id');
  const sections = (persons: number, weeks: number) =>
    sectionsOf(found(persons, weeks), ({ core }) => figureMarks(rulebook, core));

  test.each([
    [12, 3],
    [30, 8],
    [500, 40],
  ])('of %i people and %i weeks lies within its edges', (persons, weeks) => {
    for (const { draw, id: name } of sections(persons, weeks)) {
      if (draw === undefined) continue;
      const { width, height, shapes } = draw(words);
      for (const text of textsIn(shapes)) {
        expect(text.x, `${name}: ${text.text}`).toBeGreaterThanOrEqual(0);
        expect(text.x, `${name}: ${text.text}`).toBeLessThanOrEqual(width);
        expect(text.y, `${name}: ${text.text}`).toBeLessThanOrEqual(height);
        expect(text.y, `${name}: ${text.text}`).toBeGreaterThan(0);
      }
    }
  });

  test('shows what its table says: a mark for every person, with the same numbers', () => {
    const chart = sections(30, 8)
      .find(({ id: name }) => name === 'shares-by-person')
      ?.draw?.(reportWords('en'));
    const titles = titlesIn(chart?.shapes ?? []);
    const rows = tablesOf(found(30)).get('03-shares-by-person')?.rows ?? [];
    expect(titles).toHaveLength(rows.length);
    for (const [index, [rank, hits, n]] of rows.entries())
      expect(titles[index]).toContain(`Person ${rank} by share: ${hits} of ${n} baskets`);
  });

  test('shows what its table says: an interval for every week, with the same numbers', () => {
    const chart = sections(30, 8)
      .find(({ id: name }) => name === 'shares-by-week')
      ?.draw?.(reportWords('en'));
    const titles = titlesIn(chart?.shapes ?? []).filter((title) => title.startsWith('PT Tokopedia'));
    const rows = (tablesOf(found(30)).get('02-shares-by-week')?.rows ?? []).filter(
      ([week, processor]) => week !== 'all' && processor === 'tokopedia',
    );
    expect(titles).toHaveLength(8);
    for (const [index, [, , hits, n, persons, share, low, high]] of rows.entries()) {
      const percent = (value: unknown) => (Math.round(Number(value) * 1000) / 10).toFixed(1);
      expect(titles[index]).toContain(`${percent(share)}\u00a0% (${percent(low)}–${percent(high)}\u00a0%)`);
      expect(titles[index]).toContain(`${hits} of ${n} baskets, ${persons} people`);
    }
  });
});

const textsIn = (shapes: readonly Shape[], x = 0, y = 0): { x: number; y: number; text: string }[] =>
  shapes.flatMap((shape) => {
    if (shape.kind === 'text') return [{ x: x + shape.x, y: y + shape.y, text: shape.text }];
    return shape.kind === 'group' ? textsIn(shape.shapes, x + shape.x, y + shape.y) : [];
  });

const titlesIn = (shapes: readonly Shape[]): string[] =>
  shapes.flatMap((shape) =>
    shape.kind === 'group' ? [...(shape.title === null ? [] : [shape.title]), ...titlesIn(shape.shapes)] : [],
  );
