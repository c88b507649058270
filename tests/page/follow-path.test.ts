import { expect, test } from 'vitest';
import { followPath } from '../../core/page/follow-path';
import type { PathStep } from '../../core/page/signal-rules';

const limits = { stateCharacters: 1000, values: 3, valueCharacters: 5 };
const follow = (root: unknown, ...at: PathStep[]) => followPath(root, { id: 'x', at }, limits);

test.each<[string, unknown, PathStep[], string[], string[]]>([
  // what                           state                          path                       values         breaks
  ['a field', { a: 1 }, ['a'], ['1'], []],
  ['a field that is not there', {}, ['a'], [], ['0 absent']],
  ['a field of the prototype', {}, ['constructor'], [], ['0 absent']],
  ['an own field of that name', JSON.parse('{"__proto__":1}'), ['__proto__'], ['1'], []],
  ['each entry of a list', [1, true, 'a'], ['*'], ['1', 'true', 'a'], []],
  ['entries beyond the limit', [1, 2, 3, 4, 5], ['*'], ['1', '2', '3'], ['0 too-many']],
  ['an object as a list', { 0: 1 }, ['*'], [], ['0 not-a-list']],
  ['JSON inside a text', { a: '{"b":"c"}' }, ['a', '(json)', 'b'], ['c'], []],
  ['a text that is not JSON', { a: '{' }, ['a', '(json)'], [], ['1 not-json']],
  [
    'only what equals',
    [
      { t: 33, v: 'a' },
      { t: '33', v: 'b' },
      { t: 54, v: 'c' },
    ],
    ['*', { t: '33' }, 'v'],
    ['a', 'b'],
    [],
  ],
  [
    'only what equals in every field',
    [
      { t: 33, k: 'shop', v: 'a' },
      { t: 33, k: 'other', v: 'b' },
      { t: 54, k: 'shop', v: 'c' },
    ],
    ['*', { t: '33', k: 'shop' }, 'v'],
    ['a'],
    [],
  ],
  ['a number where JSON should be text', { a: 5 }, ['a', '(json)'], [], ['1 not-json']],
  ['a field of a text', 'abc', ['length'], [], ['0 not-an-object']],
  ['a field of a list', [1], ['length'], [], ['0 not-an-object']],
  ['a field of nothing, beside one that is', [null, { a: 1 }], ['*', 'a'], ['1'], ['1 not-an-object']],
  ['a field that is null', { a: null }, ['a', 'b'], [], ['0 absent']],
  ['a value that is no value', { a: {} }, ['a'], [], ['1 not-a-value']],
  ['a long value, cut', { a: 'abcdefgh' }, ['a'], ['abcde'], []],
])('follows %s', (_what, root, at, values, breaks) => {
  const reading = follow(root, ...at);
  expect(reading.values).toEqual(values);
  expect(reading.breaks.map(({ step, why }) => `${step} ${why}`)).toEqual(breaks);
});
