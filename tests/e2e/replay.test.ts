import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildWacz } from '../../core/bundle/archive/build-wacz';
import { readZip } from '../../core/bundle/zip/read-zip';
import { writeZip, zipTimeOf } from '../../core/bundle/zip/write-zip';
import { demoCapture, newKey, taken } from '../builders/bundles';
import { type ReplayEngine, startReplay } from '../builders/replay-engine';

const pageUrl = 'https://www.tiktok.com/@_/video/00000';
const html = '<!doctype html><html lang="id"><title>TikTok</title><p>Keranjang kuning: ████</p></html>';

let engine: ReplayEngine;
let whole: Uint8Array;

beforeAll(async () => {
  whole = (await buildWacz(demoCapture(await newKey(), { html }))).wacz;
  engine = await startReplay();
});
afterAll(() => engine?.close());

/** One letter of the title in the list of files changed, the container in order. */
function withEditedList(wacz: Uint8Array): Uint8Array {
  const files = readZip(wacz).entries.map(({ name, bytes }) => {
    const text = new TextDecoder('latin1').decode(bytes ?? new Uint8Array());
    const edited = text.replace('"title": "TikTok"', '"title": "TikTak"');
    return { name, bytes: Uint8Array.from(edited, (sign) => sign.charCodeAt(0)) };
  });
  return writeZip(files, zipTimeOf(taken));
}

describe('the replay engine of web archives', () => {
  test('opens our archive: one page, its signature and all hashes valid', async () => {
    const { pages, verify } = await engine.open('whole', whole);
    expect(pages.map(({ url }) => url)).toEqual([pageUrl]);
    expect(verify).toMatchObject({ numValid: 3, numInvalid: 0 });
  });

  test('plays the page, the picture and the facts, byte for byte', async () => {
    const { entries } = readZip(whole);
    const size = (wanted: string) => entries.find(({ name }) => name === wanted)?.bytes?.length;
    const sizeOfPage = new TextEncoder().encode(html).length;
    expect(await engine.play('whole', '20261124050012', pageUrl)).toMatchObject({
      status: 200,
      size: sizeOfPage,
    });
    expect(await engine.play('whole', '20261124050012', `urn:view:${pageUrl}`)).toEqual({
      status: 200,
      type: 'image/png',
      size: size('evidence/screenshot.png'),
    });
    expect(await engine.play('whole', '20261124050012', `urn:capture:${pageUrl}`)).toMatchObject({
      status: 200,
      size: size('evidence/capture.json'),
    });
  });

  test('reports an edited list of files', async () => {
    const { verify } = await engine.open('edited', withEditedList(whole));
    expect(verify.numInvalid).toBeGreaterThanOrEqual(1);
  });
});
