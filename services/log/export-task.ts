import { chainFile } from '../../core/export/chain-file';
import type { MadeFile, PackageAbout } from '../../core/export/describe-package';
import { eventFiles } from '../../core/export/event-files';
import type { Owner } from '../../core/export/export-row';
import type { DayMet } from '../../core/flow/count-exposure';
import { FileInTheMaking } from '../save-file';
import { type ExportKind, exportTable } from './export-table';
import type { Withheld } from './open-store';
import { countingPages } from './read-rows';
import { inStudy } from './read-studies';
import { isWithheldBy } from './withhold';

/** Work that reads a study's whole record, for a worker: up to the place `upTo`, as it was when the work was asked for. */
export type ExportTask = { readonly withheld: Withheld; readonly upTo: number } & (
  | { readonly what: 'chain'; readonly about: PackageAbout }
  | { readonly what: 'events'; readonly about: PackageAbout; readonly met: readonly DayMet[] }
  | {
      readonly what: 'table';
      readonly kind: ExportKind;
      readonly owner: Owner;
      readonly language: string;
    }
);

/** A file whose bytes the browser keeps. */
export type FileAsBlob = Omit<MadeFile<FileInTheMaking>, 'piece'> & { readonly blob: Blob };

/** What a worker tells the page: how far it is, and at the end the files it made or why there are none. */
export type ExportNews =
  | { readonly rows: number }
  | { readonly files: readonly FileAsBlob[] }
  | { readonly table: Blob }
  | { readonly failed: string };

/** Does an export's work where it is called, in a store of its own. */
export async function runExportTask(task: ExportTask, onRow: (rows: number) => void): Promise<ExportNews> {
  const isWithheld = isWithheldBy(task.withheld);
  return inStudy(task.what === 'table' ? task.owner.study : task.about.study, async (db) => {
    if (task.what === 'table') return { table: await exportTable(db, task, isWithheld, onRow) };
    const source = {
      about: task.about,
      pages: countingPages(db, onRow, task.upTo),
      isWithheld,
      newPiece: () => new FileInTheMaking(),
    };
    const files = task.what === 'events' ? await eventFiles(source, task.met) : [await chainFile(source)];
    return { files: files.map(({ piece, ...file }) => ({ ...file, blob: piece.asBlob() })) };
  });
}
