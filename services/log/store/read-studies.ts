import { deleteDB } from 'idb';
import { hasStore } from '../../data/has-store';
import {
  type LogDatabase,
  oldStoreName,
  openKeptStore,
  type openStore,
  readState,
  storeOf,
  studyOf,
} from './open-store';
import { countRows } from './read-rows';

/** Names of the studies that something was kept for, sorted. */
export async function readStudies(): Promise<string[]> {
  const stores = await indexedDB.databases();
  return stores.flatMap(({ name }) => studyOf(name ?? '') ?? []).toSorted();
}

/** What lies in this browser for a study. */
export interface StudyHeld {
  readonly study: string;
  /** Rows of its record, erased ones too. */
  readonly rows: number;
  readonly flows: number;
  readonly erased: number;
  /** Packages that were made of it. */
  readonly exports: number;
  /** What the participant is called in it; null where nothing was typed. */
  readonly code: string | null;
}

export async function readStudyHeld(study: string): Promise<StudyHeld> {
  return inStudy(study, async (db) => ({
    study,
    rows: await countRows(db),
    flows: await db.count('flows'),
    erased: (await readState(db, 'erased')) ?? 0,
    exports: await db.count('exports'),
    code: (await readState(db, 'code')) ?? null,
  }));
}

/**
 * Does work on a study's store and closes it.
 *
 * @param open `openStore` for who may make one
 * @throws {NoStore} where nothing is kept for it, and none is made
 */
export async function inStudy<T>(
  study: string,
  work: (db: LogDatabase) => Promise<T>,
  open: typeof openStore = openKeptStore,
): Promise<T> {
  const db = await open(storeOf(study));
  try {
    return await work(db);
  } finally {
    db.close();
  }
}

/** Ids of the packages that were made of a study's record. */
export const exportsOf = async (db: LogDatabase): Promise<string[]> =>
  (await db.getAll('exports')).map(({ export_id }) => export_id);

/** Withdrawal from a study: its record, key and pseudonym are gone, for good. Whoever holds the store open closes it. */
export const eraseStudy = (study: string): Promise<void> => deleteDB(storeOf(study));

/** Whether a record lies here that a version before this one kept. */
export const hasOldRecord = (): Promise<boolean> => hasStore(oldStoreName);

export const eraseOldRecord = (): Promise<void> => deleteDB(oldStoreName);
