import type { Observation } from '../../core/flow/flow-state';
import { builtInRulebook } from '../../core/rulebook/built-in';
import type { Rulebook } from '../../core/rulebook/rulebook';
import { seenOnWalk } from '../fill/seen-on-walk';
import { type DemoPage, pageNamed } from '../shop/demo-pages';
import { abroadVideo } from './abroad-video';
import type { SeenUnder } from './record-person';

/** The study's first day, a Monday, at 09.00 WIB, and how long it is. */
const firstDay = Date.parse('2026-09-07T02:00:00Z');
const weeks = 8;
const dayLength = 24 * 60 * 60_000;

/** The rules of the first weeks: they do not know the shop host of other countries yet. */
const rulesBefore: Rulebook = {
  ...builtInRulebook,
  about: { ...builtInRulebook.about, version: '2026.09.01' },
  hosts: {
    ...builtInRulebook.hosts,
    hosts: builtInRulebook.hosts.hosts.filter(({ host }) => host !== 'shop.tiktok.com'),
  },
};
const weekOfNewRules = 4;

const pagesOf = (...names: string[]): readonly DemoPage[] => names.map(pageNamed);
const home: readonly (readonly DemoPage[])[] = [
  pagesOf('video-basket', 'shop-id-product'),
  pagesOf('video-basket', 'video-plain', 'share-page'),
  pagesOf('video-basket'),
];
const others: readonly (readonly DemoPage[])[] = [
  [abroadVideo],
  [abroadVideo, pageNamed('us-product')],
  pagesOf('video-conflicting'),
];
const unread: readonly (readonly DemoPage[])[] = [
  pagesOf('live'),
  pagesOf('video-dropped'),
  pagesOf('video-cut'),
  pagesOf('video-drifted'),
];
const nothing = pagesOf('video-plain', 'photo-post', 'video-plain', 'profile');

/**
 * Weeks of one simulated person, who has tastes of their own: how often a basket leads home or abroad, how many they
 * open, on which days, and when they stop. No person is meant.
 *
 * @param chance numbers from 0 to 1
 */
export function simulatePerson(chance: () => number): SeenUnder[] {
  const atHome = 0.1 + 0.85 * Math.sqrt(chance());
  const perDay = 1 + Math.round(6 * chance() ** 2);
  const begins = Math.floor(2.2 * chance());
  const ends = chance() < 0.25 ? begins + 2 + Math.floor(4 * chance()) : weeks;
  const pick = (walks: readonly (readonly DemoPage[])[]) =>
    walks[Math.floor(chance() * walks.length)] as readonly DemoPage[];
  const walk = () => {
    const drawn = chance();
    if (drawn < 0.2) return nothing;
    if (drawn < 0.32) return pick(unread);
    return chance() < atHome ? pick(home) : pick(others);
  };
  return [rulesBefore, builtInRulebook].map((rulebook, index) => {
    const [from, until] = index === 0 ? [begins, weekOfNewRules] : [Math.max(begins, weekOfNewRules), ends];
    const observations: Observation[] = [];
    for (let day = from * 7; day < Math.min(until, ends) * 7; day += 1) {
      if (chance() < 0.35) continue;
      // Not all at nine: by the minute, over twelve hours.
      let at = firstDay + day * dayLength + Math.floor(chance() * 720) * 60_000;
      for (let count = 0; count < Math.round(perDay * (0.5 + chance())); count += 1) {
        observations.push(...seenOnWalk(walk(), at, chance, rulebook));
        at += (8 + Math.floor(15 * chance())) * 60_000;
      }
    }
    // Some have a flow open when they export.
    if (chance() < 0.3) observations.pop();
    return { rulebook, observations };
  });
}
