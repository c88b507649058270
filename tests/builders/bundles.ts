import { deflateSync } from 'node:zlib';
import type { CaptureInput } from '../../core/bundle/archive/build-wacz';
import { attachNotes } from '../../core/bundle/attach';
import { buildBundle } from '../../core/bundle/build-bundle';
import { concatBytes, utf8ToBytes } from '../../core/bundle/bytes';
import type { CaptureSaying } from '../../core/bundle/capture-facts';
import { explanationOf } from '../../core/bundle/explanation-of';
import type { Note } from '../../core/bundle/notes';
import type { Sign } from '../../core/bundle/signature';
import { crc32 } from '../../core/bundle/zip/crc32';
import { stripAddress } from '../../core/flow/strip-address';
import { pageFromHtml } from '../../core/page/from-html';
import { builtInRulebook as rulebook } from '../../core/rulebook/built-in';
import { judge } from '../../core/verdict/judge';
import { pageNamed } from '../../demo/shop/demo-pages';

export const taken = '2026-11-24T05:00:12.345Z';
export const captureId = '1b2c3d4e-5f60-4a7b-8c9d-0e1f2a3b4c5d';

export interface Key {
  readonly publicKey: Uint8Array;
  readonly sign: Sign;
}

export async function newKey(): Promise<Key> {
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-384' }, false, [
    'sign',
    'verify',
  ]);
  const hashing = { name: 'ECDSA', hash: 'SHA-256' };
  return {
    publicKey: new Uint8Array(await crypto.subtle.exportKey('spki', pair.publicKey)),
    sign: async (bytes) =>
      new Uint8Array(await crypto.subtle.sign(hashing, pair.privateKey, bytes as BufferSource)),
  };
}

/** A picture of soft colours with a basket in it; `paint` may set single pixels otherwise. */
export function drawPng(
  w: number,
  h: number,
  paint?: (x: number, y: number) => number[] | undefined,
): Uint8Array {
  const rows = Array.from({ length: h }, (_, y) => [
    0,
    ...Array.from({ length: w }, (_, x) => {
      const isBasket = x > w * 0.4 && x < w * 0.6 && y > h * 0.4 && y < h * 0.6;
      return (
        paint?.(x, y) ?? (isBasket ? [255, 200, 0] : [40 + (((x >> 2) * (y >> 2)) % 97), 90 + (x % 60), 120])
      );
    }).flat(),
  ]);
  const chunk = (name: string, data: Uint8Array): Uint8Array => {
    const body = concatBytes(utf8ToBytes(name), data);
    const frame = new Uint8Array(body.length + 8);
    new DataView(frame.buffer).setUint32(0, data.length);
    frame.set(body, 4);
    new DataView(frame.buffer).setUint32(body.length + 4, crc32(body));
    return frame;
  };
  const size = new Uint8Array(13);
  new DataView(size.buffer).setUint32(0, w);
  new DataView(size.buffer).setUint32(4, h);
  size.set([8, 2, 0, 0, 0], 8);
  return concatBytes(
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    chunk('IHDR', size),
    chunk('IDAT', new Uint8Array(deflateSync(Uint8Array.from(rows.flat())))),
    chunk('IEND', new Uint8Array()),
  );
}

/** What a capture of the demo shop's video with a basket says. */
export function demoSaying(): CaptureSaying {
  const { address, html } = pageNamed('video-basket');
  const masked = stripAddress(address, rulebook.hosts);
  const verdict = {
    ...judge(pageFromHtml(html, address, rulebook.signals), rulebook, '2026-11-24'),
    address: masked,
  };
  return {
    capture_id: captureId,
    flow_id: null,
    taken_utc: taken,
    tz_offset_min: 420,
    clock_note: { id: 'jam perangkat, tidak diperiksa', en: 'device clock, unverified' },
    page_url_masked: masked,
    page_title_masked: 'TikTok',
    viewport: { w: 1280, h: 800, dpr: 1.25 },
    scroll: { x: 0, y: 12.5 },
    stitched: true,
    redactions: [{ x: 10, y: 10, w: 40, h: 12, kind: 'account', by: 'auto' }],
    signals: [{ signal: 'product-link', values: ['shop-id.tokopedia.com'] }],
    verdict: JSON.parse(JSON.stringify(verdict)),
    ...explanationOf(verdict, rulebook, '2026-11-24'),
    ruleset_version: rulebook.about.version,
    ext_version: '0.1.0',
    browser: 'Chromium 156',
    os_family: 'Linux',
    collector: null,
    case_ref: null,
    custody: [{ utc: taken, action: 'captured', by: 'di-balik-keranjang' }],
    original_commitment: null,
    limits_text: {
      id: 'Menunjukkan apa yang ditampilkan browser ini, bukan bukti apa yang dikirim server.',
      en: 'Shows what this browser rendered; not proof of what the server sent.',
    },
  };
}

export const demoCapture = (key: Key, more: Partial<CaptureInput> = {}): CaptureInput => ({
  said: demoSaying(),
  png: drawPng(200, 150),
  html: '<!doctype html><html lang="id"><title>TikTok</title><p>Keranjang kuning: ████</p></html>',
  signed: '2026-11-24T05:01:00.000Z',
  ...key,
  ...more,
});

export const demoNotes: readonly Note[] = [
  { kind: 'arrow', x1: 20, y1: 20, x2: 90, y2: 70, text: 'Keranjang' },
  { kind: 'box', x: 80, y: 60, w: 40, h: 30, text: '' },
  { kind: 'text', x: 10, y: 140, text: 'Dilihat 24 November' },
];

/** A bundle with all that one can hold, apart from the answer of a time authority. */
export async function bundleWithNotes(key: Key): Promise<Uint8Array> {
  const bundle = await buildBundle(demoCapture(key));
  return attachNotes(bundle, { notes: demoNotes, by: null, written: '2026-11-24T06:00:00.000Z' }, key.sign);
}
