import type { LogRow } from '../log/event';
import type { MadeFile } from './describe-package';
import type { PartSource } from './event-files';
import { saidIn } from './export-row';
import { GzipStream } from './gzip-stream';
import { FileBeingMade, type Piece } from './package-files';
import { chainLine } from './to-chain';

/** The chain's file: a line for every row of the record, whatever its study. */
export async function chainFile<T extends LogRow, P extends Piece>({
  about,
  pages,
  isWithheld,
  newPiece,
}: PartSource<T, P>): Promise<MadeFile<P>> {
  const file = new FileBeingMade('chain.ndjson.gz', newPiece());
  const gzip = new GzipStream(file.take);
  let rows = 0;
  for await (const page of pages)
    for (const row of page) {
      const full = gzip.write(chainLine(row, isWithheld(row) || isOfAnother(row, about.study)));
      if (full) await full;
      rows += 1;
    }
  await gzip.close();
  return { ...file.close(), name: 'chain', rows, table: 'chain' };
}

/** Whether a row says that it belongs to another study. Bodies name their study in one way only, so it is seen at once. */
function isOfAnother(row: LogRow, study: string): boolean {
  if (row.body === null || row.body.includes(`"study_id":${JSON.stringify(study)}`)) return false;
  const said = saidIn(row);
  return said !== undefined && said.study_id !== study;
}
