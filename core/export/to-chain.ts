import type { LogRow } from '../log/event';
import { type IsWithheld, type Owner, ownerFields } from './export-row';

/**
 * Makes lines of an owner's chain: a row's place, salt, body, leaf, chain value and why it was erased, which is what a
 * check of the chain needs, and whose it is.
 */
export function chainLines(owner: Owner): (row: LogRow, isWithheld: boolean) => string {
  const { study_id, participant_id, export_id } = ownerFields(owner);
  // The same in a million lines: made once.
  const end = `,${JSON.stringify({ study_id, participant_id, export_id }).slice(1)}\n`;
  return ({ n, salt, body, leaf, chain, erased }, isWithheld) => {
    const line = isWithheld
      ? { n, salt: null, body: null, leaf, chain, erased: erased ?? 'withheld' }
      : { n, salt, body, leaf, chain, erased };
    return JSON.stringify(line).slice(0, -1) + end;
  };
}

/** The chain itself, to be checked without us; a line a row. */
export async function* toChain<T extends LogRow>(
  rows: AsyncIterable<T>,
  owner: Owner,
  isWithheld: IsWithheld<T> = () => false,
): AsyncGenerator<string> {
  const lineOf = chainLines(owner);
  for await (const row of rows) yield lineOf(row, isWithheld(row));
}
