import { expect, test } from 'vitest';
import { addressPage } from '../../core/page/page';
import { readSignals } from '../../core/page/read-signals';
import { builtInRulebook } from '../../core/rulebook/built-in';
import { ROUTER_STATE_ID } from '../../demo/shop/shop-state';
import { VIDEO_STATE_ID, videoItem } from '../../demo/shop/video-state';
import { videoAddress, videoId, videoPageOf } from '../builders/pages';

const rules = builtInRulebook.signals;
const shopPage = (state: string) => ({
  ...addressPage('https://www.tiktok.com/shop/pdp/x/1730000000000000001'),
  states: { [ROUTER_STATE_ID]: state },
});
const silent = ['shop-region', 'shop-route'].map((signal) => ({ signal, values: [], breaks: [] }));

test('a page of which only the address is known was not read, and no item was asked for', () => {
  expect(addressPage(videoAddress)).toEqual({
    address: videoAddress,
    states: null,
    marks: [],
    drawnLink: null,
    status: null,
    sight: null,
  });
  expect(readSignals(addressPage(videoAddress), rules)).toMatchObject({
    address: videoAddress,
    wasRead: false,
    marks: [],
    states: [],
    item: { outcome: 'not-asked' },
    room: null,
    drawnLink: null,
    texts: silent,
  });
});

test.each([
  ['a video', videoAddress, 'read'],
  ['a feed, which names no item', 'https://www.tiktok.com/foryou', 'other-item'],
  ['no address', 'not an address', 'other-item'],
])('the item of %s is looked for where the page was read', (_what, address, outcome) => {
  const reading = readSignals(videoPageOf(videoItem(videoId, 'contoh'), address), rules);
  expect(reading.item.outcome).toBe(outcome);
  expect(reading).toMatchObject({ wasRead: true, states: [VIDEO_STATE_ID] });
});

test.each([
  ['both of its words', '{"real_region" : "US","route_page_name":"pdp"}', ['US'], ['pdp']],
  ['a word twice: the first counts', '{"real_region":"US","b":{"real_region":"ID"}}', ['US'], []],
  ['a region of three letters', '{"real_region":"USA"}', [], []],
  ['a route in capitals', '{"route_page_name":"PDP"}', [], []],
  ['another field', '{"region":"US"}', [], []],
  ['nothing', '', [], []],
])('a shop page’s state that says %s', (_what, state, region, route) => {
  expect(readSignals(shopPage(state), rules).texts).toEqual([
    { signal: 'shop-region', values: region, breaks: [] },
    { signal: 'shop-route', values: route, breaks: [] },
  ]);
});

test('a shop page’s state as long as the limit is read, a longer one is not', () => {
  const state = '{"real_region":"US"}';
  const region = (stateCharacters: number) =>
    readSignals(shopPage(state), { ...rules, limits: { ...rules.limits, stateCharacters } }).texts[0]?.values;
  expect(region(state.length)).toEqual(['US']);
  expect(region(state.length - 1)).toEqual([]);
});

test('a drawn link is cut to the length of a value', () => {
  const drawn = (drawnLink: string) =>
    readSignals({ ...addressPage(videoAddress), states: {}, drawnLink }, rules).drawnLink;
  const link = 'https://shop-id.tokopedia.com/';
  expect(drawn(link)).toBe(link);
  expect(drawn(link.padEnd(700, 'x'))).toBe(link.padEnd(rules.limits.valueCharacters, 'x'));
});
