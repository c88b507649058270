import { type LogDatabase, readState, type Withheld } from '../store/open-store';
import { revised } from '../store/revision';
import type { StoredRow } from '../store/row-block';

export const nothingWithheld: Withheld = { rows: [], flows: [] };

export const readWithheld = async (db: LogDatabase): Promise<Withheld> =>
  (await readState(db, 'withheld')) ?? nothingWithheld;

/** Keeps a row or a whole flow back from exports, or lets it go again. Nothing is erased by it. */
export async function withhold(
  db: LogDatabase,
  what: { readonly row: number } | { readonly flow: string },
  isWithheld: boolean,
): Promise<void> {
  const tx = db.transaction('state', 'readwrite');
  const { rows, flows } = ((await tx.store.get('withheld')) as Withheld | undefined) ?? nothingWithheld;
  const changed =
    'row' in what
      ? { rows: changedList(rows, what.row, isWithheld), flows }
      : { rows, flows: changedList(flows, what.flow, isWithheld) };
  if (JSON.stringify(changed) !== JSON.stringify({ rows, flows })) {
    await tx.store.put(changed, 'withheld');
    await revised(tx.store);
  }
  await tx.done;
}

/** Sorted, so that the same choice makes the same export. */
const changedList = <T extends number | string>(list: readonly T[], value: T, isIn: boolean): T[] =>
  [...list.filter((known) => known !== value), ...(isIn ? [value] : [])].sort((a, b) => (a < b ? -1 : 1));

/** Whether a row is kept back, by its own place or by its flow. */
export function isWithheldBy({ rows, flows }: Withheld): (row: StoredRow) => boolean {
  const [places, ids] = [new Set(rows), new Set(flows)];
  return ({ n, flow_id }) => places.has(n) || ids.has(flow_id);
}
