import { describe, expect, test } from 'vitest';
import { looks } from '../../core/page/look';
import { addressPage } from '../../core/page/page';
import { looked, readingOf, readPage } from '../../core/page/read-page';
import type { Sight } from '../../core/page/sight';
import { builtInRulebook as rulebook } from '../../core/rulebook/built-in';
import { pageState, videoItem, videoState } from '../../demo/shop/video-state';
import { seenPageOf, videoAddress, videoId, videoPageWith } from '../builders/pages';

const otherId = '7600000000000000999';
const shortLink = 'https://vt.tiktok.com/ZSabc/';
const namedLink = `https://m.tiktok.com/v/${videoId}.html`;
const stateOf = (id: unknown) => JSON.stringify(videoState({ ...videoItem(videoId, 'contoh'), id }));
const scope = (id: string) => ({ itemInfo: { itemStruct: videoItem(id, 'contoh') } });
const twoItems = JSON.stringify(
  pageState({
    'webapp.video-detail': scope(otherId),
    'webapp.reflow.video.detail': scope('7600000000000000888'),
  }),
);
const none = JSON.stringify(pageState({}));
const itemOf = (text: string, address = shortLink, signals = rulebook.signals) =>
  readPage(videoPageWith(text, address), { ...rulebook, signals }).item;
const another = { signal: 'another-than-linked', values: ['yes'], breaks: [] };

describe('an address that only leads on', () => {
  test('is read as the page that it led to', () => {
    const item = itemOf(stateOf(otherId));
    expect(item).toMatchObject({ outcome: 'read', caption: 'contoh' });
    expect(item.signals).not.toContainEqual(another);
  });

  test('is read so where the page writes its names with signs for letters', () => {
    expect(itemOf(stateOf(otherId).replace('"itemStruct"', '"item\\u0053truct"')).outcome).toBe('read');
  });

  test('and names another item keeps that beside it', () => {
    const item = itemOf(stateOf(otherId), namedLink);
    expect(item.outcome).toBe('read');
    expect(item.signals.at(-1)).toEqual(another);
  });

  test('and names the very item keeps nothing beside it', () => {
    const item = itemOf(stateOf(videoId), namedLink);
    expect(item.outcome).toBe('read');
    expect(item.signals).not.toContainEqual(another);
  });

  test.each<[string, string, string, string]>([
    ['holds two items', twoItems, shortLink, 'other-item'],
    ['holds two items, and names one', twoItems, namedLink, 'other-item'],
    ['holds none', none, shortLink, 'not-asked'],
    ['holds a number for its id', stateOf(12345), shortLink, 'other-item'],
    [
      'holds a number for its id, and names one',
      stateOf(12345).replaceAll(videoId, otherId),
      namedLink,
      'other-item',
    ],
    ['holds an id with a letter before it', stateOf('x12345'), shortLink, 'other-item'],
    ['holds an id with a letter behind it', stateOf('12345x'), shortLink, 'other-item'],
  ])('reads no item of a page that %s', (_what, text, address, outcome) => {
    expect(itemOf(text, address)).toMatchObject({ outcome, signals: [] });
  });

  test('reads a state as long as the limit, and no longer one', () => {
    const text = stateOf(otherId);
    const outcome = (stateCharacters: number) =>
      itemOf(text, shortLink, {
        ...rulebook.signals,
        limits: { ...rulebook.signals.limits, stateCharacters },
      }).outcome;
    expect([outcome(text.length), outcome(text.length - 1)]).toEqual(['read', 'other-item']);
  });

  test('reads nothing of a page without that state, or that nobody read', () => {
    const page = addressPage(shortLink);
    expect(readPage(page, rulebook).item.outcome).toBe('not-asked');
    expect(readPage({ ...page, states: {} }, rulebook).item.outcome).toBe('not-asked');
  });
});

test.each([['kenanga'], ['https://www.tiktok.com/foryou'], [videoAddress]])(
  'an address that leads nowhere else has no item but its own: %s',
  (address) => {
    expect(itemOf(stateOf(otherId), address)).toMatchObject({ outcome: 'other-item', signals: [] });
  },
);

describe('what a page looks like while its program has not drawn it yet', () => {
  const nothing: Sight = {
    ...{ title: '', heading: '', text: '', marks: '', comments: '' },
    ...{ scripts: 1, data: 0, program: 0, asksPassword: false, isLong: false },
  };
  test.each<[string, Partial<Sight>, string, string]>([
    ['nothing', {}, 'not-yet', 'empty'],
    ['a few words', { text: 'kenanga '.repeat(8) }, 'not-yet', 'too-little'],
    ['words without a script', { text: 'kenanga '.repeat(20), scripts: 0 }, 'not-yet', 'bare'],
    ['many words', { text: 'kenanga '.repeat(80) }, 'not-yet', 'wordless'],
    ['an error', { title: '404 Not Found' }, 'error', 'error'],
  ])('%s may still become more', (_what, seen, early, late) => {
    const page = { ...addressPage(videoAddress), states: {}, sight: { ...nothing, ...seen } };
    expect(readingOf(seenPageOf(page, false), rulebook).look).toBe(early);
    expect(readingOf(seenPageOf(page), rulebook).look).toBe(late);
    expect(looked(page, rulebook.looks)).toEqual({ ...page, sight: late });
  });
});

test('a page whose look is known keeps it', () => {
  for (const sight of [null, ...looks]) {
    const page = { ...addressPage(videoAddress), sight };
    expect(looked(page, rulebook.looks)).toEqual(page);
  }
});
