import { describe, expect, test, vi } from 'vitest';
import { parseJson } from '../../core/page/parse-json';
import { readItem } from '../../core/page/read-item';
import type { SignalRules } from '../../core/page/signal-rules';
import { stateOfItem } from '../../core/page/state-of-item';
import { builtInRulebook } from '../../core/rulebook/built-in';
import {
  basketItem,
  pageState,
  SHOP_ID_PRODUCT,
  shopChild,
  videoItem,
  videoState,
} from '../../demo/shop/video-state';
import { judgeToday, videoId, videoPageWith } from '../builders/pages';

const rules = builtInRulebook.signals;
/** Rules by which nothing that follows the item is parsed, however short. */
const searching: SignalRules = { ...rules, limits: { ...rules.limits, behindCharacters: 0 } };
const wholeState = (text: string) => parseJson(text);

const basket = basketItem(videoId, 'contoh', [shopChild(SHOP_ID_PRODUCT)]);
const plain = videoItem(videoId, 'contoh');
const scopeOf = (item: unknown) => ({ itemInfo: { itemStruct: item }, statusCode: 0 });
const text = JSON.stringify(videoState(basket));
const plainText = JSON.stringify(videoState(plain));
const other = JSON.stringify(scopeOf(videoItem('7600000000000000999', 'contoh')));
const filling = (bytes: number) =>
  Array.from({ length: Math.ceil(bytes / 40) }, (_, n) => `"kata" {${n}} \\ https://p16.example/${n}`);
/** The text with more fields in its scopes, before those that it has or behind them. */
const scopesWith = (before: string, behind: string, of = text) =>
  of.replace('{"__DEFAULT_SCOPE__":{', `{"__DEFAULT_SCOPE__":{${before}`).replace(/\}\}$/, `${behind}}}`);

describe('a state that is JSON says of its item what all of it parsed says', () => {
  test.each<[string, string]>([
    ['as pages are served', text],
    ['without a basket', plainText],
    ['spaced', JSON.stringify(videoState(basket), null, 2)],
    ['with white space around it', ` \n${text}\t\r\n`],
    ['of the page for phones', JSON.stringify(pageState({ 'webapp.reflow.video.detail': scopeOf(basket) }))],
    [
      'with the item in both places',
      JSON.stringify(
        pageState({ 'webapp.video-detail': scopeOf(basket), 'webapp.reflow.video.detail': scopeOf(plain) }),
      ),
    ],
    ['with a scope of its name twice, the first the one', scopesWith(`"webapp.video-detail":${other},`, '')],
    ['with a scope of its name twice, the last another’s', scopesWith('', `,"webapp.video-detail":${other}`)],
    [
      'with a scope of its name again, written with a sign for a letter',
      scopesWith('', `,"webapp.video\\u002ddetail":${other}`),
    ],
    [
      'with a scope of its name again, written with signs for all letters',
      scopesWith(
        '',
        `,"${[...'webapp.video-detail'].map((letter) => `\\u00${letter.charCodeAt(0).toString(16)}`).join('')}":${other}`,
      ),
    ],
    ['with all scopes twice', text.replace(/\}$/, `,"__DEFAULT_SCOPE__":{"webapp.video-detail":${other}}}`)],
    [
      'with all scopes again, written with a sign for a letter',
      text.replace(/\}$/, `,"__DEFAULT_SCOP\\u0045__":{"webapp.video-detail":${other}}}`),
    ],
    ['with all scopes again, that are none', text.replace(/\}$/, ',"__DEFAULT_SCOPE__":null}')],
    ['with its item twice', text.replace('"itemStruct":', '"itemStruct":{"id":"1"},"itemStruct":')],
    ['with its item again behind it', text.replace(',"shareMeta"', ',"itemInfo":{},"shareMeta"')],
    ['with its id twice', text.replace('"desc":"contoh"', '"desc":"contoh","id":"7600000000000000999"')],
    ['with its id written with a sign for a digit', text.replace('"id":"7', '"id":"\\u0037')],
    ['with its item written with a sign for a letter', text.replace('"itemStruct"', '"item\\u0053truct"')],
    [
      'with its scope inside another',
      text.replace('"webapp.video-detail":', '"x":{"webapp.video-detail":').replace(/\}\}$/, '}}}'),
    ],
    [
      'with its scope outside of all scopes',
      text.replace('"webapp.video-detail":', '"x":1},"webapp.video-detail":').replace(/\}\}$/, '}'),
    ],
    [
      'with its scope in a field beside the scopes',
      text.replace('"webapp.video-detail":', '"x":1},"y":{"webapp.video-detail":'),
    ],
    [
      'with a nought for its scope, and the scope beside',
      text.replace('"webapp.video-detail":', '"webapp.video-detail":0},"y":{"webapp.video-detail":'),
    ],
    [
      'with a nought for its scope, and another scope behind',
      text.replace('"webapp.video-detail":', '"webapp.video-detail":0,"x":'),
    ],
    [
      'with a nought for its scope, written with a sign for a letter, and the scope beside',
      text.replace('"webapp.video-detail":', '"webapp\\u002evideo-detail":0},"y":{"webapp.video-detail":'),
    ],
    [
      'with its scope in a list',
      text.replace('"webapp.video-detail":', '"x":[{"webapp.video-detail":').replace(/\}\}$/, '}]}}'),
    ],
    ['with its scope in a text before it', scopesWith(`"x":${JSON.stringify(text)},`, '')],
    ['with its scope in a text behind it', scopesWith('', `,"x":${JSON.stringify(plainText)}`)],
    [
      'with its scope’s name as the end of another',
      text.replace('"webapp.video-detail"', '"x\\"webapp.video-detail"'),
    ],
    ['with its scope’s name as a value', scopesWith('"x":"webapp.video-detail","y":{},', '')],
    [
      'with its scope’s name before a list',
      text.replace('"webapp.video-detail":', '"webapp.video-detail":[],"x":'),
    ],
    ['with braces and quotes in its texts', text.replace('"contoh"', '"}\\"}{\\\\"')],
    ['with texts that end in backslashes', text.replace('"contoh"', '"contoh\\\\\\\\"')],
    [
      'with a prototype of its own',
      text.replace('"webapp.video-detail"', '"__proto__":{"a":1},"webapp.video-detail"'),
    ],
    ['in a list', `[${text}]`],
    ['about no item', JSON.stringify(pageState({ 'webapp.video-detail': { statusCode: 10204 } }))],
    [
      'about no item, that names it',
      JSON.stringify(pageState({ 'webapp.video-detail': { statusCode: 10204 }, seen: [videoId] })),
    ],
  ])('%s', (_what, state) => {
    expect(JSON.parse(state)).toBeDefined();
    const whole = readItem(state, videoId, rules, wholeState);
    expect(readItem(state, videoId, rules)).toEqual(whole);
    expect(readItem(state, videoId, searching)).toEqual(whole);
  });
});

describe('a state that is no JSON', () => {
  const long = scopesWith('', `,"more":${JSON.stringify(filling(100_000))}`);
  test.each<[string, string]>([
    ['cut behind its item', text.slice(0, -1)],
    ['with more behind it', `${text} more`],
    ['with a space that JSON does not know behind it', `${text}\u00a0`],
    ['broken behind its item', text.replace('"statusCode":0', '"statusCode":')],
    ['broken behind its scope', scopesWith('', ',"x":')],
    ['broken before it', scopesWith('"x":,', '')],
    ['broken in it', text.replace('"createTime"', 'createTime')],
    ['cut in it', text.slice(0, text.indexOf('"createTime"'))],
    ['cut in a text of it', text.slice(0, text.indexOf('contoh'))],
    ['cut in its scope’s name', text.slice(0, text.indexOf('-detail"'))],
    ['cut behind its scope’s name', text.slice(0, text.indexOf('{"itemInfo"'))],
    ['cut one sign behind that', text.slice(0, text.indexOf('"itemInfo"'))],
    ['long, and cut', long.slice(0, -20)],
    ['long, and broken in its item', long.replace('"createTime"', 'createTime')],
    ['long, and broken before it', long.replace('"language"', 'language')],
  ])('is unread: %s', (_what, state) => {
    expect(parseJson(state)).toBeUndefined();
    const item = readItem(state, videoId, rules);
    expect(item).toEqual(readItem(state, videoId, rules, wholeState));
    expect(item.outcome).not.toBe('read');
    expect(judgeToday(videoPageWith(state)).basket).toBe('unknown');
  });

  test('gives its item’s answer where item and path are whole, and what is broken lies far behind', () => {
    const broken = long.replace('"kata\\" {2000}', '"kata" {2000}');
    expect(parseJson(broken)).toBeUndefined();
    expect(readItem(broken, videoId, rules)).toEqual(readItem(text, videoId, rules));
  });
});

test.each([
  ['behind its item', scopesWith('', `,"more":${JSON.stringify(filling(8e6))}`)],
  ['before its item', scopesWith(`"more":${JSON.stringify(filling(8e6))},`, '')],
])('a state with 8 MB %s gives its answer', (_where, state) => {
  expect(state.length).toBeGreaterThan(8 * 1024 * 1024);
  expect(judgeToday(videoPageWith(state))).toMatchObject({ basket: 'yes', processor: 'tokopedia' });
});

test('what follows the item is never parsed where it is long', () => {
  const slashes = text.replace('"contoh"', '"contoh\\\\\\\\"');
  const long = scopesWith('', `,"more":${JSON.stringify(filling(2e6))}`, slashes);
  const parse = vi.spyOn(JSON, 'parse');
  try {
    expect(stateOfItem(long, rules)).toMatchObject({
      __DEFAULT_SCOPE__: { 'webapp.video-detail': scopeOf({ id: videoId }) },
    });
    const parsed = parse.mock.calls.reduce((sum, [part]) => sum + String(part).length, 0);
    expect(parsed).toBeLessThan(text.length + 100);
  } finally {
    parse.mockRestore();
  }
});
