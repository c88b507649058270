import { describe, expect, test } from 'vitest';
import type { ItemReading } from '../../core/page/page';
import { itemIdIn, mergeItems, readItem, readItemObject } from '../../core/page/read-item';
import { builtInRulebook } from '../../core/rulebook/built-in';
import { pageState, videoItem, videoState } from '../../demo/shop/video-state';
import { videoId } from '../builders/pages';

const rules = builtInRulebook.signals;
const otherId = '7600000000000000999';
const read = (text: string | undefined) => readItem(text, videoId, rules);
const stateOf = (scope: Record<string, unknown>) => JSON.stringify(pageState(scope));
const own = JSON.stringify(videoState(videoItem(videoId, 'contoh')));
const other = JSON.stringify(videoState(videoItem(otherId, 'contoh')));
/** A page about no item, which names the id somewhere else. */
const named = (scope: string, more: Record<string, unknown> = {}) =>
  stateOf({ [scope]: { statusCode: 10204, ...more }, seen: [videoId] });

const broken = (text: string) => text.replace('"createTime"', 'createTime');
/** Names the item of the address in its own caption. */
const naming = (text: string) => text.replace('"contoh"', `"${videoId}"`);
const numbered = (text: string) => text.replace(`"id":"${videoId}","desc"`, `"id":${videoId},"desc"`);
const refused = (text: string) => text.replace('"statusCode":0', '"statusCode":10204');
const detail = (statusCode: unknown) => named('webapp.video-detail', { statusCode });

describe('what became of the item of the address', () => {
  test.each<[string, string | undefined, string]>([
    ['no state at all', undefined, 'state-absent'],
    ['a state that holds it', own, 'read'],
    ['a state with white space around it', ` \n${own}\n `, 'read'],
    ['a state that is cut before the item', own.slice(0, 60), 'state-not-json'],
    ['a state that is cut after the item', own.slice(0, -1), 'state-not-json'],
    ['a state that names it and is broken inside', broken(own), 'state-not-json'],
    ['a state about another item', other, 'other-item'],
    ['a state about another item, with white space after it', `${other}\n `, 'other-item'],
    ['a state about another item, which is never parsed', broken(other), 'other-item'],
    ['a state about another item that names this one', naming(other), 'other-item'],
    ['a desktop page without an item', stateOf({ 'webapp.video-detail': {} }), 'unavailable'],
    ['a page for phones without an item', stateOf({ 'webapp.reflow.video.detail': {} }), 'unavailable'],
    ['a desktop page without an item that names it', named('webapp.video-detail'), 'unavailable'],
    ['a page of another kind', stateOf({ 'webapp.user-detail': {} }), 'not-in-state'],
    ['a page of another kind that names it', named('webapp.user-detail'), 'not-in-state'],
    [
      'an item that stands where no rule looks for it',
      named('webapp.user-detail', { itemStruct: videoItem(videoId, 'contoh') }),
      'new-shape',
    ],
    [
      'another item where no rule looks for it, on a page that does not name this one',
      stateOf({ 'webapp.user-detail': { itemStruct: videoItem(otherId, 'contoh') } }),
      'other-item',
    ],
    ['an item whose id is a number', numbered(own), 'new-shape'],
    [
      'an item that is nested too deeply to be looked through',
      own.replace('"textExtra":[]', `"deep":${'['.repeat(100_000)}${']'.repeat(100_000)}`),
      'new-shape',
    ],
  ])('%s', (_what, text, outcome) => {
    expect(read(text).outcome).toBe(outcome);
  });

  test('a state as long as the limit is read, a longer one is too large', () => {
    const limited = (stateCharacters: number) =>
      readItem(own, videoId, { ...rules, limits: { ...rules.limits, stateCharacters } });
    expect(limited(own.length).outcome).toBe('read');
    expect(limited(own.length - 1).outcome).toBe('state-too-large');
  });

  test.each<[string, string, string, string | null]>([
    ['without an item, with a reason', named('webapp.video-detail'), 'unavailable', '10204'],
    ['without an item, and all well', detail(0), 'unavailable', null],
    ['without an item or a status', stateOf({ 'webapp.video-detail': {} }), 'unavailable', null],
    ['with a status below nothing', detail(-10204), 'unavailable', null],
    ['with a status of words', detail('10204x'), 'unavailable', null],
    ['with a status of ten digits', detail(1234567890), 'unavailable', '1234567890'],
    ['with a longer status', detail(12345678901), 'unavailable', null],
    ['about an item of a new shape, with a reason', refused(numbered(own)), 'unavailable', '10204'],
    ['about another item, with a reason of its own', refused(naming(other)), 'other-item', null],
    ['about another item that alone it names', refused(other), 'other-item', null],
  ])('a state %s keeps what it says of the item’s absence', (_what, text, outcome, status) => {
    const signals = status === null ? [] : [{ signal: 'video-status', values: [status], breaks: [] }];
    expect(read(text)).toMatchObject({ outcome, signals });
  });

  test('an item that was not read says nothing', () => {
    expect(read(undefined)).toEqual({
      outcome: 'state-absent',
      where: 'page state',
      caption: null,
      signals: [],
      shopKeys: [],
      missing: [],
    });
  });
});

describe('an item that was found', () => {
  const item = (more: Record<string, unknown> = {}) =>
    readItemObject(videoItem(videoId, 'contoh', more), 'page props', rules);

  test('keeps where it was found and the first words of its caption', () => {
    expect(item()).toMatchObject({ outcome: 'read', where: 'page props', caption: 'contoh' });
    expect(item({ desc: 'x'.repeat(81) }).caption).toBe('x'.repeat(80));
    expect(item({ desc: ['contoh'] }).caption).toBeNull();
    expect(item({ desc: undefined }).caption).toBeNull();
  });

  test.each<[string, Record<string, unknown>, string[]]>([
    ['a video', {}, []],
    ['a photo post', { video: undefined, imagePost: { images: [] } }, []],
    ['neither a video nor a photo post', { video: undefined }, ['video|imagePost']],
    ['a video without its time', { createTime: undefined }, ['createTime']],
    ['none of it', { createTime: undefined, video: undefined }, ['createTime', 'video|imagePost']],
  ])('that is %s misses what the rules expect of any item', (_what, more, missing) => {
    expect(item(more).missing).toEqual(missing);
  });

  test.each<[string, Record<string, unknown>, string[]]>([
    ['nowhere', {}, []],
    ['deep inside it', { shop: [{ link: { seo_url: 'x' } }] }, ['seo_url']],
    ['inside JSON kept as text', { extra: '{"product_id":"1"}' }, ['product_id']],
    [
      'inside JSON kept as text twice',
      { extra: JSON.stringify({ a: '{"product_id" : 1}' }) },
      ['product_id'],
    ],
    ['twice, and is named once', { a: { seo_url: 1 }, b: { seo_url: 2 } }, ['seo_url']],
    ['as the end of another name', { my_seo_url: 1 }, []],
    ['as a value only', { a: 'seo_url' }, []],
    ['in words that people write', { desc: '{"seo_url":1}', author: { signature: '"product_id":' } }, []],
  ])('holds a shop field %s', (_where, more, keys) => {
    expect(item(more).shopKeys).toEqual(keys);
  });
});

describe('an item that was found several times', () => {
  const reading = (more: Partial<ItemReading> = {}): ItemReading => ({
    ...readItemObject(videoItem(videoId, 'contoh'), 'page state', rules),
    signals: [],
    ...more,
  });

  test('is none where it was found nowhere, and itself where once', () => {
    expect(mergeItems([])).toBeNull();
    expect(mergeItems([reading()])).toEqual(reading());
  });

  test.each([
    ['read', 'read', 'read'],
    ['read', 'new-shape', 'new-shape'],
    ['new-shape', 'read', 'new-shape'],
  ] as const)('as %s and as %s is %s: what could not be read may speak differently', (one, two, outcome) => {
    expect(mergeItems([reading({ outcome: one }), reading({ outcome: two })])?.outcome).toBe(outcome);
  });

  test('says all that any of them says, shop fields and missing fields once', () => {
    const signal = (value: string) => ({ signal: 'anchor-type', values: [value], breaks: [] });
    const merged = mergeItems([
      reading({ signals: [signal('54')], shopKeys: ['seo_url'], missing: ['createTime'] }),
      reading({ signals: [signal('54')], shopKeys: ['seo_url', 'product_id'], missing: ['createTime'] }),
      reading({ signals: [signal('35')], missing: ['video|imagePost'] }),
    ]);
    expect(merged).toMatchObject({
      signals: [signal('54'), signal('54'), signal('35')],
      shopKeys: ['seo_url', 'product_id'],
      missing: ['createTime', 'video|imagePost'],
    });
  });
});

test.each([
  ['/@demo/video/7600000000000000101', '7600000000000000101'],
  ['/@demo/photo/7600000000000000101/', '7600000000000000101'],
  ['/@/video/12345', '12345'],
  ['/@demo/video/1234', null],
  ['/@demo/video/7600000000000000101/x', null],
  ['/@demo/live', null],
  ['/foryou', null],
])('the path %s names the item %s', (path, id) => {
  expect(itemIdIn(path, rules)).toBe(id);
});
