import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import { codebook, type FieldRule } from '../log/codebook';
import { type ExportRow, exportedFields } from './export-row';
import { columnOf } from './parquet-column';

/** Takes bytes as they are made: a file, a part of a package. */
export type TakeBytes = (bytes: Uint8Array) => void;

/** How Parquet writes each type: times as moments in UTC, by the logical type and by the older converted one. */
const types = {
  string: { type: 'BYTE_ARRAY', converted_type: 'UTF8', logical_type: { type: 'STRING' } },
  int32: { type: 'INT32' },
  int64: { type: 'INT64' },
  timestamp: {
    type: 'INT64',
    converted_type: 'TIMESTAMP_MILLIS',
    logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'MILLIS' },
  },
  date: { type: 'INT32', converted_type: 'DATE', logical_type: { type: 'DATE' } },
  boolean: { type: 'BOOLEAN' },
} as const;
/** Rows held in memory at a time. */
const rowGroupSize = 20_000;
/** What even an erased row has; everything else may be missing from one. */
const always = ['n', 'chain', 'study_id', 'participant_id', 'export_id'];

/** A table as one Parquet file in the making: a row group in memory at a time, column by column. */
export class ParquetTable {
  private readonly buffer = new ByteWriter(1 << 20);
  private readonly writer: ParquetWriter;
  private readonly columns: readonly ReturnType<typeof columnOf>[];
  private held = 0;

  /** @param exportId names the export in the file's own metadata */
  constructor(
    private readonly give: TakeBytes,
    exportId: string,
    fields: readonly FieldRule[] = exportedFields,
  ) {
    this.columns = fields.map(columnOf);
    const columns = fields.map(({ name, type, nullable }) => ({
      name,
      ...types[type],
      repetition_type:
        nullable || (fields === exportedFields && !always.includes(name)) ? 'OPTIONAL' : 'REQUIRED',
    }));
    this.writer = new ParquetWriter({
      writer: this.buffer,
      schema: [{ name: 'root', num_children: fields.length }, ...columns] as never,
      kvMetadata: [
        { key: 'schema_version', value: codebook.schema_version },
        { key: 'export_id', value: exportId },
      ],
    });
  }

  /** Adds a row; its values stand in the order of the fields. */
  add(row: ExportRow): void {
    const { columns } = this;
    for (let index = 0; index < columns.length; index += 1)
      (columns[index] as (typeof columns)[number]).add(row[index] ?? null);
    this.held += 1;
    if (this.held === rowGroupSize) this.writeGroup();
  }

  /** The file is whole; nothing is added afterwards. */
  close(): void {
    if (this.held > 0) this.writeGroup();
    this.writer.finish();
    this.flush();
  }

  private writeGroup(): void {
    const columnData = this.columns.map((column) => column.takeOut());
    this.writer.write({ columnData: columnData as never, rowGroupSize });
    this.held = 0;
    this.flush();
  }

  private flush(): void {
    if (this.buffer.index > 0) this.give(this.buffer.getBytes().slice());
    this.buffer.index = 0;
  }
}
