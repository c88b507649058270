import { isReminderDue } from '../../core/log/export-reminder';
import { nowAsIso } from '../../services/browser/clock';
import { readExportedSoFar, saveExportedSoFar } from '../../services/log/export/exported-so-far';
import { type LogDatabase, readState } from '../../services/log/store/open-store';
import { readRecording } from '../../services/settings/recording';

interface Shown {
  readonly study: string;
  readonly db: LogDatabase;
}

/** Whether to remind now, once a month, while rows were never exported: they lie in this browser alone. */
export async function remindOfExport({ db, study }: Shown): Promise<boolean> {
  const [head, { upTo, exported, reminded }, { since }] = await Promise.all([
    // A store that cannot be read has its own line on the page.
    readState(db, 'head').catch(() => undefined),
    readExportedSoFar(study),
    readRecording(),
  ]);
  const now = nowAsIso();
  const isDue = isReminderDue({ rows: head?.n ?? 0, exportedUpTo: upTo, exported, reminded, since }, now);
  if (isDue) await saveExportedSoFar(study, { reminded: now });
  return isDue;
}
