import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { asRecord, exportRow } from '../../core/export/export-row';
import { FlowRows, flowFields } from '../../core/export/flow-rows';
import { to4catCsv } from '../../core/export/to-4cat-csv';
import type { Contact, Observation } from '../../core/flow/flow-state';
import { type FlowSummary, summarizeFlow } from '../../core/flow/summarize-flow';
import { eventOfRow } from '../../core/log/chain';
import { DriftTally } from '../../core/log/drift-tally';
import type { LogEvent, LogRow } from '../../core/log/event';
import { RecordTally } from '../../core/monitor/record-tally';
import { pageFromHtml } from '../../core/page/from-html';
import { builtInRulebook as rulebook } from '../../core/rulebook/built-in';
import { pageNamed } from '../../demo/shop/demo-pages';
import { minute, owner, pageSeen, place, recordAll, rowsOf, start } from '../builders/flows';
import { openDuck, type Query } from '../builders/packages';
import { tempFolder } from '../builders/temp-folder';

/** A video of the demo shop, as it is or judged as another one that is open at the same address. */
function video(
  name: string,
  {
    like = name,
    tabId = 1,
    openerTabId = null as number | null,
    at = 0,
  }: { like?: string; tabId?: number; openerTabId?: number | null; at?: number } = {},
): Observation {
  const { address } = pageNamed(name);
  const seen = pageSeen(pageFromHtml(pageNamed(like).html, pageNamed(like).address, rulebook.signals), {
    tabId,
    openerTabId,
    ts: start + at,
  });
  const here = pageSeen(pageFromHtml(pageNamed(name).html, address, rulebook.signals), { tabId });
  return { ...seen, ...('pageKey' in here && { pageKey: here.pageKey }) } as Observation;
}
/** The same page, judged to be TikTok Shop's own: a later reading told otherwise. */
const turned = (seen: Observation): Observation =>
  seen.what === 'page'
    ? { ...seen, verdict: { ...seen.verdict, basket: 'yes', processor: 'tiktok-shop' } }
    : seen;
const contact: Contact = {
  host: 'www.tiktok.com',
  party: 'tiktok',
  type: 'fetch',
  count: 1,
  source: 'resource-timing',
  method: null,
  outcome: null,
  initiator: null,
};
const asks = (tabId: number, at: number): Observation => ({
  what: 'hosts',
  tabId,
  ts: start + at,
  contacts: [contact],
});

const eventsOf = (rows: readonly LogRow[]) => rows.map((row) => eventOfRow(row) as LogEvent);
const textOf = async (lines: AsyncIterable<string>) => {
  let text = '';
  for await (const line of lines) text += line;
  return text;
};

/** What every reader of the record says of the walk's judged pages, in the order in which they were reached. */
async function told(observations: readonly Observation[], query: Query, folder: string) {
  const rows = rowsOf(recordAll([...observations, { what: 'stopped', ts: start + 90_000 }]).events);
  const events = eventsOf(rows);
  const summary = events.reduce<FlowSummary | null>(summarizeFlow, null);
  const monitor = new RecordTally();
  const drift = new DriftTally();
  const flows = new FlowRows(owner);
  for (const row of rows) {
    monitor.take(row);
    drift.take(row);
  }
  for (const event of events) flows.take(event);
  const [flow = []] = [...flows.rows()];
  async function* exported() {
    for (const row of rows) yield exportRow(row, place);
  }
  writeFileSync(join(folder, '4cat.csv'), await textOf(to4catCsv(exported())));
  const posts = await query(`SELECT processor FROM read_csv('4cat.csv')`);
  const file = join(folder, 'events.ndjson');
  writeFileSync(file, rows.map((row) => `${JSON.stringify(asRecord(exportRow(row, place)))}\n`).join(''));
  const pages = await query(`SELECT processor FROM read_json('${file}', format='newline_delimited')
    WHERE event IN ('step', 'verdict') QUALIFY row_number() OVER (PARTITION BY flow_id, page ORDER BY seq DESC) = 1 ORDER BY page`);
  return {
    logbook: summary?.steps.map(({ processor }) => processor),
    monitor: monitor.finish().days.map(({ baskets, unread }) => ({ ...baskets, unread })),
    drift: drift.finish().steps,
    flows: String(flow[flowFields.findIndex(({ name }) => name === 'processors')]).split(' '),
    '4cat': posts.map(({ processor }) => processor),
    sql: pages.map(({ processor }) => processor),
    rows: events,
  };
}

describe('one fold over the rows: whoever reads the record sees the same pages', () => {
  const folder = tempFolder('fold');
  let query: Query;
  beforeAll(async () => {
    query = await openDuck(folder);
  });

  const none = { none: 0, conflicting: 0, unknown: 0 };

  test('a second page of the same kind and host in one tab, which turned out to be a step later', async () => {
    const plain = video('video-plain', { at: 1000 });
    const all = await told(
      [video('video-basket'), plain, turned({ ...plain, ts: start + 2000 })],
      query,
      folder,
    );
    const truth = ['tokopedia', 'tiktok-shop'];
    expect(all).toMatchObject({ logbook: truth, flows: truth, '4cat': truth, sql: truth, drift: 2 });
    // It was met as a page without a basket: only a page that is a step of buying is counted by the monitor.
    expect(all.rows.filter(({ event }) => event === 'nav').map(({ page, basket }) => [page, basket])).toEqual(
      [
        [1, null],
        [2, 'no'],
      ],
    );
  });

  test('two tabs of one flow, of which the first is judged again after the second', async () => {
    const first = video('video-basket', { like: 'video-cut' });
    const second = video('video-basket', { tabId: 2, openerTabId: 1, at: 1000 });
    const again = turned(video('video-basket', { at: 2000 }));
    const all = await told([first, second, again, asks(1, 3000)], query, folder);
    const truth = ['tiktok-shop', 'tokopedia'];
    expect(all).toMatchObject({ logbook: truth, flows: truth, '4cat': truth, sql: truth, drift: 2 });
    expect(all.monitor).toEqual([{ ...none, tokopedia: 1, 'tiktok-shop': 1, unread: 0 }]);
  });

  test('a page judged again later names its own evidence, not that of the judgement before', async () => {
    const first = video('video-basket', { like: 'video-drifted' });
    const second = video('video-basket', { tabId: 2, openerTabId: 1, at: 1000 });
    const { rows } = await told([first, second, video('video-basket', { at: 2000 })], query, folder);
    const judgements = rows.filter(({ event }) => event === 'step' || event === 'verdict');
    expect(judgements.map(({ seq, judgement, page, tab }) => [seq === judgement, page, tab])).toEqual([
      [true, 1, 1],
      [true, 2, 2],
      [true, 1, 1],
    ]);
    for (const { seq, page } of judgements) {
      const evidence = rows.filter((row) => row.judgement === seq && row.seq !== seq);
      expect(evidence.length).toBeGreaterThan(0);
      expect(new Set(evidence.map((row) => row.page))).toEqual(new Set([page]));
    }
  });

  test('a page that is come back to is a page of its own', async () => {
    const product = pageSeen(
      pageFromHtml(pageNamed('shop-id-product').html, pageNamed('shop-id-product').address, rulebook.signals),
      { ts: start + 1000 },
    );
    const { sql, logbook } = await told(
      [video('video-basket'), product, video('video-basket', { at: 2000 })],
      query,
      folder,
    );
    expect(sql).toHaveLength(3);
    expect(logbook).toHaveLength(3);
  });
});

describe('a contact', () => {
  const contactsIn = (observations: readonly Observation[]) =>
    recordAll(observations)
      .events.filter(({ event }) => event === 'host_contacted')
      .map(({ page, tab, step, judgement }) => ({ page, tab, step, judgement }));
  const product = (tabId: number, openerTabId: number | null, at: number) =>
    pageSeen(
      pageFromHtml(pageNamed('shop-id-product').html, pageNamed('shop-id-product').address, rulebook.signals),
      { tabId, openerTabId, ts: start + at },
    );

  test('of tab A is filed under the page of tab A, though the flow has gone on in tab B', () => {
    expect(
      contactsIn([video('video-basket'), product(2, 1, minute), asks(1, minute + 1), asks(2, minute + 2)]),
    ).toMatchObject([
      { page: 1, tab: 1, step: 'basket', judgement: 2 },
      { page: 2, tab: 2, step: 'product' },
    ]);
  });

  test('of a page that is no step of buying has none', () => {
    expect(contactsIn([video('video-basket'), video('video-plain', { at: 1000 }), asks(1, 2000)])).toEqual([
      { page: 2, tab: 1, step: null, judgement: null },
    ]);
  });

  test('keeps its tab’s number when the tab goes on, and a tab that comes later gets the next', () => {
    const tabs = recordAll([video('video-basket'), product(1, null, 1000), product(5, 1, 2000)])
      .events.filter(({ event }) => event === 'nav')
      .map(({ page, tab }) => [page, tab]);
    expect(tabs).toEqual([
      [1, 1],
      [2, 1],
      [3, 2],
    ]);
  });
});

describe('a capture', () => {
  const key = (seen: Observation) => (seen.what === 'page' ? seen.pageKey : '');
  const captured = (pageKey: string): Observation[] => {
    const seen = video('video-basket');
    const flowId = recordAll([seen]).state.flows[0]?.flow_id ?? '';
    return [seen, { what: 'capture', flowId, captureId: 'c', tabId: 1, pageKey, ts: start + 1 }];
  };

  test('names its page, and none where the tab had moved on before it was stored', () => {
    expect(recordAll(captured(key(video('video-basket')))).events.at(-1)).toMatchObject({
      event: 'capture',
      page: 1,
      tab: 1,
      step: 'basket',
    });
    expect(recordAll(captured('another page')).events.at(-1)?.page ?? null).toBeNull();
  });
});
