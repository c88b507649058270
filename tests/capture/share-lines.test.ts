import { describe, expect, test } from 'vitest';
import { layShare, type ShareShape, shareShapes } from '../../core/capture/stamp/lay-share';
import { type ShareLines, shareLines, sharesOf } from '../../core/capture/stamp/share-lines';
import { type Stamped, stampLines } from '../../core/capture/stamp/stamp-lines';
import { stripAddress } from '../../core/flow/strip-address';
import { pageFromHtml } from '../../core/page/from-html';
import { builtInRulebook as rulebook } from '../../core/rulebook/built-in';
import { judge } from '../../core/verdict/judge';
import { pageNamed } from '../../demo/shop/demo-pages';

const captureId = '1b2c3d4e-5f60-4a7b-8c9d-0e1f2a3b4c5d';
function stamped(name: string, date: string, language: 'id' | 'en', change: Partial<Stamped> = {}): Stamped {
  const { address, html } = pageNamed(name);
  const judged = judge(pageFromHtml(html, address, rulebook.signals), rulebook, date);
  return {
    verdict: { ...judged, address: stripAddress(address, rulebook.hosts) },
    language,
    captureId,
    taken: `${date}T02:52:12.345Z`,
    tzOffsetMin: 420,
    covered: 9,
    keyFingerprint: '9a41'.repeat(16),
    ...change,
  };
}
const sharedAs = (...asked: Parameters<typeof stamped>): ShareLines =>
  shareLines(stamped(...asked), rulebook);

const cases = [
  ['video-basket', '2026-11-24'],
  ['video-basket', '2024-02-21'],
  ['video-basket', '2023-11-01'],
  ['video-plain', '2026-11-24'],
  ['us-product', '2026-11-24'],
  ['video-cut', '2026-11-24'],
  ['look-alike', '2026-11-24'],
] as const;
const longest: Partial<Stamped> = {
  pageUrl: `https://www.tiktok.com/@contoh/video/${'7600000000000000101'.repeat(4)}`,
  collector: 'Redaksi Contoh, meja ekonomi digital',
  caseRef: 'K-12 keranjang kuning',
};

describe('a picture to share', () => {
  test('says who handles the order, by whose word, whose the company is, the rule in words and the dispute', () => {
    const lines = sharedAs('video-basket', '2026-11-24', 'id');
    expect(lines.answer).toEqual({
      before: 'Pesanan dari keranjang kuning di video ini diproses',
      name: 'PT Tokopedia',
      after: 'menurut perusahaan itu dan Kementerian Perdagangan.',
    });
    expect(lines.owned).toContain('75,01 % milik pihak TikTok');
    expect(lines.stops.map(({ name }) => name)).toEqual(['TikTok', 'PT Tokopedia', 'Penjual']);
    const [rule, dispute] = lines.columns;
    expect(rule?.heading).toBe('Permendag 19/2026, Pasal 25 ayat (3)');
    expect(rule?.text).toContain('dilarang memfasilitasi pembayaran di sistemnya sendiri');
    expect(rule?.text).toContain('Berlaku sejak 8 Juni 2026');
    expect(dispute?.heading).toBe('Diperdebatkan');
    expect(dispute?.text).toContain('Ada yang bilang ya, ada yang tidak.');
    expect(dispute?.text).toContain('Semua ucapan ini sebelum Permendag 19/2026 berlaku');
    expect(dispute?.text).toContain('Kami tidak menemukan keputusan pengadilan');
    expect(lines.when).toBe('24 November 2026, 09.52 WIB');
    expect(lines.limits).toContain('9 tempat dalam gambar ditutup');
  });

  test('names no owner on a day for which the rulebook knows none, and no handler where none is known', () => {
    expect(sharedAs('video-basket', '2023-12-20', 'en').owned).toBeNull();
    const unread = sharedAs('video-cut', '2026-11-24', 'en');
    expect(unread.answer).toEqual({ before: expect.stringContaining('could not read'), name: '', after: '' });
    expect(unread.stops[1]?.name).toBe('Not known');
    expect(sharedAs('look-alike', '2026-11-24', 'en').stops).toEqual([]);
  });

  test('writes the clock of another zone by its distance from UTC', () => {
    const lines = sharedAs('video-basket', '2026-11-24', 'en', { tzOffsetMin: -210 });
    expect(lines.when).toBe('23 November 2026, 23:22 UTC−03:30');
  });

  test('of a capture from before repeats its stamp, and no more', () => {
    const asked = stamped('video-basket', '2026-11-24', 'en');
    const stamp = stampLines(asked, rulebook);
    const facts = { taken_utc: asked.taken, tz_offset_min: 420 };
    const lines = sharesOf({ stamps: { id: stamp, en: stamp }, facts } as never, 'en');
    expect(lines.answer.before).toBe(stamp.answer);
    expect(lines.rows).toEqual(stamp.rows);
  });
});

/** Every sign as wide as the widest of usual fonts. */
const measure = (text: string, { size }: { size: number }): number => Array.from(text).length * size * 0.62;
const words = (text: string): string => text.replaceAll(/\s/g, '');

describe('its layout', () => {
  test.each([
    ['landscape', 1280, 800],
    ['landscape', 390, 844],
    ['landscape', 1280, 16_000],
    ['landscape', 452, 675],
    ['portrait', 1280, 800],
    ['portrait', 390, 844],
    ['portrait', 3840, 2400],
    ['portrait', 200, 150],
  ] as const)('of a %s picture of %i by %i holds all facts, apart from the picture', (...one) => {
    const [shape, w, h] = one;
    for (const [name, date] of cases)
      for (const language of ['id', 'en'] as const)
        for (const change of [{}, longest]) fits(shape, { w, h }, sharedAs(name, date, language, change));
  });
});

function fits(shape: ShareShape, picture: { w: number; h: number }, lines: ShareLines): void {
  const { texts, box, part, chip } = layShare(lines, shape, picture, measure);
  const size = shareShapes[shape];
  for (const { text, x, y, style } of texts) {
    expect(x + measure(text, style), text).toBeLessThanOrEqual(size.w - 30);
    expect(y, text).toBeLessThanOrEqual(size.h - 20);
    const isOverPicture = x < box.x + box.w && y > box.y && y - style.size < box.y + box.h;
    expect(isOverPicture, text).toBe(false);
    expect(style.size).toBeGreaterThanOrEqual(10);
  }
  const all = words(texts.map(({ text }) => text).join(' '));
  const { answer, owned, columns, rows, stops, limits, excerpt } = lines;
  for (const text of [answer.before, answer.name, answer.after, owned ?? '', limits])
    expect(all).toContain(words(text));
  for (const { name } of stops) expect(all).toContain(words(name));
  for (const { heading, text } of columns)
    for (const word of `${heading} ${text}`.split(' ')) expect(all).toContain(word);
  for (const { text } of rows) for (const word of text.split(' ')) expect(all).toContain(word);
  expect(all.includes(words(excerpt))).toBe(part.h < picture.h || part.w < picture.w);
  expect(box.w / box.h).toBeCloseTo(part.w / part.h, 1);
  expect(chip.box.x + chip.box.w).toBeLessThan(size.w);
}
