import { describe, expect, test } from 'vitest';
import { addedDays, type DayMet } from '../../core/flow/count-exposure';
import type { Observation } from '../../core/flow/flow-state';
import { pageNamed } from '../../demo/shop/demo-pages';
import { demoPageSeen, minute, pageSeen, recordAll, start } from '../builders/flows';
import { addressPage } from '../builders/pages';

const hour = 60 * minute;
const day = 24 * hour;
const demo = (name: string, at = 0, tabId = 1): Observation => demoPageSeen(name, { tabId, ts: start + at });
const unreadYet = (name: string, at = 0): Observation =>
  pageSeen(addressPage(pageNamed(name).address), { ts: start + at });
const tick = (at: number): Observation => ({ what: 'tick', ts: start + at });
const stopped = (at: number): Observation => ({ what: 'stopped', ts: start + at });

/** What was counted outside flows, day by day, as it would lie in the store. */
function met(...observations: Observation[]): DayMet[] {
  const { state, days } = recordAll(observations);
  const all = new Map<string, DayMet>();
  for (const one of [...days, ...(state.exposure.today ? [state.exposure.today] : [])]) {
    const known = all.get(one.date);
    all.set(one.date, known ? addedDays(known, one) : one);
  }
  return [...all.values()].toSorted((a, b) => a.date.localeCompare(b.date));
}

describe('the exposure outside flows', () => {
  test('counts pages without a basket, which leave no row', () => {
    const walk = [demo('video-plain'), demo('profile', minute), demo('video-plain', 2 * minute)];
    expect(recordAll(walk).events).toEqual([]);
    expect(met(...walk)).toEqual([
      { date: '2026-11-24', ms: 2 * minute, pages: { 'video no': 2, 'other unknown': 1 } },
    ]);
  });

  test('counts a page once, by its last judgement, however often it is seen', () => {
    const again = [demo('video-plain'), demo('video-plain', 1000), demo('video-plain', 2000)];
    expect(met(...again)).toMatchObject([{ pages: { 'video no': 1 } }]);
    const [judged] = met(demo('profile'), unreadYet('video-plain', minute), demo('video-plain', 2 * minute));
    // Unread it was a step: that flow's rows count it.
    expect(judged?.pages).toEqual({ 'other unknown': 1 });
  });

  test('takes a page off again that turns out to be a step of buying: its flow’s rows count it', () => {
    const walk = [
      demo('video-plain'),
      { ...demo('video-basket', 1000), pageKey: keyOf(demo('video-plain')) },
    ];
    expect(met(...(walk as Observation[]))).toMatchObject([{ pages: {} }]);
    expect(recordAll(walk as Observation[]).events.length).toBeGreaterThan(3);
  });

  test('counts no page of a flow, none that never came and none of another host', () => {
    expect(met(demo('video-basket'), demo('video-plain', minute))).toMatchObject([{ pages: {} }]);
    expect(met(demo('outside'))).toMatchObject([{ pages: {} }]);
  });

  test('counts a page once in a tab that gets another number', () => {
    const renamed: Observation = { what: 'replaced', tabId: 9, before: 1, ts: start + 1000 };
    expect(met(demo('video-plain'), renamed, demo('video-plain', 2000, 9))).toMatchObject([
      { pages: { 'video no': 1 } },
    ]);
  });

  test('counts tab by tab', () => {
    expect(met(demo('video-plain', 0, 1), demo('video-plain', 1000, 2))).toMatchObject([
      { pages: { 'video no': 2 } },
    ]);
  });
});

describe('the minutes recorded', () => {
  test('are those between signs of the browser, without silences', () => {
    expect(met(tick(0), tick(20 * minute), tick(3 * hour), tick(3 * hour + 10 * minute))).toEqual([
      { date: '2026-11-24', ms: 30 * minute, pages: {} },
    ]);
  });

  test('are counted on the day in Jakarta that they were spent on', () => {
    const untilMidnight = 15 * hour - 5 * minute;
    expect(met(tick(untilMidnight), tick(untilMidnight + 20 * minute))).toEqual([
      { date: '2026-11-24', ms: 5 * minute, pages: {} },
      { date: '2026-11-25', ms: 15 * minute, pages: {} },
    ]);
  });

  test('tell a day off, a day without baskets and a dropout apart', () => {
    const off = met(demo('video-plain'), tick(3 * day));
    expect(off.map(({ date, pages }) => [date, pages])).toEqual([
      ['2026-11-24', { 'video no': 1 }],
      ['2026-11-25', {}],
      ['2026-11-26', {}],
      ['2026-11-27', {}],
    ]);
    const dropout = met(demo('video-plain'), stopped(minute), tick(3 * day));
    expect(dropout.map(({ date }) => date)).toEqual(['2026-11-24', '2026-11-27']);
  });

  test('do not grow while recording is off, nor by a note that is written then', () => {
    const flowId = recordAll([demo('video-basket')]).state.flows[0]?.flow_id ?? '';
    const [only] = met(
      demo('video-basket'),
      stopped(minute),
      { what: 'note', flowId, note: 'x', ts: start + 5 * minute },
      stopped(10 * minute),
    );
    expect(only?.ms).toBe(minute);
  });

  test('leave out the time in which the browser was closed', () => {
    const [only] = met(tick(0), { what: 'restarted', ts: start + 10 * minute }, tick(11 * minute));
    expect(only?.ms).toBe(minute);
  });

  test('do not run backwards with the device’s clock, and a day is one row all the same', () => {
    expect(met(tick(day), tick(0), tick(5 * minute), tick(day + minute))).toEqual([
      { date: '2026-11-24', ms: 5 * minute, pages: {} },
      { date: '2026-11-25', ms: 0, pages: {} },
    ]);
  });
});

function keyOf(seen: Observation): string {
  return seen.what === 'page' ? seen.pageKey : '';
}
