import { describe, expect, test } from 'vitest';
import type { SignalReading } from '../../core/page/page';
import { readPage } from '../../core/page/read-page';
import { builtInRulebook as rulebook } from '../../core/rulebook/built-in';
import { judge, judgeReading } from '../../core/verdict/judge';
import {
  basketItem,
  capcutAnchor,
  pageState,
  SHOP_ID_PRODUCT,
  shopChild,
  videoItem,
} from '../../demo/shop/video-state';
import { addressPage, judgeToday, today, videoId, videoPageOf, videoPageWith } from '../builders/pages';

type Json = Record<string, unknown>;

const plain = (more: Json = {}) => judgeToday(videoPageOf(videoItem(videoId, 'contoh', more)));
const withBasket = (children: Json[], more: Json = {}) =>
  judgeToday(videoPageOf({ ...basketItem(videoId, 'contoh', children), ...more }));
/** A wrapper (type 35) around these children, with nothing that announces them. */
const wrapped = (...children: Json[]) => ({ type: 35, extra: JSON.stringify(children) });
const shop = shopChild(SHOP_ID_PRODUCT);
const newShape = [{ what: 'basket', why: 'new-shape' }];
const announcedButAbsent = [{ what: 'shop-anchor', why: 'announced-but-absent' }];
const sees = (signal: string, value: string) => ({
  signal,
  weight: 'supporting',
  where: 'page state',
  value,
});

describe('an item without a basket', () => {
  test.each<[string, Json, string]>([
    ['no anchor at all', {}, 'no anchor'],
    ['the editing app’s anchor', { anchors: [capcutAnchor()] }, 'anchor 54'],
    ['an empty wrapper', { anchors: [wrapped()] }, 'anchor 35'],
    ['a wrapper around the editing app’s anchor', { anchors: [wrapped(capcutAnchor())] }, 'anchor 35'],
    ['a wrapper beside the editing app’s anchor', { anchors: [wrapped(), capcutAnchor()] }, 'anchor 35, 54'],
    ['the editing app’s anchor, announced', { anchors: [capcutAnchor()], AnchorTypes: ['54'] }, 'anchor 54'],
    ['a mark that it is no shop video: 0', { isECVideo: 0 }, 'no anchor'],
    ['a mark that it is no shop video: false', { isECVideo: false }, 'no anchor'],
  ])('that holds %s is "no", and nothing more', (_what, more, value) => {
    expect(plain(more)).toMatchObject({
      basket: 'no',
      processor: 'none',
      evidence: [{ signal: 'no-shop-anchor', weight: 'deciding', where: 'page state', value }],
      unread: [],
      drift: [],
    });
  });
});

describe('an item that speaks of a basket without holding one', () => {
  test.each<[string, Json, string, string]>([
    ['the shop’s type among its announced anchors', { AnchorTypes: ['33'] }, 'announced-anchor-type', '33'],
    ['that type under the other name', { anchor_types: ['33'] }, 'announced-anchor-type', '33'],
    [
      'the wrapper’s type among its announced anchors',
      { AnchorTypes: ['35'] },
      'announced-anchor-type',
      '35',
    ],
    ['a shop’s anchor that is empty', { anchors: [wrapped({ type: 33 })] }, 'inner-anchor-type', '33'],
    ['a shop’s anchor without its wrapper', { anchors: [{ type: 33 }] }, 'anchor-type', '33'],
  ])('by %s is unknown: it was announced', (_what, more, signal, value) => {
    expect(plain(more)).toMatchObject({
      basket: 'unknown',
      processor: 'unknown',
      evidence: [sees(signal, value)],
      unread: announcedButAbsent,
      drift: [],
    });
  });

  test.each<[string, Json]>([
    ['1', { isECVideo: 1 }],
    ['true', { isECVideo: true }],
  ])('by a mark that it is a shop video (%s) is unknown: its shape may be new', (value, more) => {
    expect(plain(more)).toMatchObject({
      basket: 'unknown',
      processor: 'unknown',
      evidence: [sees('commerce-video', value)],
      unread: newShape,
      drift: [{ rule: 'commerce-video', found: 'no shop anchor beside it' }],
    });
  });

  test('in a shape that the rules do not know is of a new shape, not merely absent', () => {
    expect(plain({ AnchorTypes: ['33', '98'] })).toMatchObject({
      basket: 'unknown',
      evidence: [],
      unread: newShape,
      drift: [{ rule: 'announced-anchor-type', found: 'type 98' }],
    });
  });
});

describe('a shape that the rules do not know', () => {
  test.each<[string, Json, string, string]>([
    ['an anchor of a new type', { anchors: [{ type: 98 }] }, 'anchor-type', 'type 98'],
    ['a new type inside a wrapper', { anchors: [wrapped({ type: 98 })] }, 'inner-anchor-type', 'type 98'],
    ['a new type announced', { AnchorTypes: ['98'] }, 'announced-anchor-type', 'type 98'],
    [
      'a type that is a long word',
      { anchors: [{ type: 'x'.repeat(30) }] },
      'anchor-type',
      `type ${'x'.repeat(20)}`,
    ],
    ['an anchor without a type', { anchors: [{}] }, 'anchor-type', 'absent at step 2'],
    [
      'announced anchors that are no list',
      { AnchorTypes: '33' },
      'announced-anchor-type',
      'not-a-list at step 1',
    ],
  ])('is named where it is %s', (_what, more, rule, found) => {
    const verdict = plain(more);
    expect(verdict).toMatchObject({ basket: 'unknown', processor: 'unknown', unread: newShape });
    expect(verdict.drift).toContainEqual({ rule, found });
  });

  test('of a basket’s own data leaves the basket unread', () => {
    const cut = { ...shop, extra: '{' };
    for (const children of [[cut], [shop, cut]]) {
      const verdict = withBasket(children);
      expect(verdict).toMatchObject({
        basket: 'unknown',
        processor: 'unknown',
        unread: [{ what: 'shop-anchor', why: 'new-shape' }],
      });
      expect(verdict.drift).toContainEqual({ rule: 'shop-anchor-address', found: 'not-json at step 9' });
    }
  });

  test('beside a basket that was read is drift, and takes nothing from the answer', () => {
    expect(withBasket([shop, { type: 98 }])).toMatchObject({
      basket: 'yes',
      processor: 'tokopedia',
      unread: [],
      drift: [{ rule: 'inner-anchor-type', found: 'type 98' }],
    });
  });

  test('of the item itself is drift of the item', () => {
    const text = JSON.stringify({
      __DEFAULT_SCOPE__: { 'webapp.video-detail': { itemInfo: { itemStruct: { id: 1, other: videoId } } } },
    });
    expect(judgeToday(videoPageWith(text))).toMatchObject({
      basket: 'unknown',
      evidence: [],
      unread: [{ what: 'item', why: 'new-shape' }],
      drift: [{ rule: 'video-item', found: 'new-shape' }],
    });
  });
});

describe('a basket whose address', () => {
  test('is genuine leaves nothing unread', () => {
    expect(withBasket([shop])).toMatchObject({ basket: 'yes', unread: [], drift: [] });
  });

  test('is genuine beside one that is not is said to be contradicted', () => {
    expect(withBasket([shop, shopChild('https://example.net/pdp/x/1')])).toMatchObject({
      basket: 'conflicting',
      evidence: [{ weight: 'deciding' }, { weight: 'against' }, {}, {}, {}],
      unread: [{ what: 'shop-anchor', why: 'address-not-genuine' }],
      drift: [],
    });
  });

  test('is genuine and of a path that no rule knows is a path to learn', () => {
    const path = { rule: 'shop-anchor-address', found: 'shop-id.tokopedia.com/promo' };
    const promo = shopChild('https://shop-id.tokopedia.com/promo');
    const newPath = { what: 'shop-anchor', why: 'new-path' };
    expect(withBasket([promo])).toMatchObject({ basket: 'unknown', unread: [newPath], drift: [path] });
    expect(withBasket([promo, promo])).toMatchObject({ basket: 'unknown', unread: [newPath], drift: [path] });
    expect(withBasket([promo, shopChild('https://example.net/pdp/x/1')])).toMatchObject({
      basket: 'unknown',
      unread: [{ what: 'shop-anchor', why: 'address-not-genuine' }, newPath],
      drift: [path],
    });
  });

  test('is of no host is shown as none', () => {
    expect(withBasket([shopChild('mailto:demo@example.org')]).evidence[0]).toMatchObject({
      signal: 'shop-anchor-address',
      weight: 'against',
      value: '/',
    });
  });
});

describe('a basket without an address', () => {
  const bare = { ...shop, extra: '{"currency":"IDR"}' };
  const cut = { ...shop, extra: '{' };
  const isBasket = {
    basket: 'yes',
    processor: 'unknown',
    unread: [{ what: 'processor', why: 'no-address' }],
  };
  const isUnread = {
    basket: 'unknown',
    processor: 'unknown',
    unread: [{ what: 'shop-anchor', why: 'new-shape' }],
  };
  const lost = { rule: 'shop-anchor-address', found: 'absent at step 10' };

  test.each<[string, Json[]]>([
    ['alone', [bare]],
    ['twice', [bare, bare]],
    ['beside one that has a genuine address', [bare, shop]],
    ['without its currency', [{ ...shop, extra: '{}' }]],
    ['whose address is null', [{ ...shop, extra: '{"seo_url":null}' }]],
  ])('is one all the same, and where it leads is not known: %s', (_what, children) => {
    const verdict = withBasket(children);
    expect(verdict).toMatchObject(isBasket);
    expect(verdict.drift).toContainEqual(lost);
  });

  test.each<[string, Json[]]>([
    ['beside one whose address is nobody’s', [bare, shopChild('https://example.net/pdp/x/1')]],
    ['beside one that was cut', [bare, cut]],
    ['whose data are a list', [{ ...shop, extra: '[1]' }]],
  ])('is unread %s', (_what, children) => {
    expect(withBasket(children)).toMatchObject(isUnread);
  });

  test('is one beside an anchor of another shape', () => {
    const item = basketItem(videoId, 'contoh', []);
    expect(judgeToday(videoPageOf({ ...item, anchors: [wrapped(bare), {}] }))).toMatchObject(isBasket);
  });

  test('is one though the page holds the same item once more without anchors', () => {
    const scope = (item: Json) => ({ itemInfo: { itemStruct: item } });
    const state = pageState({
      'webapp.video-detail': scope(basketItem(videoId, 'contoh', [bare])),
      'webapp.reflow.video.detail': scope(videoItem(videoId, 'contoh')),
    });
    expect(judgeToday(videoPageWith(JSON.stringify(state)))).toMatchObject(isBasket);
  });

  test('is one whatever the order of the rules that read it', () => {
    const itemSignals = rulebook.signals.itemSignals.toReversed();
    const page = videoPageOf(basketItem(videoId, 'contoh', [bare]));
    expect(judge(page, { ...rulebook, signals: { ...rulebook.signals, itemSignals } }, today)).toMatchObject(
      isBasket,
    );
  });

  test.each(['before', 'behind'])(
    'is one where a second path to addresses is known, %s the first',
    (where) => {
      const { itemSignals } = rulebook.signals;
      const at = ['commerce', 'entries', '*', 'product', 'link'];
      const moved = { id: 'shop-anchor-address', at, sources: [], confidence: 'M' as const };
      const both = where === 'before' ? [moved, ...itemSignals] : [...itemSignals, moved];
      const page = videoPageOf(basketItem(videoId, 'contoh', [bare]));
      const known = { ...rulebook, signals: { ...rulebook.signals, itemSignals: both } };
      expect(judge(page, known, today)).toMatchObject(isBasket);
    },
  );

  const reading = (signals: readonly SignalReading[]) => {
    const read = readPage(videoPageOf(basketItem(videoId, 'contoh', [bare])), rulebook);
    return { ...read, item: { ...read.item, signals } };
  };
  const broken = (step: number, why: 'absent' | 'not-an-object') => ({
    signal: 'shop-anchor-address',
    values: [],
    breaks: [{ step, why }],
  });

  test('is unread in a reading that the rules at hand no longer make', () => {
    const itemSignals = rulebook.signals.itemSignals.filter(({ id }) => id !== 'shop-anchor-address');
    const { signals } = readPage(videoPageOf(basketItem(videoId, 'contoh', [bare])), rulebook).item;
    const later = { ...rulebook, signals: { ...rulebook.signals, itemSignals } };
    expect(judgeReading(reading(signals), later, today)).toMatchObject(isUnread);
  });

  test('is unread in a reading that names no basket', () => {
    expect(judgeReading(reading([broken(10, 'absent')]), rulebook, today)).toMatchObject(isUnread);
  });

  test('is unread in a reading whose path broke at its start', () => {
    const { unread, drift } = judgeReading(reading([broken(0, 'not-an-object')]), rulebook, today);
    expect(unread).toEqual([{ what: 'shop-anchor', why: 'new-shape' }]);
    expect(drift).toContainEqual({ rule: 'shop-anchor-address', found: 'not-an-object at step 0' });
  });
});

describe('an item that nobody read', () => {
  const says = (address: string) => {
    const { kind, basket, processor, evidence, unread, drift } = judgeToday(addressPage(address));
    return { kind, basket, processor, evidence, unread, drift };
  };
  const nothing = { basket: 'unknown', processor: 'unknown', evidence: [], drift: [] };

  test('is said to be unread, and its address is a video’s', () => {
    expect(says(`https://www.tiktok.com/@demo/video/${videoId}`)).toEqual({
      ...nothing,
      kind: 'video',
      unread: [{ what: 'item', why: 'page-not-read' }],
    });
  });

  test('is a link to a video where its address is handed on', () => {
    expect(says(`https://www.tiktok.com/embed/v2/${videoId}`)).toEqual({
      ...nothing,
      kind: 'share-link',
      unread: [{ what: 'basket', why: 'video-link' }],
    });
  });
});
