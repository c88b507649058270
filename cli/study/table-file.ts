import { hash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { ExportRow } from '../../core/export/export-row';
import { ParquetTable } from '../../core/export/parquet-table';
import type { FieldRule } from '../../core/log/codebook';
import type { Resource } from './description';

/** A table that is made here, as a package has it, in a file that is written as its rows come. */
export class TableFile {
  private readonly file: number;
  private readonly table: ParquetTable;
  rows = 0;

  constructor(folder: string, name: string, exportId: string, fields: readonly FieldRule[]) {
    mkdirSync(join(folder, name), { recursive: true });
    this.file = openSync(join(folder, name, 'part.parquet'), 'w');
    this.table = new ParquetTable((bytes) => void writeSync(this.file, bytes), exportId, fields);
  }

  add(row: ExportRow): void {
    this.table.add(row);
    this.rows += 1;
  }

  close(): void {
    this.table.close();
    closeSync(this.file);
  }
}

/** What lists it. */
export const tableResource = (table: string, rows?: number): Resource => ({
  name: table,
  path: `${table}/part.parquet`,
  bytes: 0,
  hash: `sha256:${hash('sha256', '')}`,
  ...(rows !== undefined && { rows }),
});
