import { type ExportRow, type ExportValue, exportedFields } from './export-row';

/** A text that a spreadsheet would take for a formula. */
const formula = /^[=+\-@\t\r]/;

/** One value after RFC 4180; a text that begins like a formula gets an apostrophe, so that no program runs it. */
export function csvValue(value: ExportValue): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const safe = formula.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export const csvLine = (values: readonly ExportValue[]): string => `${values.map(csvValue).join(',')}\r\n`;

/** The events as CSV, header first, a line a row. */
export async function* toCsv(rows: AsyncIterable<ExportRow>): AsyncGenerator<string> {
  const names = exportedFields.map(({ name }) => name);
  yield csvLine(names);
  for await (const row of rows) yield csvLine(row);
}
