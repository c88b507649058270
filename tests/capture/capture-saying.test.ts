import { describe, expect, test } from 'vitest';
import { captureSaying, maskedVerdict, wholePixels } from '../../core/capture/capture-saying';
import type { Cover } from '../../core/capture/review/cover';
import type { FrozenPage } from '../../core/capture/shots/frozen-page';
import { pageFromHtml } from '../../core/page/from-html';
import { addressPage } from '../../core/page/page';
import { readPage } from '../../core/page/read-page';
import { builtInRulebook as rulebook } from '../../core/rulebook/built-in';
import { judgeReading } from '../../core/verdict/judge';
import type { Verdict } from '../../core/verdict/verdict';
import { pageNamed } from '../../demo/shop/demo-pages';

const cover = (change: Partial<Cover> = {}): Cover => ({
  id: 1,
  kind: 'phone',
  by: 'auto',
  state: 'kept',
  x: 10.4,
  y: 20,
  w: 30.2,
  h: 9.9,
  ...change,
});
const frozen = (change: Partial<FrozenPage<null>> = {}): FrozenPage<null> => ({
  picture: null,
  scale: 1,
  part: { x: 0, y: 0, w: 1280, h: 800 },
  extent: 'visible',
  wasCut: false,
  leftOut: 0,
  scrollsInside: false,
  judged: { before: '2026-11-24T05:00:11.000Z', after: '2026-11-24T05:00:13.000Z' },
  facts: {
    layout: {
      viewport: { w: 1280, h: 800 },
      document: { w: 1280, h: 4000 },
      scroll: { x: 0, y: 0 },
      dpr: 1,
      stuck: { top: 0, bottom: 0 },
      fingerprint: '',
    },
    personal: [],
    snapshot: '',
    title: 'TikTok',
  },
  taken: '2026-11-24T05:00:12.345Z',
  tzOffsetMin: 420,
  tabId: 1,
  ...change,
});
const full = frozen({ extent: 'full', part: { x: 0, y: 0, w: 1280, h: 3000 } });
const wide = {
  ...full,
  facts: { ...full.facts, layout: { ...full.facts.layout, document: { w: 3000, h: 800 } } },
};

function sayingOf(
  page: FrozenPage<null>,
  covers: readonly Cover[],
  address = pageNamed('video-basket').address,
) {
  const { html } = pageNamed('video-basket');
  const reading = readPage(pageFromHtml(html, address, rulebook.signals), rulebook);
  const verdict = maskedVerdict(judgeReading(reading, rulebook, page.taken), rulebook) as Verdict;
  return captureSaying(
    {
      frozen: page,
      covers,
      reading,
      verdict,
      captureId: '1b2c3d4e-5f60-4a7b-8c9d-0e1f2a3b4c5d',
      flowId: null,
      reviewed: '2026-11-24T05:01:00.000Z',
      extVersion: '0.1.0',
      browser: 'Chromium 156',
      osFamily: 'Linux',
      collector: null,
      caseRef: null,
      pageUrl: null,
      pageCommitment: null,
      originalCommitment: null,
    },
    rulebook,
  );
}

describe('what a capture says', () => {
  test('lists kept covers as the whole pixels inside them, not the removed ones', () => {
    const said = sayingOf(frozen(), [
      cover(),
      cover({ id: 2, state: 'removed' }),
      cover({ id: 3, kind: 'drawn', by: 'user', x: 0 }),
    ]);
    expect(said.redactions).toEqual([
      { x: 11, y: 20, w: 29, h: 9, kind: 'phone', by: 'auto' },
      { x: 0, y: 20, w: 30, h: 9, kind: 'drawn', by: 'user' },
    ]);
    expect(wholePixels({ x: -4.5, y: 2.5, w: 5, h: 0.2 })).toEqual({ x: 0, y: 3, w: 0, h: 0 });
  });

  test.each([
    ['only the visible part', frozen(), [], /visible part/, /put together|below what was taken|removed/],
    [
      'a page that was cut',
      frozen({ extent: 'full', wasCut: true, part: { x: 0, y: 0, w: 1280, h: 3000 } }),
      [],
      /put together.*below what was taken/,
      /visible part/,
    ],
    [
      'a suggestion that was removed',
      frozen(),
      [cover({ state: 'removed' })],
      /removed 1 suggested cover\./,
      /were covered/,
    ],
    [
      'what was covered',
      frozen(),
      [cover(), cover()],
      /covered before anything was stored: 2 places/,
      /removed/,
    ],
    [
      'frames that could not be read',
      frozen(),
      [cover({ kind: 'frame' })],
      /could not be searched/,
      /removed/,
    ],
    [
      'a part that scrolls by itself',
      { ...full, scrollsInside: true },
      [],
      /holds only what that part showed/,
      /wider than the view/,
    ],
    ['what lies beside the view', wide, [], /wider than the view/, /holds only what that part showed/],
  ] as const)('names %s among its limits', (_, page, covers, named, unnamed) => {
    const { limits_text: limits, stitched } = sayingOf(page, covers);
    expect(limits.en).toMatch(/no proof of what the server sent/);
    expect(limits.en).toMatch(named);
    expect(limits.en).not.toMatch(unnamed);
    expect(limits.id).not.toMatch(/[{}]|undefined/);
    expect(stitched).toBe(page.extent === 'full');
  });

  test('holds no name, number or query of the address', () => {
    const address = 'https://www.tiktok.com/@nama.orang/video/7600000000000000001?token=rahasia#x';
    const text = JSON.stringify(sayingOf(frozen(), [], address));
    for (const personal of ['nama.orang', '7600000000000000001', 'rahasia'])
      expect(text).not.toContain(personal);
  });

  test('refuses an address that cannot be masked', () => {
    const reading = readPage(addressPage('about:blank'), rulebook);
    expect(maskedVerdict(judgeReading(reading, rulebook, '2026-11-24'), rulebook)).toBeNull();
  });
});
