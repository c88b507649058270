import { describe, expect, test } from 'vitest';
import { anyKey, shapeOf } from '../../core/report/shape-of';
import { shapesOfPage } from '../../core/report/shapes-of-page';
import { builtInRulebook } from '../../core/rulebook/built-in';
import { VIDEO_STATE_ID } from '../../demo/shop/video-state';
import { canaryTexts, canaryVideo } from '../builders/canary-video';
import { videoPageWith } from '../builders/pages';

const { signals, hosts } = builtInRulebook;
const anyone = { isKnown: () => false, isPersonal: () => false };
const shapes = (text: string) => shapesOfPage(videoPageWith(text), signals, hosts)[VIDEO_STATE_ID];

describe('the shape of a value', () => {
  test('tells keys and kinds, the entries of a list as one, and JSON kept as text', () => {
    const value = {
      id: '7600000000000000101',
      name: 'x',
      none: null,
      empty: '',
      link: 'https://a.test/b',
      flag: true,
      list: [{ a: 1 }, { a: 'x', b: [] }, 7],
      extra: '[{"type":33}]',
    };
    expect(shapeOf(value, anyone)).toEqual({
      object: {
        id: 'digits',
        name: 'text',
        none: 'null',
        empty: 'empty-text',
        link: 'address',
        flag: 'true-false',
        list: { list: { object: { a: 'number|text', b: { list: 'nothing' } }, also: 'number' } },
        extra: { json: { list: { object: { type: 'number' } } } },
      },
    });
  });

  test('joins an object of many equal entries, which may be named after somebody', () => {
    const shape = shapeOf({ anna: { n: 1 }, budi: { n: 2 }, citra: { n: 'x' } }, anyone);
    expect(shape).toEqual({ object: { [anyKey]: { object: { n: 'number|text' } } } });
  });

  test('keeps the fields that the rules name and ordinary ones beside them', () => {
    const told = JSON.stringify(shapesOfPage(canaryVideo(), signals, hosts));
    for (const key of [
      'itemStruct',
      'anchors',
      'component_key',
      'seo_url',
      'createTime',
      'playAddr',
      'nickname',
    ])
      expect(told, key).toContain(`"${key}"`);
    expect(told).toContain(anyKey);
  });
});

describe('the shape of a page full of personal data', () => {
  const told = JSON.stringify(shapesOfPage(canaryVideo(), signals, hosts));

  test.each(canaryTexts)('does not hold %s', (canary) => {
    expect(told).not.toContain(canary);
    expect(told).not.toContain(JSON.stringify(canary).slice(1, -1));
  });

  test('has no number of any length', () => {
    expect(told.replace(/statsV2/g, '')).not.toMatch(/\d{4}/);
  });
});

describe('the shape of a hostile state', () => {
  test.each<[string, string]>([
    ['200,000 nested lists', '['.repeat(200_000) + ']'.repeat(200_000)],
    ['50,000 nested objects', `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`],
    [
      'JSON in text in text',
      Array.from({ length: 12 }).reduce<string>((text) => JSON.stringify([text]), '1'),
    ],
    [
      '200,000 keys',
      JSON.stringify(
        Object.fromEntries(
          Array.from({ length: 200_000 }, (_, n) => [
            `k${'a'.repeat(n % 50)}x${n.toString(36).replace(/\d/g, '_')}${'b'.repeat(n % 7)}`,
            n,
          ]),
        ),
      ),
    ],
    ['a list of 300,000 entries', `[${Array.from({ length: 300_000 }, () => '{}').join(',')}]`],
    ['prototype keys', '{"__proto__":{"x":1},"constructor":{"prototype":1}}'],
    ['the largest state that is read', `["${'x'.repeat(4_000_000)}"]`],
  ])('of %s ends, and is small', (_name, text) => {
    const shape = shapes(text);
    expect(JSON.stringify(shape).length).toBeLessThan(600_000);
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });

  test('says where there was more than was looked at', () => {
    const square = Array.from({ length: 250 }, () => Array.from({ length: 250 }, () => 1));
    expect(shapes(JSON.stringify(square))).toEqual({
      list: { list: { also: 'number', cut: true }, cut: true },
    });
  });

  test('is told by a word where the state could not be read', () => {
    expect(shapes('{"a":')).toBe('not-json');
    expect(shapes(`["${'x'.repeat(17_000_000)}"]`)).toBe('too-large');
  });
});
