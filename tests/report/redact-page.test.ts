import { describe, expect, test } from 'vitest';
import { pageFromHtml } from '../../core/page/from-html';
import type { Page } from '../../core/page/page';
import { looked } from '../../core/page/read-page';
import { pageHtml } from '../../core/report/page-html';
import { redactPage } from '../../core/report/redact-page';
import { builtInRulebook } from '../../core/rulebook/built-in';
import { demoPages } from '../../demo/shop/demo-pages';
import { basketItem, capcutAnchor, SHOP_ID_PRODUCT, shopChild, videoItem } from '../../demo/shop/video-state';
import { canaryTexts, canaryVideo } from '../builders/canary-video';
import { judgeToday, videoId, videoPageOf, videoPageWith } from '../builders/pages';

const { signals, looks, hosts } = builtInRulebook;
const redact = (page: Page) => redactPage(looked(page, looks), signals, hosts);
const written = (page: Page) => pageHtml(page, builtInRulebook) ?? '';
const answer = (page: Page) => {
  const { kind, basket, processor, drift, unread } = judgeToday(page);
  return { kind, basket, processor, drift: drift.map(({ rule }) => rule), unread };
};
const usProduct = 'https://shop.tiktok.com/view/product/1730000000000000002';

/** Pages as their readers give them; the demo's from their own markup. */
const pages: [string, Page][] = [
  ['a page full of personal data', canaryVideo()],
  ['two shops', videoPageOf(basketItem(videoId, 'x', [shopChild(SHOP_ID_PRODUCT), shopChild(usProduct)]))],
  [
    'a shop on another host',
    videoPageOf(basketItem(videoId, 'x', [shopChild('https://toko.example.org/pdp/1')])),
  ],
  ['an unknown anchor', videoPageOf(videoItem(videoId, 'x', { anchors: [{ type: 99 }] }))],
  [
    'a child of another key',
    videoPageOf(
      basketItem(videoId, 'x', [{ ...shopChild(SHOP_ID_PRODUCT), component_key: 'anchor_shop_v2' }]),
    ),
  ],
  ['an editing anchor', videoPageOf(videoItem(videoId, 'x', { anchors: [capcutAnchor()] }))],
  [
    'a hundred anchors',
    videoPageOf(videoItem(videoId, 'x', { anchors: Array.from({ length: 100 }, capcutAnchor) })),
  ],
  ['a shop field in a text', videoPageOf(videoItem(videoId, 'x', { more: 'x \\"seo_url\\":"https' }))],
  [
    'an address with a user name',
    videoPageOf(
      basketItem(videoId, 'x', [
        shopChild('https://shop-id.tokopedia.com@evil.test/pdp/1730000000000000001'),
      ]),
    ),
  ],
  ['no state', videoPageWith('')],
  ['a state of something else', videoPageWith('{"a":1}')],
  ...[0.3, 0.6, 0.95].map((part): [string, Page] => {
    const text = Object.values(canaryVideo().states ?? {})[0] ?? '';
    return [
      `a state cut at ${part}`,
      { ...canaryVideo(), states: { [signals.item.state]: text.slice(0, text.length * part) } },
    ];
  }),
  ...demoPages.map((demo): [string, Page] => [
    `demo: ${demo.name}`,
    pageFromHtml(demo.html, demo.address, signals),
  ]),
];
const ours = pages.filter(([, page]) => judgeToday(page).surface !== 'elsewhere');

describe('a redacted page', () => {
  test.each(ours)('is judged as the real one: %s', (_name, page) => {
    const redacted = redact(page);
    expect(answer(redacted)).toEqual(answer(page));
    const reread = pageFromHtml(written(redacted), redacted.address, signals);
    expect(answer(reread)).toEqual(answer(page));
  });

  test.each(ours)('redacted again is the same: %s', (_name, page) => {
    const once = redact(page);
    expect(redact(once)).toEqual(once);
    expect(written(redact(pageFromHtml(written(once), once.address, signals)))).toBe(written(once));
  });

  const told = `${redact(canaryVideo()).address} ${written(redact(canaryVideo()))}`;
  test.each(canaryTexts)('does not hold %s', (canary) => {
    expect(told).not.toContain(canary);
    expect(told).not.toContain(JSON.stringify(canary).slice(1, -1));
  });

  test('keeps what the rules read, and ids alike in address and state', () => {
    const { address, states } = redact(canaryVideo());
    const id = /video\/(\d+)$/.exec(address)?.[1] ?? '';
    expect(id).toHaveLength(19);
    const text = Object.values(states ?? {})[0] ?? '';
    expect(text).toContain(`"id":"${id}"`);
    expect(text).toMatch(/https:\/\/shop-id\.tokopedia\.com\/pdp\/_\/9\d{18}/);
    expect(text).toContain('anchor_shop');
    expect(text).toContain('IDR');
  });

  test('holds no markup but its own, whatever the state holds', () => {
    const evil = canaryVideo({ '</script><b>': '</script><img src=x>', desc: '<!--<script>' });
    expect(written(redact(evil)).match(/<[^>]*>/g)).toHaveLength(6);
  });
});
