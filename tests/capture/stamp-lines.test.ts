import { describe, expect, test } from 'vitest';
import { layStrip, type PlacedText, stampColours, stampTextSize } from '../../core/capture/stamp/lay-stamp';
import { type StampLines, stampLines, timesOf } from '../../core/capture/stamp/stamp-lines';
import { stripAddress } from '../../core/flow/strip-address';
import { wrapText } from '../../core/look/wrap-text';
import { pageFromHtml } from '../../core/page/from-html';
import { builtInRulebook as rulebook } from '../../core/rulebook/built-in';
import { judge } from '../../core/verdict/judge';
import { pageNamed } from '../../demo/shop/demo-pages';

const fingerprint = '9a41'.repeat(16);
const captureId = '1b2c3d4e-5f60-4a7b-8c9d-0e1f2a3b4c5d';

function stampOf(name: string, date: string, language: 'id' | 'en'): StampLines {
  const { address, html } = pageNamed(name);
  const judged = judge(pageFromHtml(html, address, rulebook.signals), rulebook, date);
  const verdict = { ...judged, address: stripAddress(address, rulebook.hosts) };
  return stampLines(
    {
      verdict,
      language,
      captureId,
      taken: `${date}T05:00:12.345Z`,
      tzOffsetMin: 420,
      keyFingerprint: fingerprint,
    },
    rulebook,
  );
}
const textOf = ({ answer, alsoAnswer, rows, limits }: StampLines): string =>
  [answer, alsoAnswer, ...rows.flatMap(({ label, text }) => [label, text]), limits].join('\n');

const cases = [
  [
    'video-basket',
    '2026-11-24',
    'id',
    'diproses PT Tokopedia, menurut perusahaan itu',
    'Permendag 19/2026, Pasal 25 ayat (3)',
  ],
  ['video-basket', '2026-11-24', 'en', 'processed by PT Tokopedia, according to', '19/2026, Article 25(3)'],
  ['video-basket', '2024-02-21', 'en', 'the sources disagree', '31/2023, Article 21(3)'],
  ['video-basket', '2023-11-01', 'id', 'tutup', 'Permendag 31/2023'],
  ['video-plain', '2026-11-24', 'en', 'has no yellow basket', null],
  ['us-product', '2026-11-24', 'id', 'wilayah lain', null],
  ['video-cut', '2026-11-24', 'en', 'could not read', '19/2026, Article 25(3)'],
  ['look-alike', '2026-11-24', 'en', 'imitates', null],
] as const;

describe('the stamp', () => {
  test.each(cases)('of %s on %s in "%s" has the sentence and the rule of that day', (...one) => {
    const [name, date, language, answer, rule] = one;
    const stamp = stampOf(name, date, language);
    expect(stamp.answer).toContain(answer);
    const text = textOf(stamp);
    if (rule === null) expect(stamp.rows[0]?.text).not.toMatch(/Permendag|Regulation/);
    else expect(stamp.rows[0]?.text).toContain(rule);
    expect(text).toContain(captureId);
    expect(text).toContain('9a41 9a41 9a41');
    expect(text).toContain(`${date} 05:00:12 UTC = 12:00:12 UTC+07:00 (WIB)`);
    expect(text).toContain(language === 'id' ? 'Jam perangkat' : 'Device clock');
    expect(text).toContain(rulebook.about.version);
    expect(text).not.toMatch(/undefined|null|[{}]/);
  });

  test('says the same in the other language', () => {
    const [id, en] = [
      stampOf('video-basket', '2026-11-24', 'id'),
      stampOf('video-basket', '2026-11-24', 'en'),
    ];
    expect(id.alsoAnswer).toBe(en.answer);
    expect(en.alsoAnswer).toBe(id.answer);
    expect(id.rows.map(({ label }) => label)).not.toEqual(en.rows.map(({ label }) => label));
  });

  test('says when the rules were old on the day of the capture', () => {
    expect(textOf(stampOf('video-basket', '2027-06-01', 'en'))).toMatch(/Rules reviewed \d+ days ago/);
  });

  test.each([
    ['2026-11-24T05:00:12.345Z', 420, '2026-11-24 05:00:12 UTC = 12:00:12 UTC+07:00 (WIB)'],
    ['2026-11-24T20:00:00.000Z', 420, '2026-11-24 20:00:00 UTC = 2026-11-25 03:00:00 UTC+07:00 (WIB)'],
    ['2026-11-24T02:00:00.000Z', -210, '2026-11-24 02:00:00 UTC = 2026-11-23 22:30:00 UTC−03:30'],
    ['2026-11-24T02:00:00.000Z', 480, '2026-11-24 02:00:00 UTC = 10:00:00 UTC+08:00'],
  ])('writes %s with an offset of %i minutes as %s', (utc, offset, told) => {
    expect(timesOf(utc, offset)).toBe(told);
  });
});

/** Every sign as wide as the widest of usual fonts. */
const measure = (text: string, { size }: { size: number }): number => Array.from(text).length * size * 0.62;
const said = (texts: readonly PlacedText[]): string => texts.map(({ text }) => text).join(' ');
const words = (text: string): string => text.replaceAll(/\s/g, '');

describe('the layout', () => {
  test.each([
    [480, 1],
    [1280, 1],
    [1600, 1.25],
    [3840, 3],
    [1080, 3],
    [640, 0.5],
  ])(
    'of a strip %i px wide at scale %d loses no word, stays inside, and is legible at half size',
    (...size) => {
      const [width, scale] = size;
      for (const [name, date, language] of cases) {
        const stamp = stampOf(name, date, language);
        const { texts, height } = layStrip(stamp, width, scale, measure);
        for (const { text, x, y, style } of texts) {
          expect(x + measure(text, style)).toBeLessThanOrEqual(width);
          expect(y).toBeLessThan(height);
          expect(style.size / 2).toBeGreaterThanOrEqual(12);
        }
        for (const part of [stamp.answer, stamp.alsoAnswer, stamp.limits])
          expect(words(said(texts))).toContain(words(part));
        for (const { text } of stamp.rows)
          for (const word of text.split(' ')) expect(words(said(texts))).toContain(word);
      }
      expect(stampTextSize(width, scale)).toBeLessThanOrEqual(Math.max(24, width / 40));
    },
  );

  test('breaks long addresses after their signs, and loses nothing of them', () => {
    const address = 'https://shop-id.tokopedia.com/pdp/_/00000';
    const lines = wrapText(address, 24, (text) => text.length);
    expect(lines).toEqual(['https://shop-id.', 'tokopedia.com/pdp/_/', '00000']);
    expect(wrapText('', 24, (text) => text.length)).toEqual([]);
    expect(wrapText('🧺🧺🧺', 1, (text) => Array.from(text).length)).toEqual(['🧺', '🧺', '🧺']);
  });

  test('has colours of the highest contrast grade on its ground', () => {
    const light = (hex: string): number => {
      const parts = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
      const [r = 0, g = 0, b = 0] = parts.map((one) =>
        one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4,
      );
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    for (const ink of [stampColours.ink, stampColours.soft])
      expect((light(stampColours.ground) + 0.05) / (light(ink) + 0.05)).toBeGreaterThanOrEqual(7);
  });
});

test('a stamp says how many places are covered, in both languages, and nothing where none is', () => {
  const { address, html } = pageNamed('video-basket');
  const verdict = judge(pageFromHtml(html, address, rulebook.signals), rulebook, '2026-11-24');
  const limits = (language: 'id' | 'en', covered: number) =>
    stampLines(
      {
        verdict,
        language,
        captureId,
        covered,
        taken: '2026-11-24T05:00:12.345Z',
        tzOffsetMin: 420,
        keyFingerprint: fingerprint,
      },
      rulebook,
    ).limits;
  expect(limits('id', 9)).toContain('9 tempat dalam gambar ditutup');
  expect(limits('en', 1)).toContain('1 place in the picture is covered');
  expect(limits('en', 0)).not.toContain('cover');
});
