import { beforeAll, expect, test } from 'vitest';
import { buildBundle } from '../../core/bundle/build-bundle';
import type { CaptureFacts, CaptureSaying } from '../../core/bundle/capture-facts';
import { examine } from '../../core/bundle/verify/verify';
import type { KeptCapture } from '../../core/capture/kept-capture';
import { shareLines } from '../../core/capture/stamp/share-lines';
import { stampLines } from '../../core/capture/stamp/stamp-lines';
import { writeCaption } from '../../core/capture/stamp/write-caption';
import { builtInRulebook as rulebook } from '../../core/rulebook/built-in';
import type { Verdict } from '../../core/verdict/verdict';
import { captureId, demoCapture, demoSaying, type Key, newKey } from '../builders/bundles';

let key: Key;
beforeAll(async () => {
  key = await newKey();
});

/** The caption of a capture as it is written for print, language by language. */
async function captionOf(
  change: Partial<CaptureSaying>,
  archived: readonly string[] = [],
): Promise<string[]> {
  const { facts: found } = await examine(
    await buildBundle(demoCapture(key, { said: { ...demoSaying(), ...change } })),
  );
  const facts = found as CaptureFacts;
  const stamped = (language: 'id' | 'en') => ({
    verdict: facts.verdict as unknown as Verdict,
    language,
    captureId,
    taken: facts.taken_utc,
    tzOffsetMin: facts.tz_offset_min,
    keyFingerprint: facts.key_fingerprint,
  });
  const kept = {
    facts,
    stamps: { id: stampLines(stamped('id'), rulebook), en: stampLines(stamped('en'), rulebook) },
    shares: { id: shareLines(stamped('id'), rulebook), en: shareLines(stamped('en'), rulebook) },
  } as unknown as KeptCapture;
  return writeCaption(kept, facts, archived).split('\n\n');
}

test('a caption says rule, ownership, dispute, source, day, id, credit, alternative text and print size, in both languages', async () => {
  const [id = '', en = '', ...more] = await captionOf({ collector: 'Redaksi Contoh' });
  expect(more).toEqual([]);
  for (const part of [
    'Takarir: Pesanan dari keranjang kuning',
    'PT Tokopedia: 75,01 % milik pihak TikTok',
    'Permendag 19/2026, Pasal 25 ayat (3): ',
    'Diperdebatkan: ',
    'Teks alternatif: Tangkapan layar halaman www.tiktok.com, diambil 24 November 2026, 12.00 WIB. 1 tempat ditutup.',
    'Kredit: Redaksi Contoh / Di Balik Keranjang',
    'Halaman (disamarkan): https://www.tiktok.com/@…/video/…',
    'Sumber aturan: Kementerian Perdagangan',
    `Tangkapan: ${captureId}`,
    'Cetak: 200 × 150 piksel: 1,7 × 1,3 cm pada 300 dpi',
  ])
    expect(id).toContain(part);
  for (const part of [
    'Caption: Orders from',
    'Alternative text: ',
    'Source of the rule: ',
    'Print: 200 × 150 pixels: 1.7 × 1.3 cm',
  ])
    expect(en).toContain(part);
  expect(`${id}${en}`).not.toMatch(/undefined|null|[{}]/);
});

test('a caption names the page where its maker did, and the copies that archives hold', async () => {
  const post = 'https://www.tiktok.com/@contoh/video/7600000000000000101';
  const copy = `https://web.archive.org/web/20261124050000/${post}`;
  const [, en = ''] = await captionOf({ page_url: post }, [copy]);
  expect(en).toContain(`Page: ${post}`);
  expect(en).toContain(`Archived copy: ${copy}`);
});
