import { type ExportRow, type ExportValue, exportedFields } from './export-row';

/** How a CSV is written: one way for programs, another for the spreadsheets of people. */
export interface CsvDialect {
  readonly separator: ',' | ';';
  readonly decimal: '.' | ',';
  /** In front of all. */
  readonly mark: '' | '\ufeff';
}

/** RFC 4180, the same everywhere: what programs read. */
export const forPrograms: CsvDialect = { separator: ',', decimal: '.', mark: '' };

/**
 * What a spreadsheet opens at a press where its person reads this language: Indonesian ones take a comma for the decimal
 * sign and so a semicolon between values; without the mark Excel does not take the text for UTF-8.
 */
export const forPeople = (language: string): CsvDialect =>
  language === 'id'
    ? { separator: ';', decimal: ',', mark: '\ufeff' }
    : { separator: ',', decimal: '.', mark: '\ufeff' };

/** A text that a spreadsheet would take for a formula, one of wide signs too. */
const formula = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

/** One value after RFC 4180; a text that begins like a formula gets an apostrophe, so that no program runs it. */
export function csvValue(value: ExportValue, { decimal }: CsvDialect = forPrograms): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value).replace('.', decimal);
  const safe = formula.test(value) ? `'${value}` : value;
  return /[",;\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export const csvLine = (values: readonly ExportValue[], dialect: CsvDialect = forPrograms): string =>
  `${values.map((value) => csvValue(value, dialect)).join(dialect.separator)}\r\n`;

/** The events as CSV, header first, a line a row. */
export async function* toCsv(
  rows: AsyncIterable<ExportRow>,
  dialect: CsvDialect = forPrograms,
): AsyncGenerator<string> {
  const names = exportedFields.map(({ name }) => name);
  yield dialect.mark + csvLine(names, dialect);
  for await (const row of rows) yield csvLine(row, dialect);
}
