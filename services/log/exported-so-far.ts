import { type ExportedSoFar, type LogDatabase, readState } from './open-store';

const nothing: ExportedSoFar = { upTo: 0, exported: null, reminded: null };

/** Up to which row a study was exported, when, and when the person was reminded last. */
export const readExportedSoFar = async (db: LogDatabase): Promise<ExportedSoFar> =>
  (await readState(db, 'exported')) ?? nothing;

export async function saveExportedSoFar(db: LogDatabase, change: Partial<ExportedSoFar>): Promise<void> {
  await db.put('state', { ...(await readExportedSoFar(db)), ...change }, 'exported');
}
