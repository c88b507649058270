import { chainFile } from '../../../core/export/chain-file';
import type { MadeFile, PackageAbout } from '../../../core/export/describe-package';
import { eventFiles, type PartSource } from '../../../core/export/event-files';
import type { Owner } from '../../../core/export/export-row';
import { rejudgementFile } from '../../../core/export/rejudgement-file';
import type { DayMet } from '../../../core/flow/count-exposure';
import type { Rulebook } from '../../../core/rulebook/rulebook';
import { FileInTheMaking } from '../../browser/save-file';
import type { Withheld } from '../store/open-store';
import { countingPages } from '../store/read-rows';
import { inStudy } from '../store/read-studies';
import type { StoredRow } from '../store/row-block';
import { isWithheldBy } from '../take-out/withhold';
import { type ExportKind, exportTable } from './export-table';

/** Work that reads a study's whole record, for a worker: up to the place `upTo`, as it was when the work was asked for. */
export type ExportTask = { readonly withheld: Withheld; readonly upTo: number } & (
  | { readonly what: 'chain'; readonly about: PackageAbout }
  | { readonly what: 'events'; readonly about: PackageAbout; readonly met: readonly DayMet[] }
  /** With the rules in force: a worker does not know them. */
  | { readonly what: 'rejudgements'; readonly about: PackageAbout; readonly rulebook: Rulebook }
  | {
      readonly what: 'table';
      readonly kind: ExportKind;
      readonly owner: Owner;
      readonly language: string;
    }
);

/** A file whose bytes the browser keeps. */
type FileAsBlob = Omit<MadeFile<FileInTheMaking>, 'piece'> & { readonly blob: Blob };

/** What a worker tells the page: how far it is, and at the end the files it made or why there are none. */
export type ExportNews =
  | { readonly rows: number }
  | { readonly files: readonly FileAsBlob[] }
  | { readonly table: Blob }
  | { readonly failed: string };

const filesOf = async (
  task: Exclude<ExportTask, { what: 'table' }>,
  source: PartSource<StoredRow, FileInTheMaking>,
): Promise<MadeFile<FileInTheMaking>[]> => {
  if (task.what === 'events') return eventFiles(source, task.met);
  return [task.what === 'chain' ? await chainFile(source) : await rejudgementFile(source, task.rulebook)];
};

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
    const files = await filesOf(task, source);
    return { files: files.map(({ piece, ...file }) => ({ ...file, blob: piece.asBlob() })) };
  });
}
