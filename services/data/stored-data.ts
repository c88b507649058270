import { captureStoreName, openCaptures } from '../capture/keep/capture-store';
import { readStudies, readStudyHeld } from '../log/store/read-studies';
import { hasStore } from './has-store';

/** How much lies in this browser. */
export interface StoredData {
  /** Rows of the record of all studies, erased ones too. */
  readonly rows: number;
  readonly flows: number;
  readonly captures: number;
  /** What the browser says all of it takes, in bytes, about; null where it does not say. */
  readonly bytes: number | null;
}

/** Counts without making a store that is not there. */
export async function readStoredData(): Promise<StoredData> {
  const [record, captures, { usage }] = await Promise.all([
    sizeOfRecord(),
    countCaptures(),
    navigator.storage.estimate(),
  ]);
  return { ...record, captures, bytes: usage ?? null };
}

async function sizeOfRecord() {
  const held = await Promise.all((await readStudies()).map(readStudyHeld));
  const sum = (what: 'rows' | 'flows') => held.reduce((all, study) => all + study[what], 0);
  return { rows: sum('rows'), flows: sum('flows') };
}

async function countCaptures(): Promise<number> {
  if (!(await hasStore(captureStoreName))) return 0;
  const db = await openCaptures();
  try {
    return await db.count('captures');
  } finally {
    db.close();
  }
}
