import fc from 'fast-check';
import { hostileText } from './hostile-texts';

/** What is done to one place of a JSON value. */
interface Change {
  /** Which place, counted through the whole value, JSON inside texts too. */
  readonly at: number;
  readonly how: 'replace' | 'rename' | 'drop' | 'add' | 'wrap' | 'as-text' | 'as-number';
  readonly name: string;
  readonly value: unknown;
}

const nested = (depth: number, inner: string): string => `${'['.repeat(depth)}${inner}${']'.repeat(depth)}`;

export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: hostileText },
  {
    weight: 4,
    arbitrary: fc.constantFrom<unknown>(
      null,
      true,
      false,
      0,
      -1,
      0.5,
      33,
      35,
      54,
      1e308,
      [],
      {},
      [[]],
      [null],
      { toString: 1, valueOf: 1 },
      { toJSON: 'x' },
      { length: 1e9 },
      { __x__: { constructor: { prototype: {} } } },
    ),
  },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 200 }).map((depth) => JSON.parse(nested(depth, '1'))) },
  {
    weight: 1,
    arbitrary: fc.integer({ min: 1, max: 200 }).map((length) => Array.from({ length }, () => ({ type: 54 }))),
  },
);

const names = [
  '__proto__',
  'constructor',
  'toString',
  'prototype',
  'seo_url',
  'anchors',
  'id',
  'type',
  'extra',
  'desc',
  'x',
];

const change: fc.Arbitrary<Change> = fc.record({
  at: fc.nat({ max: 400 }),
  how: fc.constantFrom('replace', 'rename', 'drop', 'add', 'wrap', 'as-text', 'as-number'),
  name: fc.oneof(fc.constantFrom(...names), hostileText),
  value: hostileValue,
});

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function parsed(text: string): unknown {
  if (!/^[[{]/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** How many places a value has. */
function size(value: unknown): number {
  const inner = typeof value === 'string' ? parsed(value) : value;
  return typeof inner === 'object' && inner !== null
    ? Object.values(inner).reduce<number>((sum, part) => sum + size(part), 1)
    : 1;
}

/** The value with one place changed. `__proto__` becomes a field of its own, as JSON.parse makes it. */
function changed(value: unknown, { how, name, value: other, at }: Change): unknown {
  let left = at % size(value);
  const visit = (part: unknown): unknown => {
    if (left-- === 0) return alter(part);
    if (typeof part === 'string') {
      const inner = parsed(part);
      return inner === undefined ? part : JSON.stringify(visitInside(inner));
    }
    return visitInside(part);
  };
  const visitInside = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(visit);
    if (!isObject(part)) return part;
    return Object.fromEntries(
      Object.entries(part).flatMap(([key, field]) => {
        const isHere = left === 0;
        if (isHere && how === 'drop') {
          left -= 1;
          return [];
        }
        if (isHere && how === 'rename') {
          left -= 1;
          return [[name, field]];
        }
        return [[key, visit(field)]];
      }),
    );
  };
  const alter = (part: unknown): unknown => {
    if (how === 'add') {
      if (Array.isArray(part)) return [...part, other];
      return isObject(part) ? Object.fromEntries([...Object.entries(part), [name, other]]) : [part, other];
    }
    if (how === 'wrap') return Object.fromEntries([[name, part]]);
    if (how === 'as-text') return typeof part === 'string' ? part : JSON.stringify(part);
    if (how === 'as-number') return typeof part === 'object' ? 0 : Number(part);
    return other;
  };
  return visit(value);
}

/** One of these JSON values with up to `most` places changed. */
export const changedJson = (values: readonly unknown[], most = 3): fc.Arbitrary<unknown> =>
  fc
    .tuple(fc.constantFrom(...values), fc.array(change, { maxLength: most }))
    .map(([value, changes]) => changes.reduce(changed, value))
    // As it arrives: without what JSON cannot say.
    .map((value) => JSON.parse(JSON.stringify(value) ?? 'null'));
