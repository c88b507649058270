// @vitest-environment happy-dom
import fc from 'fast-check';
import { expect, vi } from 'vitest';
import { readPage } from '../../core/page/read-page';
import { builtInRulebook as rulebook } from '../../core/rulebook/built-in';
import { judgeReading } from '../../core/verdict/judge';
import { type ProbeAnswer, probeProps } from '../../in-page/read/props-probe';
import { addressPage, today, videoAddress, videoId } from '../builders/pages';
import { changedJson } from './changed-json';
import { expectInContract } from './genuine';
import { holdsFor } from './holds-for';
import { items } from './real-pages';
import { holdsShopField, mayBeYes } from './state-oracle';

const page = vi.hoisted(() => ({ answer: undefined as unknown }));
vi.mock('webextension-polyfill', () => ({
  default: {
    runtime: { getURL: () => 'chrome-extension://ours/' },
    scripting: { executeScript: async () => [{ result: page.answer }] },
  },
}));
const { readProps } = await import('../../services/tabs/page-props');

const whole = items.map((item) => ({ author: { id: '1' }, stats: {}, textExtra: [], ...item }));
const patient = { ...rulebook.props, limits: { ...rulebook.props.limits, milliseconds: 60_000 } };

/** A video whose innermost component has these props, as React hangs them on it. */
function drawVideo(props: unknown): void {
  const video = document.createElement('video');
  video.getBoundingClientRect = () => ({ left: 0, right: 300, top: 0, bottom: 400 }) as DOMRect;
  const root: Record<string, unknown> = { memoizedProps: {}, return: null, alternate: null, sibling: null };
  const fiber = { memoizedProps: props, return: root, alternate: null, sibling: null, child: null };
  root.child = fiber;
  root.stateNode = { current: root };
  Object.assign(video, { __reactFiber$abc: fiber });
  document.body.replaceChildren(video);
  document.elementFromPoint = () => null;
}

async function expectHonest(asked: unknown, source: readonly Record<string, unknown>[]): Promise<void> {
  page.answer = JSON.stringify(asked);
  const { items: found, room } = await readProps(1, 'item', videoId);
  if (room?.productCount != null) expect(room.productCount).toBeGreaterThanOrEqual(0);
  for (const { id, reading } of found) {
    expect(id).toBe(videoId);
    const base = readPage(addressPage(videoAddress), rulebook);
    const verdict = judgeReading({ ...base, wasRead: true, item: reading, room }, rulebook, today);
    expectInContract(verdict);
    if (verdict.basket === 'yes') expect(mayBeYes(source, verdict.processor)).toBe(true);
    if (verdict.basket === 'no') expect(holdsShopField(source)).toBe(false);
  }
}

holdsFor(
  'props of a page’s program',
  1500,
  changedJson(
    whole.flatMap((item) => [
      { item },
      { data: { item } },
      { items: [item, { ...item, id: '7600000000000000777' }] },
    ]),
  ),
  async (props) => {
    drawVideo(props);
    const answer: ProbeAnswer = JSON.parse(probeProps({ mode: 'item', itemId: videoId, rules: patient }));
    await expectHonest(JSON.parse(JSON.stringify(answer)), answer.items as Record<string, unknown>[]);
  },
);

holdsFor(
  'what a page’s world answers in the place of our probe',
  4000,
  changedJson([
    { items: [whole[0]], room: null },
    { items: [whole[4]], room: null },
    { items: [], room: { hasGoods: false, productCount: 0 } },
  ]),
  async (answer) => {
    const { items: sent = [] } = (answer ?? {}) as { items?: unknown };
    await expectHonest(answer, Array.isArray(sent) ? sent : []);
  },
);

holdsFor(
  'rooms',
  500,
  fc.record({
    hasGoods: fc.constantFrom(true, false, null, 'true', 1),
    productCount: fc.oneof(fc.integer(), fc.double(), fc.constantFrom(null, '0', -0)),
  }),
  async (room) => {
    page.answer = JSON.stringify({ items: [], room });
    const read = await readProps(1, 'room');
    const base = readPage(addressPage('https://www.tiktok.com/@demo/live'), rulebook);
    const verdict = judgeReading({ ...base, wasRead: true, room: read.room }, rulebook, today);
    if (verdict.basket === 'no')
      expect([room.hasGoods, Number(room.productCount)]).toEqual([false, room.productCount]);
  },
);
