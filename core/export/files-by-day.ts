import type { MadeFile } from './describe-package';
import type { ExportRow } from './export-row';
import type { FileBeingMade, Piece } from './package-files';
import { ParquetTable } from './parquet-table';

/** Rows in one Parquet file at most. */
const mostInFile = 250_000;

interface OpenFile<P extends Piece> {
  readonly day: string | null;
  readonly file: FileBeingMade<P>;
  readonly table: ParquetTable;
  rows: number;
}

/**
 * Puts events that come in the order of the chain into files, one a day and none too long, without holding them. A
 * row without a day belongs to the rows around it.
 */
export class FilesByDay<P extends Piece> {
  readonly made: MadeFile<P>[] = [];
  private open: OpenFile<P> | null = null;
  /** Rows without a day, before the first that has one. */
  private undated: ExportRow[] = [];

  /**
   * @param exportId names the export in each file's metadata
   * @param begin begins the file of a day, the `number`th of all
   */
  constructor(
    private readonly exportId: string,
    private readonly begin: (day: string | null, number: number) => FileBeingMade<P>,
  ) {}

  /** @param day in WIB; null where nothing of the row is left to tell it */
  add(row: ExportRow, day: string | null): void {
    if (this.open && day !== null && day !== this.open.day) this.closeOpen();
    if (!this.open && day === null) this.undated.push(row);
    else this.put(row, day);
    if (this.undated.length === mostInFile) this.putUndated(null);
  }

  close(): void {
    if (this.undated.length > 0) this.putUndated(null);
    this.closeOpen();
  }

  private put(row: ExportRow, day: string | null): void {
    if (this.undated.length > 0) this.putUndated(day);
    this.open ??= this.beginFile(day);
    this.open.table.add(row);
    this.open.rows += 1;
    if (this.open.rows === mostInFile) this.closeOpen();
  }

  private putUndated(day: string | null): void {
    const rows = this.undated;
    this.undated = [];
    for (const row of rows) this.put(row, day);
  }

  private beginFile(day: string | null): OpenFile<P> {
    const file = this.begin(day, this.made.length + 1);
    return { day, file, table: new ParquetTable(file.take, this.exportId), rows: 0 };
  }

  private closeOpen(): void {
    if (!this.open) return;
    const { file, table, rows } = this.open;
    table.close();
    this.made.push({ ...file.close(), name: `events-${this.made.length + 1}`, rows, table: 'events' });
    this.open = null;
  }
}
