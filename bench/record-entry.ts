import type { Observation } from '../core/flow/flow-state';
import { observePage } from '../core/flow/observe-page';
import { addressPage } from '../core/page/page';
import { readPage } from '../core/page/read-page';
import { builtInRulebook as rulebook } from '../core/rulebook/built-in';
import { judgeReading } from '../core/verdict/judge';
import { study, surroundings } from '../demo/fill/made-study';
import { openStore, storeOf } from '../services/log/store/open-store';
import { everything, readFlows } from '../services/log/store/read-flows';
import { countRows } from '../services/log/store/read-rows';
import { append } from '../services/log/write/append';
import { floors } from './floors';

// Runs in a page of the extension: the store of the product, filled and read by the product's own code.

const addresses = [
  'https://shop-id.tokopedia.com/pdp/contoh/1730000000000000001',
  'https://www.tiktok.com/@contoh/live',
];
const verdicts = addresses.map((address) => {
  const reading = readPage(addressPage(address), rulebook);
  return { reading, verdict: judgeReading(reading, rulebook, '2026-11-24') };
});

/** The pages of one flow after another: two pages, then the tab is closed. */
function* pagesSeen(start: number): Generator<Observation> {
  for (let count = 0; ; count += 1) {
    const ts = start + count * 20_000;
    for (const [index, page] of verdicts.entries())
      yield observePage({ tabId: 1, openerTabId: null, ts: ts + index * 1000, ...page }, rulebook.hosts, 's');
    yield { what: 'left', tabId: 1, ts: ts + 5000 };
  }
}

const seen = pagesSeen(Date.parse('2025-01-01T00:00:00Z'));
const take = (count: number): Observation[] => Array.from({ length: count }, () => seen.next().value);

/** Appends until so many events are stored; events a second. What was observed is at hand: reading pages is no part of it. */
async function fill(events: number, batch: number): Promise<number> {
  const db = await openStore(storeOf(study));
  let took = 0;
  let written = 0;
  while (written < events) {
    const observations = take(batch);
    const start = performance.now();
    written += await append(db, observations, surroundings);
    took += performance.now() - start;
  }
  db.close();
  return (written / took) * 1000;
}

/** Milliseconds until the newest fifty flows are read, from a closed store. */
async function firstRows(): Promise<number> {
  const start = performance.now();
  const db = await openStore(storeOf(study));
  const flows = await readFlows(db, everything, 50);
  const took = performance.now() - start;
  if (flows.length !== 50) throw new Error(`${flows.length} flows`);
  db.close();
  return took;
}

/** Milliseconds for a filter that no flow fits: every flow is looked at. */
async function filterAll(): Promise<number> {
  const db = await openStore(storeOf(study));
  const start = performance.now();
  const flows = await readFlows(db, { ...everything, host: 'nobody.example' }, 50);
  const took = performance.now() - start;
  if (flows.length > 0) throw new Error('a flow fits');
  db.close();
  return took;
}

const count = async (): Promise<number> => {
  const db = await openStore(storeOf(study));
  const rows = await countRows(db);
  db.close();
  return rows;
};

/** Milliseconds for work that never changes: what else moves is the machine. */
function sameWork(): number {
  const start = performance.now();
  let sum = 0;
  for (let index = 0; index < 30_000_000; index += 1) sum += (index * 7) % 11;
  if (sum < 0) throw new Error('never');
  return performance.now() - start;
}

Object.assign(globalThis, { recordBench: { ...floors, fill, firstRows, filterAll, count, sameWork } });
