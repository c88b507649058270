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

/** Every signal that either holds. Values are the rulebook's own, and text from pages: never markup. */
export function SignalsTable({ comparison: { signals } }: TableProps) {
  const { words } = useReader();
  return (
    <Rows
      label={words.say('compare.signals')}
      rows={signals}
      nameOf={(name) => clueInWords(name, words)}
      dataName={(name) => name}
      wordsFor={(_name, value) => value}
    />
  );
}

interface RowsProps<Name extends string> {
  label: string;
  rows: readonly ComparedRow<Name>[];
  nameOf: (name: Name) => string;
  /** The rulebook's own name, for whoever looks it up. */
  dataName?: (name: Name) => string;
  wordsFor: (name: Name, value: string) => string;
}

/** What differs first; what is the same, a press away. */
function Rows<Name extends string>(props: RowsProps<Name>) {
  const { words } = useReader();
  const differing = props.rows.filter(({ isSame }) => !isSame);
  const equal = props.rows.filter(({ isSame }) => isSame);
  return (
    <>
      {differing.length > 0 && <RowsTable {...props} rows={differing} />}
      {equal.length > 0 && (
        <details>
          <summary>{words.say('compare.equal-rows', { n: equal.length })}</summary>
          <RowsTable {...props} rows={equal} />
        </details>
      )}
    </>
  );
}

function RowsTable<Name extends string>({ label, rows, nameOf, dataName, wordsFor }: RowsProps<Name>) {
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
          <tr key={name} class={isSame === false ? 'differs' : 'same'}>
            <th scope="row">
              {nameOf(name)}
              {dataName && <code class="data-name">{dataName(name)}</code>}
            </th>
            <td data-label={words.say('compare.first')}>{cell(name, one)}</td>
            <td data-label={words.say('compare.second')}>{cell(name, other)}</td>
            <td>
              {words.say(isSame === null ? 'compare.masked' : isSame ? 'compare.same' : 'compare.differs')}
            </td>
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
  phase: 'phase',
  surface: 'surface',
  kind: 'kind',
};

/** A signal in words, with its weight; one of a later rulebook, or an address rule, is named by its kind. */
function clueInWords(name: string, words: Words): string {
  const [, signal = name, weight] = /^(.*?)(?: \((deciding|supporting|against)\))?$/.exec(name) ?? [];
  const general = signal.startsWith('phase-') ? 'clue.phase' : 'clue.address';
  const key = `clue.${signal}`;
  const text = words.say(isLabel(key) ? key : general);
  const weightKey = `weight.${weight}`;
  return weight && isLabel(weightKey) ? `${text} (${words.say(weightKey)})` : text;
}

/** A value of the facts in words where it is one that we have words for; bundles of later rulebooks may hold others. */
function valueInWords(name: ComparedField, value: string, words: Words): string {
  if (name === 'key') return grouped(value);
  const prefix = prefixes[name];
  if (prefix === undefined) return value;
  const key = `${prefix}.${value}`;
  return isLabel(key) ? words.say(key) : value;
}
