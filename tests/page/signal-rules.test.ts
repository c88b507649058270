import { expect, test } from 'vitest';
import type { PathStep } from '../../core/page/signal-rules';
import { drawsLink, holdsState, itemFields, stateIds } from '../../core/page/signal-rules';
import { builtInRulebook } from '../../core/rulebook/built-in';

const rules = builtInRulebook.signals;
const itemState = '__UNIVERSAL_DATA_FOR_REHYDRATION__';

test('the states that are read are those of items, of shop pages and of live pages, each once', () => {
  expect(stateIds(rules).toSorted()).toEqual(['SIGI_STATE', '__MODERN_ROUTER_DATA__', itemState].toSorted());
  const only = { ...rules, item: { ...rules.item, state: 'a' } };
  const text = { id: 'x', state: 'b', pattern: 'x' };
  expect(stateIds({ ...only, textSignals: [text, text], pageStates: [] })).toEqual(['a', 'b']);
  expect(stateIds({ ...only, textSignals: [], pageStates: [{ states: ['c', 'a'] }] })).toEqual(['a', 'c']);
});

test.each<[string, Record<string, string>, boolean]>([
  ['a page for phones', { [itemState]: '{"webapp.reflow.video.detail":{}}' }, true],
  ['a desktop page', { [itemState]: '{"webapp.video-detail":{}}' }, false],
  ['another state that has its word', { SIGI_STATE: '{"webapp.reflow.video.detail":{}}' }, false],
  ['a page without states', {}, false],
])('whether a link may be drawn for the basket: %s', (_what, states, draws) => {
  expect(drawsLink(states, rules)).toBe(draws);
});

test.each<[string, PathStep[], string[]]>([
  ['a field', ['anchors'], ['anchors']],
  ['each entry of a list', ['anchors', '*', 'type'], ['anchors', 'type']],
  ['JSON inside a text', ['extra', '(json)', 'seo_url'], ['extra', 'seo_url']],
  [
    'only what equals',
    ['anchors', '*', { type: '35', key: 'x' }, 'extra'],
    ['anchors', 'type', 'key', 'extra'],
  ],
  ['a field with a hyphen', ['shop-link'], ['shop-link']],
])('the fields of a path through %s are its names', (_what, at, names) => {
  const item = { ...rules.item, places: [], expected: [] };
  expect(itemFields({ ...rules, item, itemSignals: [{ id: 'x', at }] })).toEqual(new Set(['id', ...names]));
});

test('the fields of an item’s places and those that any item must hold are read too', () => {
  const item = {
    ...rules.item,
    places: [['scope', 'itemStruct']],
    expected: [['createTime'], ['video', 'imagePost']],
  };
  expect(itemFields({ ...rules, item, itemSignals: [] })).toEqual(
    new Set(['id', 'scope', 'itemStruct', 'createTime', 'video', 'imagePost']),
  );
});

test.each<[string, Record<string, string>, boolean]>([
  ['none', {}, false],
  ['an empty one', { a: '' }, false],
  ['one of nothing', { a: '{}' }, false],
  ['one of nothing between blanks', { a: ' {}\n' }, false],
  ['one of one letter', { a: '"x"' }, true],
  ['one of nothing beside one that says something', { a: '{}', b: '{"c":1}' }, true],
])('whether a page holds a state that says anything: %s', (_what, states, holds) => {
  expect(holdsState(states)).toBe(holds);
});
