import type { LogRow } from '../log/event';
import type { MadeFile } from './describe-package';
import type { PartSource } from './event-files';
import { GzipStream } from './gzip-stream';
import { FileBeingMade, type Piece } from './package-files';
import { chainLines } from './to-chain';

/** The chain's file: a line for every row of the study. */
export async function chainFile<T extends LogRow, P extends Piece>({
  about,
  pages,
  isWithheld,
  newPiece,
}: PartSource<T, P>): Promise<MadeFile<P>> {
  const file = new FileBeingMade('chain.ndjson.gz', newPiece());
  const gzip = new GzipStream(file.take);
  const lineOf = chainLines(about);
  let rows = 0;
  for await (const page of pages)
    for (const row of page) {
      const full = gzip.write(lineOf(row, isWithheld(row)));
      if (full) await full;
      rows += 1;
    }
  await gzip.close();
  return { ...file.close(), name: 'chain', rows, table: 'chain' };
}
