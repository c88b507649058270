import { codebook } from '../log/codebook';
import { exportedFields } from './export-row';
import { csvLine } from './to-csv';

/** The codebook as CSV: a line a field, and a line a category of it. */
export function codebookCsv(): string {
  const lines = [csvLine(['table', 'field', 'type', 'unit', 'value', 'label', 'definition', 'class'])];
  for (const [table, fields] of [
    ['events', exportedFields],
    ['flows', codebook.tables.flows.fields],
    ['chain', codebook.tables.chain.fields],
  ] as const)
    for (const { name, type, unit, definition, class: tier, categories = [] } of fields) {
      lines.push(csvLine([table, name, type, unit, null, null, definition, tier]));
      for (const category of categories)
        lines.push(
          csvLine([table, name, type, unit, category.value, category.label, category.definition, tier]),
        );
    }
  return lines.join('');
}
