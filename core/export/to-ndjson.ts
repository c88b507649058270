import type { ExportRow } from './export-row';

/** The events as NDJSON, a JSON object a line. */
export async function* toNdjson(rows: AsyncIterable<ExportRow>): AsyncGenerator<string> {
  for await (const row of rows) yield `${JSON.stringify(row)}\n`;
}
