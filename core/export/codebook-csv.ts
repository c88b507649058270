import { tableNames } from '../log/codebook';
import { fieldsOf } from './export-row';
import { csvLine } from './to-csv';

/** The codebook as CSV: a line a field, and a line a category of it. */
export function codebookCsv(): string {
  const lines = [csvLine(['table', 'field', 'type', 'unit', 'value', 'label', 'definition', 'class'])];
  for (const table of tableNames)
    for (const { name, type, unit, definition, class: tier, categories = [] } of fieldsOf(table)) {
      lines.push(csvLine([table, name, type, unit, null, null, definition, tier]));
      for (const category of categories)
        lines.push(
          csvLine([table, name, type, unit, category.value, category.label, category.definition, tier]),
        );
    }
  return lines.join('');
}
