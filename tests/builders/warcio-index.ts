import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { WARCParser } from 'warcio';

const command = join(import.meta.dirname, '../../node_modules/warcio/dist/cli.js');

/** A record's line in an index, by what any writer of one must agree on. */
export interface IndexLine {
  readonly key: string;
  readonly url: string;
  readonly mime: string;
  readonly length: number;
  readonly offset: number;
  readonly filename: string;
}

/** The lines of a CDXJ, in the order of their records. */
export const indexLines = (text: string): IndexLine[] =>
  text
    .trim()
    .split('\n')
    .map((line) => {
      const start = line.indexOf('{');
      const { url, mime, length, offset, filename } = JSON.parse(line.slice(start));
      const key = line.slice(0, start).trim();
      return { key, url, mime, length: Number(length), offset: Number(offset), filename };
    })
    .toSorted((a, b) => a.offset - b.offset);

/** The index that warcio makes of a WARC in a folder. @throws with what warcio says where it refuses */
export function warcioIndex(folder: string, warc: string): IndexLine[] {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, 'cdx-index', warc], {
    cwd: folder,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return indexLines(stdout);
}

export interface WarcBlock {
  readonly type: string;
  readonly uri: string;
  readonly bytes: Uint8Array;
}

/** The records of a WARC, as warcio reads them. */
export async function warcioBlocks(warc: Uint8Array): Promise<WarcBlock[]> {
  const blocks: WarcBlock[] = [];
  for await (const record of new WARCParser(new Blob([warc as BlobPart]).stream())) {
    const { warcType = '', warcTargetURI: uri = '' } = record;
    blocks.push({ type: warcType, uri: uri ?? '', bytes: await record.readFully(false) });
  }
  return blocks;
}
