import type { Observation } from '../../core/flow/flow-state';
import { observePage } from '../../core/flow/observe-page';
import { recordedHost } from '../../core/flow/recorded-host';
import { pageFromHtml } from '../../core/page/from-html';
import { addressPage, type Reading } from '../../core/page/page';
import { readPage } from '../../core/page/read-page';
import { builtInRulebook } from '../../core/rulebook/built-in';
import type { Rulebook } from '../../core/rulebook/rulebook';
import { judgeReading } from '../../core/verdict/judge';
import type { DemoPage } from '../shop/demo-pages';

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
export function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

/** The same page is read once for all walks. */
const read = new Map<string, { readonly whole: Reading; readonly early: Reading }>();
function readingsOf({ name, address, html }: DemoPage, rulebook: Rulebook) {
  const key = `${rulebook.about.version} ${name}`;
  const known = read.get(key) ?? {
    whole: readPage(pageFromHtml(html, address, rulebook.signals), rulebook),
    early: readPage(addressPage(address), rulebook),
  };
  read.set(key, known);
  return known;
}

/**
 * What the recorder is told of a walk through the demo shop, in one tab, a page every 20 seconds; a page named twice in a
 * row is judged again.
 *
 * @param at ms since 1970, UTC
 */
export function seenOnWalk(
  walk: readonly DemoPage[],
  at: number,
  next: () => number,
  rulebook: Rulebook = builtInRulebook,
): Observation[] {
  const seen = walk.flatMap((page, index): Observation[] => {
    const ts = at + index * 20_000;
    const { whole, early } = readingsOf(page, rulebook);
    const observe = (reading: Reading, when: number): Observation => {
      const verdict = judgeReading(reading, rulebook, new Date(when).toISOString());
      return observePage(
        { tabId: 1, openerTabId: null, ts: when, reading, verdict },
        rulebook.hosts,
        'secret',
      );
    };
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
      ...(next() < 0.2 ? [observe(early, ts)] : []),
      observe(whole, ts + 500),
      { what: 'hosts', tabId: 1, ts: ts + 2000, contacts },
    ];
  });
  return [...seen, { what: 'left', tabId: 1, ts: at + 120_000 }];
}
