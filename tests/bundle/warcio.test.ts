import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildWacz } from '../../core/bundle/archive/build-wacz';
import { readZip } from '../../core/bundle/zip/read-zip';
import { demoCapture, newKey } from '../builders/bundles';
import { indexLines, warcioBlocks, warcioIndex } from '../builders/warcio-index';

let folder: string;
let files: Map<string, Uint8Array>;

const fileOf = (name: string): Uint8Array => files.get(name) ?? new Uint8Array();
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'warcio-'));
  const { wacz } = await buildWacz(demoCapture(await newKey()));
  const { entries } = readZip(wacz);
  files = new Map(entries.map(({ name, bytes }) => [name, bytes ?? new Uint8Array()]));
  writeFileSync(join(folder, 'data.warc.gz'), fileOf('archive/data.warc.gz'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('warcio', { timeout: 60_000 }, () => {
  test('indexes our records under the same keys, offsets and lengths as we do', () => {
    const ours = indexLines(new TextDecoder().decode(fileOf('indexes/index.cdxj')));
    expect(ours).toHaveLength(3);
    expect(warcioIndex(folder, 'data.warc.gz')).toEqual(ours);
  });

  test('reads four records, none a response, and the very picture and facts that lie beside them', async () => {
    const blocks = await warcioBlocks(fileOf('archive/data.warc.gz'));
    expect(blocks.map(({ type }) => type)).toEqual(['warcinfo', 'resource', 'resource', 'resource']);
    const page = 'https://www.tiktok.com/@_/video/00000';
    expect(blocks.map(({ uri }) => uri)).toEqual(['', page, `urn:view:${page}`, `urn:capture:${page}`]);
    expect(blocks[2]?.bytes).toEqual(fileOf('evidence/screenshot.png'));
    expect(blocks[3]?.bytes).toEqual(fileOf('evidence/capture.json'));
  });
});
