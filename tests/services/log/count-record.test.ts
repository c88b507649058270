import 'fake-indexeddb/auto';
import { afterEach, expect, test } from 'vitest';
import { pageFromHtml } from '../../../core/page/from-html';
import { builtInRulebook as rulebook } from '../../../core/rulebook/built-in';
import { pageNamed } from '../../../demo/shop/demo-pages';
import { countRecord } from '../../../services/log/store/count-record';
import { type LogDatabase, openStore } from '../../../services/log/store/open-store';
import { countRows } from '../../../services/log/store/read-rows';
import { append } from '../../../services/log/write/append';
import { countingIds, frame, pageSeen, start } from '../../builders/flows';

let db: LogDatabase;
afterEach(() => db.close());

/** A store with so many walks over one page with a basket. */
async function storeOf(name: string, walks: number): Promise<void> {
  db = await openStore(name);
  const { html, address } = pageNamed('video-basket');
  const page = pageFromHtml(html, address, rulebook.signals);
  const observations = Array.from({ length: walks }, (_, index) => [
    pageSeen(page, { ts: start + index * 1000 }),
    { what: 'left' as const, tabId: 1, ts: start + index * 1000 + 1 },
  ]).flat();
  const newId = countingIds();
  await append(db, observations, { frame, newId, newSalt: () => '0'.repeat(32), tzOffsetMin: 420 });
}

test('the whole record is counted, over more than one page of rows, with word of how far it is', async () => {
  await storeOf('whole', 1200);
  const rows = await countRows(db);
  expect(rows).toBeGreaterThan(5000);
  const heard: number[] = [];
  const counts = await countRecord(db, (done) => heard.push(done), new AbortController().signal);
  expect(counts).toMatchObject({ rows, days: [{ day: '2026-11-24', baskets: { tokopedia: 1200 } }] });
  expect(heard).toEqual(Array.from({ length: Math.floor(rows / 5000) }, (_, index) => (index + 1) * 5000));
});

test('a count that is stopped gives nothing, not a part that looks like the whole', async () => {
  await storeOf('stopped', 1200);
  const stop = new AbortController();
  expect(await countRecord(db, () => stop.abort(), stop.signal)).toBeNull();
});
