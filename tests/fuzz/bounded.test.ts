import { describe, expect, test } from 'vitest';
import { pageFromHtml } from '../../core/page/from-html';
import { readPage } from '../../core/page/read-page';
import { builtInRulebook as rulebook } from '../../core/rulebook/built-in';
import { basketItem, capcutAnchor, SHOP_ID_PRODUCT, shopChild, videoItem } from '../../demo/shop/video-state';
import { addressPage, judgeToday, videoAddress, videoId, videoPageOf } from '../builders/pages';

/** This process's own work in ms, whatever else the machine does: the least of some tries. */
function work(task: () => unknown): number {
  const tries = Array.from({ length: 5 }, () => {
    const before = process.cpuUsage();
    task();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  // Below a millisecond the clock's own steps would be compared.
  return Math.max(1, Math.min(...tries));
}

const growing: [string, (n: number) => () => unknown][] = [
  ['labels in a host', (n) => () => judgeToday(addressPage(`https://${'tik-tok.'.repeat(n)}example`))],
  ['letters in a label', (n) => () => judgeToday(addressPage(`https://${'tiktok'.repeat(n)}.example`))],
  ['parts in a path', (n) => () => judgeToday(addressPage(`https://www.tiktok.com/${'shop/'.repeat(n)}`))],
  [
    'digits in a path',
    (n) => () => judgeToday(addressPage(`https://www.tiktok.com/shop/pdp/x/${'1'.repeat(n)}`)),
  ],
  [
    'fields in a query',
    (n) => () => judgeToday(addressPage(`https://shop.tiktok.com/?${'region=x&'.repeat(n)}`)),
  ],
  [
    'anchors of an item',
    (n) => {
      const page = videoPageOf(videoItem(videoId, 'x', { anchors: Array.from({ length: n }, capcutAnchor) }));
      return () => judgeToday(page);
    },
  ],
  [
    'backslashes behind a field’s name',
    (n) => {
      const page = videoPageOf(videoItem(videoId, 'x', { text: `seo_url${'\\'.repeat(n)}`.repeat(4) }));
      return () => judgeToday(page);
    },
  ],
  [
    'elements of a page',
    (n) => {
      const html = '<p class="x">tiktok <a href="https://shop-id.tokopedia.com.example/">x</a></p>'.repeat(n);
      return () => pageFromHtml(html, videoAddress, rulebook.signals);
    },
  ],
];

describe('the work grows no faster than the input', () => {
  test.each(growing)('with the number of %s', (_what, make) => {
    const [few, many] = [make(500), make(8000)];
    few();
    // Sixteen times as much: linear work is 16 times as long, work by the square 256 times.
    expect(work(many) / work(few)).toBeLessThan(100);
  });
});

test('what is kept of a page is small, however large the page', () => {
  const children = Array.from({ length: 4000 }, () => shopChild(SHOP_ID_PRODUCT));
  const item = { ...basketItem(videoId, 'x'.repeat(100_000), children), more: 'seo_url '.repeat(50_000) };
  const reading = readPage(videoPageOf(item), rulebook);
  expect(JSON.stringify(reading).length).toBeLessThan(100_000);
});
