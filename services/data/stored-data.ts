import { captureStoreName, openCaptures } from '../capture/capture-store';
import { hasStore } from '../has-store';
import { openStore, storeName } from '../log/open-store';
import { countRows } from '../log/read-rows';

/** How much lies in this browser. */
export interface StoredData {
  /** Rows of the record, erased ones too. */
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
  if (!(await hasStore(storeName))) return { rows: 0, flows: 0 };
  const db = await openStore();
  try {
    return { rows: await countRows(db), flows: await db.count('flows') };
  } finally {
    db.close();
  }
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
