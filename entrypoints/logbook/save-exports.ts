import type { Words } from '../../core/explanation/words';
import { codebookCsv } from '../../core/export/codebook-csv';
import { PackageTooLarge } from '../../core/export/package-files';
import { reasonOf } from '../../services/browser/browser-errors';
import { nowAsIso } from '../../services/browser/clock';
import { FileInTheMaking } from '../../services/browser/save-file';
import { exportLog } from '../../services/log/export/export-log';
import { exportPackage, NothingRecorded } from '../../services/log/export/export-package';
import type { ExportKind } from '../../services/log/export/export-table';
import { saveExportedSoFar } from '../../services/log/export/exported-so-far';
import { type LogDatabase, readState } from '../../services/log/store/open-store';
import { rules } from '../../services/rulebook/rules-in-use';
import type { Notice } from '../own-page/own-page';

/** 2026-11-24T05:00:00.000Z as 20261124T0500Z: fit for a file's name. */
const stampOf = (iso: string): string => `${iso.slice(0, 16).replace(/[-:]/g, '')}Z`;

/** Saves the research package or one table of a study; the answer is a line for the person. `language` is the table's. */
export async function saveExport(
  db: LogDatabase,
  kind: ExportKind | 'package',
  study: string,
  language: Words['language'],
  onRow: (rows: number) => void,
): Promise<Notice> {
  const now = nowAsIso();
  try {
    const name =
      kind === 'package'
        ? await exportPackage(db, { study, now }, onRow)
        : await exportLog(db, kind, { study, stamp: stampOf(now), created: now, language }, onRow);
    await saveExportedSoFar(study, { upTo: (await readState(db, 'head'))?.n ?? 0, exported: now });
    return (words) => words.say('log.exported', { name });
  } catch (cause) {
    if (cause instanceof PackageTooLarge) return (words) => words.say('log.export-too-large');
    if (cause instanceof NothingRecorded) return (words) => words.say('log.none');
    return (words) => words.say('log.export-failed', { reason: reasonOf(cause) });
  }
}

export function saveCodebook(): void {
  const file = new FileInTheMaking();
  file.take(codebookCsv(rules()));
  file.save('di-balik-keranjang_codebook.csv', 'text/csv');
}
