import type { LogRow } from '../log/event';
import type { IsWithheld } from './export-row';

/** A row's place, salt, body, leaf, chain value and why it was erased, as a line: what a check of the chain needs. */
export function chainLine({ n, salt, body, leaf, chain, erased }: LogRow, isWithheld: boolean): string {
  const line = isWithheld
    ? { n, salt: null, body: null, leaf, chain, erased: erased ?? 'withheld' }
    : { n, salt, body, leaf, chain, erased };
  return `${JSON.stringify(line)}\n`;
}

/** The chain itself, to be checked without us; a line a row. */
export async function* toChain<T extends LogRow>(
  rows: AsyncIterable<T>,
  isWithheld: IsWithheld<T> = () => false,
): AsyncGenerator<string> {
  for await (const row of rows) yield chainLine(row, isWithheld(row));
}
