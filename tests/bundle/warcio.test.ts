import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildWacz } from '../../core/bundle/archive/build-wacz';
import { readZip } from '../../core/bundle/zip/read-zip';
import { demoCapture, newKey } from '../builders/bundles';
import { tempFolder } from '../builders/temp-folder';
import { indexLines, warcioBlocks, warcioIndex } from '../builders/warcio-index';

const folder = tempFolder('warcio');
let files: Map<string, Uint8Array>;

const fileOf = (name: string): Uint8Array => files.get(name) ?? new Uint8Array();
beforeAll(async () => {
  const { wacz } = await buildWacz(demoCapture(await newKey()));
  const { entries } = readZip(wacz);
  files = new Map(entries.map(({ name, bytes }) => [name, bytes ?? new Uint8Array()]));
  writeFileSync(join(folder, 'data.warc.gz'), fileOf('archive/data.warc.gz'));
});

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
