import { type Category, type FieldRule, tableNames } from '../log/codebook';
import type { Rulebook } from '../rulebook/rulebook';
import { fieldsOf } from './export-row';
import { csvLine } from './to-csv';

/** A field as a line of the codebook tells it; tables that are made of exports have types of their own too. */
export type ToldField = Omit<FieldRule, 'type' | 'nullable'> & { readonly type: string };

/**
 * Tables with their fields as CSV: a line a field, and a line a category of it.
 *
 * @param rulebook in force: its rules are values too
 */
export function fieldsCsv(
  tables: Iterable<readonly [name: string, fields: readonly ToldField[]]>,
  rulebook: Rulebook,
): string {
  const lines = [csvLine(['table', 'field', 'type', 'unit', 'value', 'label', 'definition', 'class'])];
  for (const [table, fields] of tables)
    for (const field of fields) {
      const { name, type, unit, definition, class: tier } = field;
      lines.push(csvLine([table, name, type, unit, null, null, definition, tier]));
      for (const category of categoriesOf(field, rulebook))
        lines.push(
          csvLine([table, name, type, unit, category.value, category.label, category.definition, tier]),
        );
    }
  return lines.join('');
}

/** The codebook as CSV. */
export const codebookCsv = (rulebook: Rulebook): string =>
  fieldsCsv(
    tableNames.map((table) => [table, fieldsOf(table)] as const),
    rulebook,
  );

const categoriesOf = ({ name, categories = [] }: ToldField, rulebook: Rulebook): readonly Category[] =>
  name === 'signal_id' ? [...categories, ...addressRules(rulebook), ...phases(rulebook)] : categories;

/** Every rule that an address can meet is a signal of its name. */
function addressRules({ hosts: { hosts, families } }: Rulebook): Category[] {
  const known = new Map<string, Category>();
  const add = (id: string, kind: string, where: string) => {
    if (known.has(id)) return;
    known.set(id, { value: id, label: kind, definition: `the address is one of a ${kind} page on ${where}` });
  };
  for (const { host, pages } of hosts) for (const { id, kind } of pages) add(id, kind, host);
  for (const { id, kind } of families) add(id, kind, 'hosts of one family');
  return [...known.values()];
}

const phases = ({ phases: all }: Rulebook): Category[] =>
  all.map(({ id }) => ({
    value: `phase-${id}`,
    label: id,
    definition: 'the answer of that day differs: the shop was in this phase',
  }));
