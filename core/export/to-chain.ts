import type { LogRow } from '../log/event';

/** The chain itself, to be checked without us: place, salt, body, leaf, chain value, why erased; a line a row. */
export async function* toChain(
  rows: AsyncIterable<LogRow>,
  withheld: ReadonlySet<number> = new Set(),
): AsyncGenerator<string> {
  for await (const { n, salt, body, leaf, chain, erased } of rows) {
    const line = withheld.has(n)
      ? { n, salt: null, body: null, leaf, chain, erased: erased ?? 'withheld' }
      : { n, salt, body, leaf, chain, erased };
    yield `${JSON.stringify(line)}\n`;
  }
}
