import { ByteWriter, parquetWriteRows } from 'hyparquet-writer';
import { codebook } from '../log/codebook';
import { type ExportRow, exportedFields } from './export-row';

/** Takes bytes as they are made: a file, a part of a package. */
export type TakeBytes = (bytes: Uint8Array) => Promise<void> | void;

const types = {
  string: 'STRING',
  int32: 'INT32',
  int64: 'INT64',
  timestamp: 'TIMESTAMP',
  boolean: 'BOOLEAN',
} as const;
/** Rows held in memory at a time. */
const rowGroupSize = 20_000;

/**
 * Writes the events as one Parquet file, a row group in memory at a time.
 *
 * @param exportId names the export in the file's own metadata
 */
export async function toParquet(
  rows: AsyncIterable<ExportRow>,
  take: TakeBytes,
  exportId: string,
): Promise<void> {
  const buffer = new ByteWriter();
  const flush = async () => {
    if (buffer.index > 0) await take(new Uint8Array(buffer.getBytes()));
    buffer.index = 0;
  };
  // The writer asks for a flush after each row group; the file's offsets go on counting.
  const writer = Object.assign(buffer, { flush, finish: flush });
  await parquetWriteRows({
    writer,
    rows: typed(rows),
    columns: exportedFields.map(({ name, type, nullable }) => ({
      name,
      type: types[type],
      // What every row has is missing from an erased one.
      nullable: nullable || !['n', 'leaf', 'chain'].includes(name),
    })),
    rowGroupSize,
    kvMetadata: [
      { key: 'schema_version', value: codebook.schema_version },
      { key: 'export_id', value: exportId },
    ],
  });
}

async function* typed(rows: AsyncIterable<ExportRow>): AsyncGenerator<Record<string, unknown>> {
  for await (const row of rows) {
    const ts = row.ts;
    yield { ...row, n: BigInt(row.n as number), ts: typeof ts === 'number' ? new Date(ts) : null };
  }
}
