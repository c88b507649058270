import type { ComparedField, ComparedRow, Comparison } from '../../core/bundle/compare';
import { grouped } from '../../core/bundle/words';
import { isLabel, type Words } from '../../core/explanation/words';
import { useReader } from '../explanation/reader';

interface TableProps {
  comparison: Comparison;
}

/** What two captures say of page, verdict, time and key. */
export function ComparisonTable({ comparison: { rows } }: TableProps) {
  const { words } = useReader();
  return (
    <Rows
      label={words.say('compare.table')}
      rows={rows}
      nameOf={(name) => words.say(`compare.row.${name}`)}
      wordsFor={(name, value) => valueInWords(name, value, words)}
    />
  );
}

/** Every signal that either holds. Names and values are the rulebook's own, and text from pages: never markup. */
export function SignalsTable({ comparison: { signals } }: TableProps) {
  const { words } = useReader();
  return (
    <Rows
      label={words.say('compare.signals')}
      rows={signals}
      nameOf={(name) => name}
      wordsFor={(_name, value) => value}
    />
  );
}

interface RowsProps<Name extends string> {
  label: string;
  rows: readonly ComparedRow<Name>[];
  nameOf: (name: Name) => string;
  wordsFor: (name: Name, value: string) => string;
}

function Rows<Name extends string>({ label, rows, nameOf, wordsFor }: RowsProps<Name>) {
  const { words } = useReader();
  const cell = (name: Name, value: string | null) =>
    value === null ? words.say('compare.none') : wordsFor(name, value);
  return (
    <table>
      <caption class="unseen">{label}</caption>
      <thead>
        <tr>
          <th scope="col">{words.say('compare.column.what')}</th>
          <th scope="col">{words.say('compare.first')}</th>
          <th scope="col">{words.say('compare.second')}</th>
          <th scope="col">=</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, one, other, isSame }) => (
          <tr key={name} class={isSame ? 'same' : 'differs'}>
            <th scope="row">{nameOf(name)}</th>
            <td data-label={words.say('compare.first')}>{cell(name, one)}</td>
            <td data-label={words.say('compare.second')}>{cell(name, other)}</td>
            <td>{words.say(isSame ? 'compare.same' : 'compare.differs')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const prefixes: Partial<Record<ComparedField, string>> = {
  processor: 'log.processor',
  basket: 'compare.basket',
  region: 'compare.region',
};

/** A value of the facts in words where it is one that we have words for; bundles of later rulebooks may hold others. */
function valueInWords(name: ComparedField, value: string, words: Words): string {
  if (name === 'key') return grouped(value);
  const prefix = prefixes[name];
  if (prefix === undefined) return value;
  const key = `${prefix}.${value}`;
  return isLabel(key) ? words.say(key) : value;
}
