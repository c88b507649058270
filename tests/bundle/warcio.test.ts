import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WARCParser } from 'warcio';
import { buildWacz } from '../../core/bundle/build-wacz';
import { readZip } from '../../core/bundle/read-zip';
import { demoCapture, newKey } from '../builders/bundles';

let folder: string;
let files: Map<string, Uint8Array>;

const fileOf = (name: string): Uint8Array => files.get(name) ?? new Uint8Array();
const linesOf = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line) => {
      const start = line.indexOf('{');
      return [line.slice(0, start).trim(), JSON.parse(line.slice(start))] as const;
    });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'warcio-'));
  const { wacz } = await buildWacz(demoCapture(await newKey()));
  const { entries } = readZip(wacz, () => true);
  files = new Map(entries.map(({ name, bytes }) => [name, bytes ?? new Uint8Array()]));
  writeFileSync(join(folder, 'data.warc.gz'), fileOf('archive/data.warc.gz'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('warcio', { timeout: 60_000 }, () => {
  test('indexes our records under the same keys, offsets and lengths as we do', () => {
    const command = join(import.meta.dirname, '../../node_modules/warcio/dist/cli.js');
    const words = [command, 'cdx-index', 'data.warc.gz'];
    const told = spawnSync(process.execPath, words, { cwd: folder, encoding: 'utf8' });
    expect(told.status, told.stderr).toBe(0);
    const short = (lines: ReturnType<typeof linesOf>) =>
      lines
        .map(([key, { url, mime, length, offset, filename }]) => ({
          key,
          url,
          mime,
          length: Number(length),
          offset: Number(offset),
          filename,
        }))
        .toSorted((a, b) => a.offset - b.offset);
    const ours = short(linesOf(new TextDecoder().decode(fileOf('indexes/index.cdxj'))));
    expect(ours).toHaveLength(3);
    expect(short(linesOf(told.stdout))).toEqual(ours);
  });

  test('reads four records, none a response, and the very picture and facts that lie beside them', async () => {
    const blocks: { type: string; uri: string; bytes: Uint8Array }[] = [];
    const stream = new Blob([fileOf('archive/data.warc.gz') as BlobPart]).stream();
    for await (const record of new WARCParser(stream)) {
      const { warcType = '', warcTargetURI: uri = '' } = record;
      blocks.push({ type: warcType, uri: uri ?? '', bytes: await record.readFully(false) });
    }
    expect(blocks.map(({ type }) => type)).toEqual(['warcinfo', 'resource', 'resource', 'resource']);
    const page = 'https://www.tiktok.com/@_/video/00000';
    expect(blocks.map(({ uri }) => uri)).toEqual(['', page, `urn:view:${page}`, `urn:capture:${page}`]);
    expect(blocks[2]?.bytes).toEqual(fileOf('evidence/screenshot.png'));
    expect(blocks[3]?.bytes).toEqual(fileOf('evidence/capture.json'));
  });
});
