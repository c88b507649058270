import { type Answer, type Cell, csvOf } from '../sql/run-sql';

/** What stands in place of the cells that are kept back: how many there are is told by no number. */
export const keptBack = 'kept back';

interface PublicTable {
  /** The query that gives it, without `.sql`. */
  readonly query: string;
  readonly file: string;
  /** The column whose values add up to the row `all` of their week; null where cells do not add up. */
  readonly parts: string | null;
  /** A query before it whose cells its own would tell: what is kept back there is kept back here, a week at a time. */
  readonly with?: string;
}

const tables: readonly PublicTable[] = [
  { query: '20-public-baskets', file: 'baskets-by-week.csv', parts: 'answer' },
  { query: '22-public-steps', file: 'flows-by-week.csv', parts: 'answer' },
  // A host that each flow contacts would tell how many flows are kept back.
  { query: '21-public-hosts', file: 'hosts-by-week.csv', parts: null, with: '22-public-steps' },
  { query: '23-public-browsers', file: 'browsers-by-week.csv', parts: 'answer' },
  { query: '24-public-exposure', file: 'recording-by-week.csv', parts: null },
];

/** A difference of two numbers of persons tells of fewer than k of them only where both are exact: here neither is. */
const toldPersons = (persons: number, k: number): number => persons - (persons % k);

/**
 * What of a study may be published: files of `public/` by their names. Every cell stands on at least k persons; where
 * cells add up to a sum that is told, one more is kept back with those below k, so that none can be worked out.
 */
export function publish(answers: ReadonlyMap<string, Answer>, k: number): Map<string, string> {
  const files = new Map<string, string>();
  const keptBackIn = new Map<string, ReadonlySet<Cell>>();
  for (const { query, file, parts, with: other } of tables) {
    const answer = answers.get(query);
    if (answer === undefined) throw new RangeError(`there is no answer to ${query}`);
    const alone = () => withoutApart(withoutSmall(answer, k), k);
    const parted = parts === null ? alone() : withoutSums(answer, k, parts);
    const told = other === undefined ? parted : withoutNearly(parted, answers.get(other), k);
    keptBackIn.set(query, weeksKeptBack(told));
    const weeks = other === undefined ? undefined : keptBackIn.get(other);
    files.set(file, csvOf(coarse(weeks === undefined ? told : withoutWeeks(told, weeks), k)));
  }
  files.set('README.txt', readme(k));
  return files;
}

/** An answer whose persons are told by the lower multiple of k. */
function coarse({ columns, rows }: Answer, k: number): Answer {
  const persons = columns.indexOf('persons');
  const told = (cell: Cell, index: number): Cell =>
    index === persons && cell !== null ? toldPersons(Number(cell), k) : cell;
  return { columns, rows: rows.map((row) => row.map(told)) };
}

const withoutWeeks = (answer: Answer, weeks: ReadonlySet<Cell>): Answer => ({
  ...answer,
  rows: answer.rows.filter(([week]) => !weeks.has(week as Cell)),
});

/** The weeks of which something is kept back. */
const weeksKeptBack = ({ rows }: Answer): ReadonlySet<Cell> =>
  new Set(rows.filter((row) => row[1] === keptBack).map(([week]) => week as Cell));

/** Without what nearly all of a week did: the few that did not would be told. */
function withoutNearly(answer: Answer, sums: Answer | undefined, k: number): Answer {
  const count = answer.columns.indexOf('persons') - 1;
  const all = new Map(sums?.rows.filter((row) => row[1] === 'all').map((row) => [row[0], Number(row[2])]));
  const few = (row: Row): number => (all.get(row[0] as Cell) ?? 0) - numberAt(row, count);
  return { ...answer, rows: answer.rows.filter((row) => few(row) <= 0 || few(row) >= k) };
}

type Row = readonly Cell[];

const numberAt = (row: Row, place: number): number => Number(row[place]);

/** A row that says only that something of a week is kept back. */
const hidden = ({ columns }: Answer, [week]: Row): Row =>
  columns.map((_name, index) => [week as Cell, keptBack][index] ?? null);

/** Cells that stand alone: those below k are left out. */
function withoutSmall(answer: Answer, k: number): Answer {
  const persons = answer.columns.indexOf('persons');
  return { ...answer, rows: answer.rows.filter((row) => numberAt(row, persons) >= k) };
}

/**
 * Where an answer counts who is in its sum and not in that of the pages at the basket: the sum is left out where those are
 * fewer than k, and their number always.
 */
function withoutApart(answer: Answer, k: number): Answer {
  const [apart, pages] = ['persons_apart', 'n_pages'].map((name) => answer.columns.indexOf(name)) as [
    number,
    number,
  ];
  if (apart < 0) return answer;
  const isTold = (row: Row): boolean => numberAt(row, apart) === 0 || numberAt(row, apart) >= k;
  return {
    columns: answer.columns.toSpliced(apart, 1),
    rows: answer.rows.map((row) =>
      row.with(pages, isTold(row) ? (row[pages] as Cell) : null).toSpliced(apart, 1),
    ),
  };
}

/** Cells that add up to `all`: those below k are kept back, and with them the smallest of the others. */
function withoutSums(answer: Answer, k: number, parts: string): Answer {
  const [persons, name] = [answer.columns.indexOf('persons'), answer.columns.indexOf(parts)];
  const weeks = new Map<Cell, Row[]>();
  for (const row of answer.rows) weeks.set(row[0] as Cell, [...(weeks.get(row[0] as Cell) ?? []), row]);
  const rows = [...weeks.values()].flatMap((ofWeek): Row[] => {
    const all = ofWeek.find((row) => row[name] === 'all');
    // A week with fewer than k persons has nothing that could be told.
    if (all === undefined || numberAt(all, persons) < k) return [];
    const cells = ofWeek.filter((row) => row !== all);
    const small = cells.filter((row) => numberAt(row, persons) < k);
    if (small.length === 0) return ofWeek;
    // The one that counts least goes with them: so the least is lost.
    const large = cells
      .filter((row) => !small.includes(row))
      .toSorted((a, b) => numberAt(a, name + 1) - numberAt(b, name + 1));
    const shown = cells.filter((row) => large.slice(1).includes(row));
    return [all, ...shown, hidden(answer, all)];
  });
  return { ...answer, rows };
}

const readme = (k: number): string =>
  `What of this study may be published

Counts by week (Monday, WIB). No pseudonym, code, time, path or note is in them, and no row is one person's.
- Every cell stands on at least ${k} persons. "${keptBack}" stands for all cells of a week below that, and for the smallest
  one above it: so none of them can be worked out from the sum in the row "all".
- Where flows of a week are kept back, so are its hosts: one that each flow contacts would tell them.
- "persons" is the number of persons, rounded down to a multiple of ${k}: a difference of two such numbers tells of nobody.
- A host that all flows of a week contacted but fewer than ${k} is left out of that week: those few would be told.
- A host that fewer than ${k} persons met in the whole study is called "other". A cell of hosts-by-week.csv or a week of
  recording-by-week.csv below ${k} persons is left out. The pages of a week are left out of it where fewer than ${k} persons
  met others than those at the basket: the difference would tell of them.
- A cell may be mostly one person's doing: how many pages or flows each of its persons has is told by no number here.
- Persons may count in several cells, pages and flows in one. Versions of browsers are left out.
- Publish it once. Two versions of it, one with a person who withdrew later and one without, tell of that person.

baskets-by-week.csv    pages at the basket by who handles an order from them, by their last judgement; "unread": unknown
hosts-by-week.csv      flows in which a page of the step was seen to contact the host: evidence of contact, never of absence
flows-by-week.csv      flows by the furthest stage of buying; "open" where the export came before the end
browsers-by-week.csv   the same pages by the family of the browser
recording-by-week.csv  persons whose recording was on, their days, and the pages they met
`;
