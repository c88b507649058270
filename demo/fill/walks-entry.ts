import type { Observation } from '../../core/flow/flow-state';
import { observePage } from '../../core/flow/observe-page';
import { recordedHost } from '../../core/flow/recorded-host';
import { pageFromHtml } from '../../core/page/from-html';
import { addressPage } from '../../core/page/page';
import { readPage } from '../../core/page/read-page';
import { builtInRulebook as rulebook } from '../../core/rulebook/built-in';
import { judgeReading } from '../../core/verdict/judge';
import { openStore, storeOf } from '../../services/log/store/open-store';
import { append } from '../../services/log/write/append';
import { pageNamed } from '../shop/demo-pages';
import { study, surroundings } from './made-study';

// Runs in a page of the extension: weeks of made-up walks through the demo shop, written by the product's own code.

/** The pages of one walk in the order they are seen; a page named twice in a row is judged again. */
type Walk = readonly string[];
const walks: readonly (readonly [share: number, walk: Walk])[] = [
  [0.52, ['video-basket', 'shop-id-product']],
  [0.66, ['video-basket', 'video-plain', 'share-page']],
  [0.74, ['video-conflicting']],
  [0.82, ['live']],
  [0.88, ['video-cut', 'video-basket', 'shop-id-product', 'shop-id-home']],
  [0.94, ['video-dropped']],
  [1, ['us-product']],
];
/** What pages ask: some always, some now and then. */
const asked: readonly (readonly [share: number, host: string, type: string])[] = [
  [1, 'www.tiktok.com', 'script'],
  [0.9, 'p16-sign-sg.tiktokcdn.com', 'image'],
  [0.7, 'mon-va.byteoversea.com', 'xhr'],
  [0.5, 'shop-id.tokopedia.com', 'fetch'],
  [0.45, 'ta.tokopedia.com', 'xhr'],
  [0.3, 'www.google-analytics.com', 'beacon'],
  [0.12, 'connect.facebook.net', 'script'],
];

/** A row of numbers from 0 to 1 that is the same in every run (a linear congruential generator). */
function* numbers(seed: number): Generator<number> {
  for (let state = seed; ; ) {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    yield state / 2 ** 32;
  }
}

/** Writes so many walks a day from a day on; says how many events that were. */
async function fillWalks(fromDay: string, days: number, perDay: number): Promise<number> {
  const db = await openStore(storeOf(study));
  const chance = numbers(20261124);
  const next = () => chance.next().value as number;
  let written = 0;
  for (let day = 0; day < days; day += 1) {
    const observations: Observation[] = [];
    const count = Math.round(perDay * (0.4 + 1.2 * next()));
    for (let index = 0; index < count; index += 1) {
      const at = Date.parse(`${fromDay}T02:00:00Z`) + day * 86_400_000 + index * 600_000;
      observations.push(...walkSeen(at, next));
    }
    if (observations.length > 0) written += await append(db, observations, surroundings);
  }
  db.close();
  return written;
}

function walkSeen(at: number, next: () => number): Observation[] {
  const drawn = next();
  const walk = walks.find(([share]) => drawn <= share)?.[1] ?? [];
  const seen = walk.flatMap((name, index): Observation[] => {
    const ts = at + index * 20_000;
    const page = pageNamed(name);
    const reading = readPage(pageFromHtml(page.html, page.address, rulebook.signals), rulebook);
    const unread = readPage(addressPage(page.address), rulebook);
    const observe = (given: typeof reading, when: number): Observation =>
      observePage(
        {
          tabId: 1,
          openerTabId: null,
          ts: when,
          reading: given,
          verdict: judgeReading(given, rulebook, new Date(when).toISOString()),
        },
        rulebook.hosts,
        'secret',
      );
    const contacts = asked.flatMap(([share, host, type]) => {
      const recorded = recordedHost(host, rulebook.hosts);
      if (next() > share || recorded === null) return [];
      const count = 1 + Math.floor(next() * 5);
      return [
        {
          ...{ ...recorded, type, count, source: 'resource-timing' as const },
          ...{ method: null, outcome: null, initiator: null },
        },
      ];
    });
    // Now and then a page is judged before its data are there, and judged again: the last judgement counts.
    return [
      ...(next() < 0.2 ? [observe(unread, ts)] : []),
      observe(reading, ts + 500),
      { what: 'hosts', tabId: 1, ts: ts + 2000, contacts },
    ];
  });
  return [...seen, { what: 'left', tabId: 1, ts: at + 120_000 }];
}

Object.assign(globalThis, { recordWalks: { fillWalks } });
