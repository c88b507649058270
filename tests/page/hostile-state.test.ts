import { describe, expect, test } from 'vitest';
import { basketItem, SHOP_ID_PRODUCT, shopChild, videoItem, videoState } from '../../demo/shop/video-state';
import { judgeToday, videoId, videoPageOf, videoPageWith } from '../builders/pages';

const basketText = JSON.stringify(videoState(basketItem(videoId, 'contoh', [shopChild(SHOP_ID_PRODUCT)])));
const plainText = JSON.stringify(videoState(videoItem(videoId, 'contoh')));
const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);

describe('state that cannot be read', () => {
  test('cut anywhere is never "no" and never "yes"', () => {
    for (const text of [basketText, plainText]) {
      for (let end = 0; end < text.length; end += 7) {
        const verdict = judgeToday(videoPageWith(text.slice(0, end)));
        expect(verdict.basket, `cut at ${end}`).toBe('unknown');
        expect(verdict.unread).not.toEqual([]);
      }
    }
  });

  test('with one character changed never gives "no" for a basket', () => {
    for (let at = 0; at < basketText.length; at += 11) {
      for (const letter of ['"', '\\', '}', 'x', '\u202e', '\u0000']) {
        const verdict = judgeToday(
          videoPageWith(basketText.slice(0, at) + letter + basketText.slice(at + 1)),
        );
        expect(verdict.basket, `${JSON.stringify(letter)} at ${at}`).not.toBe('no');
      }
    }
  });

  test.each([
    ['no state at all', ''],
    ['an empty object', '{}'],
    ['null', 'null'],
    ['a list', `["${videoId}"]`],
    ['the id as a bare text', `"${videoId}"`],
    ['200,000 nested brackets', nested(200_000)],
    ['200,000 nested brackets around the id', `{"a":"${videoId}","b":${nested(200_000)}}`],
    [
      '200,000 nested brackets inside the item',
      plainText.replace('"textExtra":[]', `"deep":${nested(200_000)}`),
    ],
    [
      '200,000 nested brackets as anchors',
      plainText.replace('"textExtra":[]', `"anchors":${nested(200_000)}`),
    ],
    ['16 MB of text', plainText.replace('"contoh"', `"${'x'.repeat(16 * 1024 * 1024)}"`)],
    ['8 MB of brackets', '{'.repeat(8 * 1024 * 1024)],
    ['8 MB of brackets behind the item', `${plainText}${'{'.repeat(8 * 1024 * 1024)}`],
    ['keys of the prototype', `{"__proto__":{"id":"${videoId}"},"constructor":{"prototype":{}}}`],
    [
      'the item under __proto__',
      `{"__DEFAULT_SCOPE__":{"webapp.video-detail":{"itemInfo":{"__proto__":{"itemStruct":{"id":"${videoId}","createTime":"1","video":{}}}}}}}`,
    ],
    ['an id that is a number', plainText.replace(`"id":"${videoId}","desc"`, `"id":${videoId},"desc"`)],
    ['text after the state', `${plainText} trailing`],
  ])('%s gives "unknown" with a reason', (_what, text) => {
    const verdict = judgeToday(videoPageWith(text));
    expect([verdict.basket, verdict.processor]).toEqual(['unknown', 'unknown']);
    expect(verdict.unread).not.toEqual([]);
  });

  test('a huge basket list is not read to its end', () => {
    const item = basketItem(
      videoId,
      'contoh',
      Array.from({ length: 5000 }, () => shopChild(SHOP_ID_PRODUCT)),
    );
    expect(judgeToday(videoPageOf(item)).basket).toBe('unknown');
  });

  test('about another item decides nothing', () => {
    const other = videoItem('7600000000000000999', 'contoh');
    expect(judgeToday(videoPageOf(other)).unread).toEqual([{ what: 'item', why: 'other-item' }]);
    const withNeighbour = JSON.stringify({
      ...videoState(other),
      neighbours: [videoItem(videoId, 'contoh')],
    });
    expect(judgeToday(videoPageWith(withNeighbour)).unread).toEqual([{ what: 'item', why: 'other-item' }]);
  });
});
