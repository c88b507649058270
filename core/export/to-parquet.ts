import { ByteWriter, parquetWriteRows } from 'hyparquet-writer';
import { codebook, type FieldRule } from '../log/codebook';
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
/** What even an erased row has; everything else may be missing from one. */
const always = ['n', 'leaf', 'chain'];

/**
 * Writes a table as one Parquet file, a row group in memory at a time.
 *
 * @param exportId names the export in the file's own metadata
 */
export async function toParquet(
  rows: AsyncIterable<ExportRow>,
  take: TakeBytes,
  exportId: string,
  fields: readonly FieldRule[] = exportedFields,
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
    rows: typed(rows, fields),
    columns: fields.map(({ name, type, nullable }) => ({
      name,
      type: types[type],
      nullable: nullable || (fields === exportedFields && !always.includes(name)),
    })),
    rowGroupSize,
    kvMetadata: [
      { key: 'schema_version', value: codebook.schema_version },
      { key: 'export_id', value: exportId },
    ],
  });
}

async function* typed(
  rows: AsyncIterable<ExportRow>,
  fields: readonly FieldRule[],
): AsyncGenerator<Record<string, unknown>> {
  const converted = fields.filter(({ type }) => type === 'int64' || type === 'timestamp');
  for await (const row of rows) {
    const values: Record<string, unknown> = { ...row };
    for (const { name, type } of converted) {
      const value = row[name];
      if (typeof value === 'number') values[name] = type === 'int64' ? BigInt(value) : new Date(value);
    }
    yield values;
  }
}
