import { type ExportRow, exportedFields } from './export-row';

/** `{"n":`, `,"leaf":` and so on: written a million times, made once. */
const keys = exportedFields.map(({ name }, index) => `${index === 0 ? '{' : ','}${JSON.stringify(name)}:`);

/** An exported row as a JSON object, without the end of its line. */
export function jsonOfRow(row: ExportRow): string {
  let line = '';
  for (const [index, key] of keys.entries()) {
    const value = row[index] ?? null;
    line += key + (typeof value === 'string' ? JSON.stringify(value) : String(value));
  }
  return `${line}}`;
}

/** The events as NDJSON, a JSON object a line. */
export async function* toNdjson(rows: AsyncIterable<ExportRow>): AsyncGenerator<string> {
  for await (const row of rows) yield `${jsonOfRow(row)}\n`;
}
