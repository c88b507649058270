import { describe, expect, test } from 'vitest';
import type { Observation } from '../../core/flow/flow-state';
import { DriftTally } from '../../core/log/drift-tally';
import { pageFromHtml } from '../../core/page/from-html';
import { builtInRulebook as rulebook } from '../../core/rulebook/built-in';
import { pageNamed } from '../../demo/shop/demo-pages';
import { demoPageSeen, minute, pageSeen, recordAll, rowsOf, start } from '../builders/flows';
import { addressPage } from '../builders/pages';

const day = 24 * 60 * minute;
const demo = (name: string, ts: number, tabId: number): Observation => demoPageSeen(name, { ts, tabId });
const count = (...seen: Observation[]) => {
  const tally = new DriftTally();
  for (const row of rowsOf(recordAll(seen).events)) tally.take(row);
  return tally.finish();
};

describe('the counter of drift', () => {
  test('tells how many steps missed a rule, of how many since the day of the first', () => {
    const counts = count(
      demo('video-basket', start - day, 1),
      demo('video-drifted', start, 2),
      demo('video-basket', start + minute, 3),
      demo('video-drifted', start + day, 4),
    );
    expect(counts.steps).toBe(4);
    expect(counts.rules).toEqual([{ rule: 'commerce-video', missed: 2, steps: 3, since: '2026-11-24' }]);
  });

  test('counts a page that was judged again once, by its last judgement', () => {
    const { html, address } = pageNamed('video-drifted');
    const read = pageSeen(pageFromHtml(html, address, rulebook.signals), { ts: start + 1 });
    const notYet = pageSeen(addressPage(address), { ts: start });
    expect(count(notYet, read)).toMatchObject({ steps: 1, rules: [{ missed: 1, steps: 1 }] });
    expect(count(read, notYet).rules).toEqual([]);
  });

  test('finds nothing where all rules were met', () => {
    expect(count(demo('video-basket', start, 1))).toEqual({ steps: 1, rules: [] });
  });
});
