import { type LogDatabase, readState } from './open-store';

/** The store of single records, within a transaction that changes what exports hold. */
interface States {
  get(key: 'revision'): Promise<unknown>;
  put(value: number, key: 'revision'): Promise<unknown>;
}

/** Counts a change of what exports hold of rows that are there: each erasing, withholding and releasing. */
export async function revised(states: States): Promise<void> {
  await states.put((((await states.get('revision')) as number | undefined) ?? 0) + 1, 'revision');
}

/** Counts an export that is another one although nothing was recorded or taken out since the one before. */
export async function reviseNow(db: LogDatabase): Promise<void> {
  const tx = db.transaction('state', 'readwrite');
  await revised(tx.store);
  await tx.done;
}

export const readRevision = async (db: LogDatabase): Promise<number> =>
  (await readState(db, 'revision')) ?? 0;
