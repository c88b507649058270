// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from 'vitest';
import { stateOf } from '../../core/explanation/state-of';
import { readItemObject } from '../../core/page/read-item';
import { readPage } from '../../core/page/read-page';
import { builtInRulebook } from '../../core/rulebook/built-in';
import { judgeReading } from '../../core/verdict/judge';
import { feedItems } from '../../demo/feed/feed-items';
import { basketItem, capcutAnchor, SHOP_ID_PRODUCT, shopChild, videoItem } from '../../demo/shop/video-state';
import { type ProbeAnswer, type ProbeMode, probeProps } from '../../in-page/read/props-probe';
import { addressPage, today, videoAddress, videoId } from '../builders/pages';

type Json = Record<string, unknown>;
const otherId = '7600000000000000777';
const basket = (id = videoId) => basketItem(id, 'botol contoh', [shopChild(SHOP_ID_PRODUCT)]);
const plain = (id = videoId) => videoItem(id, 'video contoh', { anchors: [capcutAnchor()] });

/** A video drawn by components with these props, the innermost first. */
function drawVideo(...levels: unknown[]): HTMLElement {
  const video = document.createElement('video');
  video.getBoundingClientRect = () => ({ left: 0, right: 300, top: 0, bottom: 400 }) as DOMRect;
  // As React does: a chain of components up to a root, whose holder says which of two versions is current.
  const fibers: Json[] = [...levels, {}].map((memoizedProps) => ({
    memoizedProps,
    alternate: null,
    sibling: null,
  }));
  fibers.forEach((fiber, index) => {
    fiber.return = fibers[index + 1] ?? null;
    fiber.child = fibers[index - 1] ?? null;
  });
  const root = fibers.at(-1) as Json;
  root.stateNode = { current: root };
  Object.assign(video, { __reactFiber$abc: fibers[0] });
  document.body.append(video);
  return video;
}

const { props } = builtInRulebook;
/** What is found must not depend on how busy the machine is; how soon a reading ends is tried apart. */
const patient = { ...props, limits: { ...props.limits, milliseconds: 20_000 } };
const probe = (mode: ProbeMode, itemId = '', rules = patient) =>
  JSON.parse(probeProps({ mode, itemId, rules })) as ProbeAnswer;

/** The verdict on the item that the probe finds for the video's address, or null when it finds none. */
function judged(): [string, string] | null {
  const { items } = probe('item', videoId);
  if (items.length === 0) return null;
  const item = readItemObject(items[0], 'page props', builtInRulebook.signals);
  const reading = { ...readPage(addressPage(videoAddress), builtInRulebook), wasRead: true, item };
  const verdict = judgeReading(reading, builtInRulebook, today);
  return [verdict.basket, verdict.processor];
}

beforeEach(() => {
  document.body.replaceChildren();
  document.elementFromPoint = () => null;
});

describe('an item in the props of the elements that draw it', () => {
  test.each<[string, unknown[], [string, string] | null]>([
    // where it is                                   props, innermost first                             verdict
    ['in the props of the component itself', [{ item: basket() }], ['yes', 'tokopedia']],
    ['some levels up', [{}, { a: 1 }, {}, { item: basket() }], ['yes', 'tokopedia']],
    ['one level below a prop', [{ data: { item: basket() } }], ['yes', 'tokopedia']],
    [
      'in a list beside its neighbours',
      [{ items: [plain(otherId), basket(), basket(otherId)] }],
      ['yes', 'tokopedia'],
    ],
    ['without a basket', [{ item: plain() }], ['no', 'none']],
    ['behind a part of it', [{ item: { id: videoId, desc: 'x' } }, { item: basket() }], ['yes', 'tokopedia']],
    [
      'behind a neighbour',
      [{ item: basket(otherId) }, { items: [basket(otherId), plain()] }],
      ['no', 'none'],
    ],
    ['nowhere: a neighbour only', [{ item: basket(otherId) }], null],
    ['nowhere: parts of it only', [{ item: { id: videoId, desc: 'x', createTime: '1', video: {} } }], null],
    ['nowhere at all', [{}], null],
    ['with an id that is a number', [{ item: { ...basket(), id: Number(videoId) } }], null],
    [
      'with anchors behind a getter',
      [{ item: Object.defineProperty({ ...plain() }, 'anchors', { get: () => [], enumerable: true }) }],
      ['unknown', 'unknown'],
    ],
    ['with anchors that contain themselves', [{ item: cyclic() }], ['unknown', 'unknown']],
    [
      'with 1,000 anchors',
      [{ item: { ...plain(), anchors: Array.from({ length: 1000 }, capcutAnchor) } }],
      ['unknown', 'unknown'],
    ],
    ['with 100,000 fields', [{ item: { ...basket(), ...manyFields() } }], null],
    [
      'with a basket of nobody genuine',
      [
        {
          item: basketItem(videoId, 'x', [
            shopChild('https://shop-id.tokopedia.com.example/pdp/x/1730000000000000001'),
          ]),
        },
      ],
      ['unknown', 'unknown'],
    ],
  ])('%s', (_where, levels, verdict) => {
    drawVideo(...levels);
    expect(judged()).toEqual(verdict);
  });

  test.each(feedItems.map(({ id, expected, item }) => [id, expected, item] as const))(
    'of the demo feed, %s, gives the state "%s"',
    (id, expected, item) => {
      drawVideo(
        { videoId: id },
        { entry: { id, desc: 'x' } },
        { item },
        { items: feedItems.map((other) => other.item) },
      );
      const [found] = probe('item', id).items;
      const address = `https://www.tiktok.com/@feeddemo/video/${id}`;
      const read = readItemObject(found, 'page props', builtInRulebook.signals);
      const reading = {
        ...readPage(addressPage(address), builtInRulebook),
        wasRead: true,
        item: read,
      };
      expect(stateOf(judgeReading(reading, builtInRulebook, today))).toBe(expected);
    },
  );

  test('is looked for by its id, never by its place: a neighbour in the middle of the screen says nothing', () => {
    const neighbour = drawVideo({ item: basket(otherId) });
    document.elementFromPoint = () => neighbour;
    drawVideo({ item: plain() });
    expect(judged()).toEqual(['no', 'none']);
  });

  test('in a feed is the one of the video most in view', () => {
    const less = drawVideo({ item: plain(otherId) }, { items: [plain(otherId), basket()] });
    less.getBoundingClientRect = () => ({ left: 0, right: 300, top: -390, bottom: 10 }) as DOMRect;
    drawVideo({ item: basket() }, { items: [plain(otherId), basket()] });
    expect(probe('in-view').items.map(({ id }) => id)).toEqual([videoId]);
  });

  test('in a feed is nobody’s where a component holds several', () => {
    drawVideo({ a: basket(), b: basket(otherId) });
    expect(probe('in-view').items).toEqual([]);
  });

  test('is read without calling a getter of the page', () => {
    let calls = 0;
    const watched = Object.defineProperty({ ...basket() }, 'isECVideo', {
      enumerable: true,
      get: () => {
        calls += 1;
        return 1;
      },
    });
    drawVideo({ item: watched });
    expect(probe('item', videoId).items).toHaveLength(1);
    expect(calls).toBe(0);
  });

  test('gives only what the judge reads, and of the rest that it is there', () => {
    drawVideo({
      item: { ...basket(), author: { uniqueId: 'demo', nickname: 'rahasia' }, stats: { diggCount: 5 } },
    });
    const [item] = probe('item', videoId).items;
    expect(JSON.stringify(item)).not.toMatch(/rahasia|diggCount/);
    expect(item).toMatchObject({ id: videoId, author: true, stats: true });
  });
});

test('the old version of a component, with the last item’s props, is not believed', () => {
  const video = drawVideo({}, { item: plain(otherId) });
  const old = Object.entries(video).find(([key]) => key.startsWith('__reactFiber$'))?.[1] as Json;
  const oldParent = old.return as Json;
  const root = oldParent.return as Json;
  const now: Json = {
    memoizedProps: { item: basket() },
    alternate: oldParent,
    sibling: null,
    return: root,
    child: old,
  };
  oldParent.alternate = now;
  root.child = now;
  expect(judged()).toEqual(['yes', 'tokopedia']);
  expect(probe('in-view').items.map(({ id }) => id)).toEqual([videoId]);
});

describe('a live room', () => {
  test.each([
    [
      { has_commerce_goods: true, commerce_info: { product_num: 4 } },
      { hasGoods: true, productCount: 4 },
    ],
    [{ has_commerce_goods: false }, { hasGoods: false, productCount: null }],
    [{ commerce_info: { product_num: -1 } }, null],
    [{ has_commerce_goods: 'true' }, null],
    [{ title: 'x' }, null],
  ])('%j', (room, found) => {
    drawVideo({ room: { id_str: '1', ...room } });
    expect(probe('room').room).toEqual(found);
  });
});

describe('hostile props', () => {
  const endless = (): object =>
    new Proxy(
      {},
      {
        get: endless,
        getOwnPropertyDescriptor: () => ({
          value: endless(),
          configurable: true,
          enumerable: true,
          writable: true,
        }),
        ownKeys: () => ['a', 'b', 'c', 'd', 'e', 'f', 'return', 'memoizedProps', 'item'],
      },
    );
  const revoked = () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    return proxy;
  };
  const throwing = new Proxy(
    {},
    {
      get() {
        throw new Error('no');
      },
      ownKeys() {
        throw new Error('no');
      },
      getOwnPropertyDescriptor() {
        throw new Error('no');
      },
      getPrototypeOf() {
        throw new Error('no');
      },
    },
  );
  const circle: Json = {};
  circle.return = circle;
  circle.memoizedProps = { circle, item: circle };

  // One look at an object's keys cannot be cut short: a loaded machine gets the time that three such looks take.
  const start = performance.now();
  Object.keys(manyFields());
  const budget = Math.max(50, 3 * (performance.now() - start));

  const fibers: [string, unknown][] = [
    ['a circle of components', circle],
    ['components without end', endless()],
    ['components that throw', throwing],
    ['a revoked component', revoked()],
    ['text in place of components', 'fiber'],
  ];
  const props: [string, unknown][] = [
    ['props in a circle', circle],
    ['props without end', endless()],
    ['props that throw', throwing],
    ['revoked props', revoked()],
    [
      'props that hold such',
      { item: throwing, a: endless(), b: revoked(), list: [throwing, endless(), revoked()] },
    ],
    ['100,000 props', manyFields()],
    ['100,000 entries', { items: Array.from({ length: 100_000 }, () => basket(otherId)) }],
    [
      'getters that throw',
      {
        get item() {
          throw new Error('no');
        },
      },
    ],
  ];

  test.each([
    ...fibers.map(
      ([name, fiber]) => [name, () => Object.assign(drawVideo(), { __reactFiber$abc: fiber })] as const,
    ),
    ...props.map(([name, hostile]) => [name, () => drawVideo({}, hostile, {})] as const),
  ])('%s: the reading ends in time, finds nothing and throws nothing', (_what, draw) => {
    draw();
    for (const mode of ['item', 'in-view', 'listed', 'room'] as const) {
      const times = [1, 2, 3].map(() => {
        const start = performance.now();
        expect(probe(mode, mode === 'item' ? videoId : '', builtInRulebook.props)).toEqual({
          items: [],
          room: null,
        });
        return performance.now() - start;
      });
      expect(Math.min(...times)).toBeLessThan(budget);
    }
  });

  test('a fake item with the right id never makes a "yes" for a host that is not genuine', () => {
    drawVideo(
      {
        item: basketItem(videoId, 'x', [
          shopChild('https://shop-id.tokopedia.com.example/pdp/x/1730000000000000001'),
        ]),
      },
      { item: basket() },
    );
    expect(judged()).toEqual(['unknown', 'unknown']);
  });
});

function cyclic(): Json {
  const anchors: unknown[] = [];
  anchors.push(anchors);
  return { ...plain(), anchors };
}

function manyFields(): Json {
  return Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`field${index}`, index]));
}
