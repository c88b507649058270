import { describe, expect, test } from 'vitest';
import { basketItem, capcutAnchor, SHOP_ID_PRODUCT, shopChild, videoItem } from '../../demo/shop/video-state';
import { judgeToday, videoId, videoPageOf, videoPageWith } from '../builders/pages';

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
});
