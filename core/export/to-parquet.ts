import { ByteWriter, ParquetWriter, schemaFromColumnData } from 'hyparquet-writer';
import { codebook, type FieldRule } from '../log/codebook';
import { type ExportRow, type ExportValue, exportedFields } from './export-row';

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
/** Random digits: no compression makes them smaller. */
const random = ['leaf', 'chain', 'salt', 'event_id', 'reading_digest'];

/**
 * Writes a table as one Parquet file, a row group in memory at a time, column by column.
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
  const columns = fields.map(({ name, type, nullable }) => ({
    name,
    type: types[type],
    nullable: nullable || (fields === exportedFields && !always.includes(name)),
    data: [] as unknown[],
  }));
  const writer = new ParquetWriter({
    writer: buffer,
    schema: schemaFromColumnData({ columnData: columns as never }),
    kvMetadata: [
      { key: 'schema_version', value: codebook.schema_version },
      { key: 'export_id', value: exportId },
    ],
  });
  const converters = fields.map(({ type }) => convert[type as keyof typeof convert]);
  const write = async () => {
    const columnData = columns.map(({ name, data }) => ({
      name,
      data,
      ...(random.includes(name) && { codec: 'UNCOMPRESSED' as const, statistics: false }),
    }));
    await writer.write({ columnData: columnData as never, rowGroupSize });
    await flush();
    for (const column of columns) column.data = [];
  };
  let held = 0;
  for await (const row of rows) {
    for (const [index, { data }] of columns.entries()) {
      const value = row[index] ?? null;
      data.push(converters[index]?.(value) ?? value);
    }
    held += 1;
    if (held === rowGroupSize) await write();
    held %= rowGroupSize;
  }
  if (held > 0) await write();
  await writer.finish();
  await flush();
}

const convert = {
  int64: (value: ExportValue) => (typeof value === 'number' ? BigInt(value) : null),
  timestamp: (value: ExportValue) => (typeof value === 'number' ? new Date(value) : null),
};
