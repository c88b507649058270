import { beforeAll, describe, expect, test } from 'vitest';
import { attachNotes, detachNotes } from '../../core/bundle/attach';
import { buildBundle } from '../../core/bundle/build-bundle';
import type { CaptureSaying } from '../../core/bundle/capture-facts';
import { type Comparison, compareBundles } from '../../core/bundle/compare';
import { explanationOf } from '../../core/bundle/explanation-of';
import { type Examination, examine } from '../../core/bundle/verify/verify';
import { stripAddress } from '../../core/flow/strip-address';
import { pageFromHtml } from '../../core/page/from-html';
import { builtInRulebook as rulebook } from '../../core/rulebook/built-in';
import { judge } from '../../core/verdict/judge';
import { pageNamed } from '../../demo/shop/demo-pages';
import { demoCapture, demoNotes, demoSaying, type Key, newKey } from '../builders/bundles';

let key: Key;
beforeAll(async () => {
  key = await newKey();
});

/** What a capture of a demo page says on a day, with an id of its own. */
function sayingOf(name: string, day: string, change: Partial<CaptureSaying> = {}): CaptureSaying {
  const { address, html } = pageNamed(name);
  const [masked = ''] = stripAddress(address, rulebook.hosts).split('?');
  const judged = judge(pageFromHtml(html, address, rulebook.signals), rulebook, day);
  const verdict = { ...judged, address: masked };
  return {
    ...demoSaying(),
    capture_id: crypto.randomUUID(),
    taken_utc: `${day}T05:00:00.000Z`,
    custody: [],
    page_url_masked: masked,
    signals: [],
    verdict: JSON.parse(JSON.stringify(verdict)),
    ...explanationOf(verdict, rulebook, day),
    ...change,
  };
}
const examined = async (said: CaptureSaying, by: Key = key): Promise<Examination> =>
  examine(await buildBundle(demoCapture(by, { said, signed: said.taken_utc })));
const compared = (one: Examination, other: Examination): Comparison => {
  const comparison = compareBundles(one, other, 'id');
  if (comparison === null) throw new Error('no facts');
  return comparison;
};
const differing = ({ rows }: Comparison): string[] =>
  rows.filter(({ isSame }) => isSame === false).map(({ name }) => name);

describe('two bundles', () => {
  test.each([
    ['video-basket', '2026-11-24', 'video-basket', '2026-11-25', 'same-verdict', ['taken']],
    [
      'video-basket',
      '2026-11-24',
      'video-plain',
      '2026-11-24',
      'other-verdict',
      ['answer', 'processor', 'basket', 'phase', 'region'],
    ],
    [
      'video-basket',
      '2026-11-24',
      'us-product',
      '2026-11-24',
      'other-verdict',
      ['answer', 'processor', 'phase', 'region', 'surface', 'kind', 'page'],
    ],
    [
      'video-basket',
      '2026-11-24',
      'video-basket',
      '2024-02-21',
      'other-verdict',
      ['answer', 'processor', 'phase', 'taken'],
    ],
    ['video-cut', '2026-11-24', 'video-cut', '2026-11-24', 'same-verdict', []],
  ] as const)('%s on %s and %s on %s: %s', async (first, day, second, otherDay, sameness, fields) => {
    const comparison = compared(
      await examined(sayingOf(first, day)),
      await examined(sayingOf(second, otherDay)),
    );
    expect(comparison.sameness).toBe(sameness);
    expect(differing(comparison)).toEqual(fields);
  });

  test('name the signals that only one holds, or that differ, and those that are equal', async () => {
    const signals = (...values: string[]) => ({ signals: [{ signal: 'shop-route', values }] });
    const { signals: rows } = compared(
      await examined(sayingOf('video-basket', '2026-11-24', signals('b', 'a'))),
      await examined(sayingOf('video-plain', '2026-11-24', signals('a'))),
    );
    expect(rows.find(({ name }) => name === 'shop-route')).toEqual({
      name: 'shop-route',
      one: 'a; b',
      other: 'a',
      isSame: false,
    });
    const deciding = rows.find(({ name }) => name === 'shop-anchor-address (deciding)');
    expect(deciding).toMatchObject({ other: null, isSame: false });
    expect(deciding?.one).toContain('shop-id.tokopedia.com');
  });

  test('of two makers hold the same verdict under two keys', async () => {
    const comparison = compared(
      await examined(sayingOf('video-basket', '2026-11-24')),
      await examined(sayingOf('video-basket', '2026-11-24'), await newKey()),
    );
    expect(comparison.sameness).toBe('same-verdict');
    expect(differing(comparison)).toEqual(['key']);
  });

  test('are one capture where one of them only has notes more, and without them again', async () => {
    const bundle = await buildBundle(demoCapture(key, { said: sayingOf('video-basket', '2026-11-24') }));
    const written = '2026-11-24T06:00:00.000Z';
    const noted = await attachNotes(bundle, { notes: demoNotes, by: null, written }, key.sign);
    expect(compared(await examine(bundle), await examine(noted)).sameness).toBe('same-capture');
    expect(await detachNotes(noted)).toEqual(bundle);
  });

  test('are not compared where one does not hold, or holds nothing that can be read', async () => {
    const bundle = await buildBundle(demoCapture(key, { said: sayingOf('video-basket', '2026-11-24') }));
    const whole = await examine(bundle);
    const changed = bundle.slice();
    changed[20_000] = (changed[20_000] as number) ^ 1;
    expect(compared(whole, await examine(changed)).sameness).toBe('in-doubt');
    expect(compareBundles(whole, await examine(new Uint8Array(9)), 'en')).toBeNull();
  });
});
