import { describe, expect, test } from 'vitest';
import type { Contact, Observation } from '../../core/flow/flow-state';
import { erasedRow } from '../../core/log/chain';
import type { LogRow } from '../../core/log/event';
import type { RecordCounts } from '../../core/monitor/record-counts';
import { RecordTally } from '../../core/monitor/record-tally';
import { builtInRulebook as rulebook } from '../../core/rulebook/built-in';
import { pageNamed } from '../../demo/shop/demo-pages';
import { demoPageSeen, minute, pageSeen, recordAll, rowsOf, start } from '../builders/flows';
import { addressPage } from '../builders/pages';

const demo = (name: string, ts = start, tabId = 1): Observation => demoPageSeen(name, { ts, tabId });
/** The same page before its data could be read. */
const unreadYet = (name: string, ts = start): Observation =>
  pageSeen(addressPage(pageNamed(name).address), { ts });
const left = (ts: number, tabId = 1): Observation => ({ what: 'left', tabId, ts });
const asks = (
  host: string,
  count: number,
  source: Contact['source'],
  ts: number,
  tabId = 1,
): Observation => ({
  what: 'hosts',
  tabId,
  ts,
  contacts: [
    { host, party: 'other', type: 'xhr', count, source, method: null, outcome: null, initiator: null },
  ],
});

function count(rows: readonly LogRow[]): RecordCounts {
  const tally = new RecordTally();
  for (const row of rows) tally.take(row);
  return tally.finish();
}
const countAll = (...observations: Observation[]) => count(rowsOf(recordAll(observations).events));

describe('the count of the record', () => {
  test('takes a page with a basket once, by the last judgement kept for it', () => {
    const { days } = countAll(unreadYet('video-basket'), demo('video-basket', start + 500));
    expect(days).toHaveLength(1);
    expect(days[0]).toMatchObject({ day: '2026-11-24', unread: 0 });
    expect(days[0]?.baskets.tokopedia).toBe(1);
  });

  test('takes a page whose basket turned out to be none not at all', () => {
    expect(countAll(unreadYet('video-plain'), demo('video-plain', start + 500)).days).toEqual([]);
  });

  test('lets a later judgement replace its own page only, not the one before', () => {
    const { days } = countAll(
      demo('video-basket'),
      demo('video-plain', start + 1000),
      demo('shop-id-product', start + 2000),
      unreadYet('share-page', start + 3000),
      demo('share-page', start + 3500),
    );
    expect(days[0]?.baskets.tokopedia).toBe(2);
    expect(days[0]?.unread).toBe(0);
  });

  test('takes a page that was no step at first for a page of its own once it is one', () => {
    const { days } = countAll(
      demo('video-basket'),
      demo('video-plain', start + 1000),
      unreadYet('video-plain', start + 1500),
    );
    expect(days[0]?.baskets.tokopedia).toBe(1);
    expect(days[0]?.unread).toBe(1);
  });

  test('counts what could not be read apart, and never as an answer', () => {
    const { days } = countAll(demo('live'), left(start + 1), demo('video-cut', start + 2), left(start + 3));
    expect(days[0]?.unread).toBe(2);
    expect(Object.values(days[0]?.baskets ?? {}).every((value) => value === 0)).toBe(true);
  });

  test('counts disputed baskets as what they are', () => {
    expect(countAll(demo('video-conflicting')).days[0]?.baskets.conflicting).toBe(1);
  });

  test('leaves products and shops out: they are no basket', () => {
    const { days, steps } = countAll(demo('shop-id-product'), demo('shop-id-home', start + 1000));
    expect(days).toEqual([]);
    expect(steps).toEqual([{ step: 'product', flows: 1, hosts: [] }]);
  });

  test('puts a page on the day in Jakarta', () => {
    const late = Date.parse('2026-11-24T17:30:00Z');
    expect(countAll(demo('video-basket', late)).days[0]?.day).toBe('2026-11-25');
  });

  test('counts a host once a flow and step, and each observer’s requests apart', () => {
    const { steps } = countAll(
      demo('video-basket'),
      asks('example.org', 2, 'resource-timing', start + 1),
      asks('example.org', 3, 'resource-timing', start + 2),
      asks('example.org', 4, 'web-request', start + 3),
      left(start + 4),
      demo('video-basket', start + minute),
      asks('example.org', 1, 'resource-timing', start + minute + 1),
      left(start + minute + 2),
      demo('video-basket', start + 2 * minute),
    );
    expect(steps).toEqual([
      {
        step: 'basket',
        flows: 3,
        hosts: [
          {
            host: 'example.org',
            party: 'other',
            flows: 2,
            requests: { 'resource-timing': 6, 'web-request': 4, har: 0 },
          },
        ],
      },
    ]);
  });

  test('keeps two flows apart that run at once', () => {
    const { days, steps } = countAll(
      demo('video-basket', start, 1),
      demo('video-conflicting', start + 1, 2),
      asks('example.org', 1, 'resource-timing', start + 2, 2),
      left(start + 3, 1),
      left(start + 4, 2),
    );
    expect(days[0]?.baskets).toMatchObject({ tokopedia: 1, conflicting: 1 });
    expect(steps[0]).toMatchObject({ flows: 2, hosts: [{ flows: 1 }] });
  });

  test('leaves erased and damaged rows out, and says how many', () => {
    const rows = rowsOf(recordAll([demo('video-basket'), left(start + 1)]).events);
    const gone = rows.map((row) =>
      row.body?.includes('"event":"step"') ? erasedRow(row, 'participant') : row,
    );
    expect(count(gone)).toMatchObject({ rows: rows.length, erased: 1, unreadable: 0, days: [] });
    const cut = rows.map((row) => ({ ...row, body: row.body?.slice(0, -9) ?? null }));
    expect(count(cut).unreadable).toBeGreaterThan(0);
    expect(count(cut).days).toEqual([]);
  });

  test('is not led astray by what a note says', () => {
    const { state, events } = recordAll([demo('video-basket')]);
    const flowId = state.flows[0]?.flow_id ?? '';
    const noted = recordAll([
      demo('video-basket'),
      { what: 'note', flowId, note: '"event":"step","basket":"yes"', ts: start + 1 },
    ]);
    expect(noted.events.length).toBe(events.length + 1);
    expect(count(rowsOf(noted.events)).days[0]?.baskets.tokopedia).toBe(1);
  });

  test('names the studies and the rulebooks behind it', () => {
    expect(countAll(demo('video-basket'))).toMatchObject({
      studies: ['uji-coba'],
      rulebooks: [rulebook.about.version],
    });
  });
});
