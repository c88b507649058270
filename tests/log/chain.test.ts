import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { chainStart, erasedRow, eventOfRow, faultOfRow, leafOf, linkOf } from '../../core/log/chain';
import type { LogRow } from '../../core/log/event';
import { pageFromHtml } from '../../core/page/from-html';
import { builtInRulebook as rulebook } from '../../core/rulebook/built-in';
import { pageNamed } from '../../demo/shop/demo-pages';
import { pageSeen, recordAll, rowsOf } from '../builders/flows';

const { address, html } = pageNamed('video-basket');
const rows = rowsOf(recordAll([pageSeen(pageFromHtml(html, address, rulebook.signals))]).events);
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const faults = (list: readonly LogRow[]) =>
  list.map((row, index) => faultOfRow(row, list[index - 1] ?? null)).filter(Boolean);

describe('the chain', () => {
  test('holds, by another program’s digest', () => {
    expect(faults(rows)).toEqual([]);
    let before = chainStart;
    for (const { salt, body, leaf, chain } of rows) {
      expect(leaf).toBe(sha256(`${salt}${body}`));
      expect(chain).toBe(sha256(before + leaf));
      before = chain;
    }
  });

  test('writes each body with its fields in order', () => {
    for (const { body } of rows) {
      const names = Object.keys(JSON.parse(body ?? '{}'));
      expect(names).toEqual(names.toSorted());
    }
  });

  test('still holds when rows are erased', () => {
    expect(faults(rows.map((row, index) => (index % 2 ? erasedRow(row, 'participant') : row)))).toEqual([]);
  });

  test.each<[string, (list: LogRow[]) => void, string]>([
    ['an edited row', (list) => (list[2] = { ...(list[2] as LogRow), body: '{}' }), 'leaf'],
    ['a cut row', (list) => list.splice(2, 1), 'gap'],
    ['a row put in again', (list) => list.splice(2, 0, list[2] as LogRow), 'gap'],
    [
      'an erased row that kept its text',
      (list) => (list[2] = { ...(list[2] as LogRow), erased: 'participant' }),
      'leaf',
    ],
    ['another leaf', (list) => (list[2] = { ...(list[2] as LogRow), leaf: leafOf('x', 'y') }), 'link'],
    [
      'a reading that was changed beside its row',
      (list) => {
        const index = list.findIndex(({ reading }) => reading !== undefined);
        list[index] = { ...(list[index] as LogRow), reading: '{}' };
      },
      'leaf',
    ],
    ['a row without text', (list) => (list[2] = { ...(list[2] as LogRow), body: null }), 'unreadable'],
  ])('shows %s', (_what, change, fault) => {
    const copy = [...rows];
    change(copy);
    expect(faults(copy)[0]).toBe(fault);
  });

  test('names the reading that stays in the browser by its digest, and does not hold it', () => {
    const kept = rows.find(({ reading }) => reading !== undefined);
    expect(kept?.body).toContain(sha256(`${kept?.salt} ${kept?.reading}`));
    for (const { body } of rows) expect(body).not.toContain('"reading":');
    expect(eventOfRow(kept as LogRow)?.reading).toBe(kept?.reading);
    expect(erasedRow(kept as LogRow, 'participant')).not.toHaveProperty('reading');
  });

  test('links to all that was before', () => {
    expect(linkOf(chainStart, rows[0]?.leaf ?? '')).toBe(rows[0]?.chain);
  });
});
