import { moveDay } from '../../../core/calendar/read-moment';
import { processors } from '../../../core/monitor/record-counts';
import type { Processor } from '../../../core/verdict/verdict';
import { compareText } from '../compare-text';
import type { Answer, Cell } from '../sql/run-sql';
import { type ClusteredShare, clusteredShare, type OfPerson } from '../statistics/clustered-share';
import { type Change, compareShares } from '../statistics/compare-shares';
import type { StageCount, StudyCounts } from '../study-counts';

/** Packages on their way into the study. */
export interface Intake extends StageCount {
  readonly stage: keyof StudyCounts;
}

const stages = ['received', 'not_withdrawn', 'whole', 'merged', 'analysed'] as const;

export interface WeekOfPerson {
  readonly person: string;
  readonly week: string;
  readonly days: number;
  readonly minutes: number;
  readonly pages: number;
  readonly baskets: number;
  readonly unread: number;
}

export interface WeekShares {
  /** Monday, ISO day in WIB. */
  readonly week: string;
  readonly shares: Readonly<Record<Processor, ClusteredShare>>;
  /** Persons with a basket that could be read. */
  readonly persons: number;
  readonly n: number;
  readonly unread: number;
}

export interface PersonShare {
  /** From 1, by share; nothing else names the person. */
  readonly rank: number;
  readonly hits: number;
  readonly n: number;
}

export interface FurthestStep {
  readonly step: string;
  readonly ended: number;
  readonly open: number;
}

export interface HostAtStep {
  readonly step: string;
  readonly party: 'tiktok' | 'tokopedia' | 'other';
  readonly host: string;
  readonly flows: number;
  readonly persons: number;
  readonly flowsAtStep: number;
  readonly personsAtStep: number;
}

export interface UnreadReason {
  readonly what: string;
  readonly why: string;
  readonly pages: number;
  /** By week. */
  readonly weeks: ReadonlyMap<string, number>;
}

/** Pages whose answer was one thing, and is another, or still the same. */
export interface Turned {
  readonly from: string;
  readonly to: string;
  readonly pages: number;
}

interface Missing {
  readonly rows: number;
  readonly erased: number;
  readonly withheld: number;
  /** Of persons with any such row, the largest part first. */
  readonly persons: readonly { readonly rows: number; readonly missing: number }[];
  /** Persons whose packages a check warns of, by the check. */
  readonly flags: ReadonlyMap<string, number>;
}

/** All that the report tells, as numbers. */
export interface Findings {
  readonly intake: readonly Intake[];
  /** In the order in which they came. */
  readonly persons: readonly string[];
  readonly weeks: readonly string[];
  readonly grid: readonly WeekOfPerson[];
  readonly byWeek: readonly WeekShares[];
  readonly overall: WeekShares;
  /** Between the first and the last whole week, for PT Tokopedia; null where there are no two of them. */
  readonly change: { readonly from: string; readonly to: string; readonly found: Change } | null;
  readonly people: readonly PersonShare[];
  /** From which week on which rulebook made most of the judgements. */
  readonly rulebooks: readonly { readonly week: string; readonly version: string }[];
  readonly steps: readonly FurthestStep[];
  readonly hosts: readonly HostAtStep[];
  readonly unread: readonly UnreadReason[];
  readonly judgedAgain: readonly Turned[];
  readonly newRules: readonly Turned[];
  readonly rulesChange: Change;
  readonly missing: Missing;
  readonly versions: readonly Readonly<Record<string, Cell>>[];
  readonly kinds: readonly { readonly kind: string; readonly basket: string; readonly pages: number }[];
}

type Row = Readonly<Record<string, Cell>>;

/** Works out what the report tells from the answers to the queries. */
export function findingsFrom(
  answers: ReadonlyMap<string, Answer>,
  counts: StudyCounts,
  seed: number,
): Findings {
  const rows = (name: string): Row[] => {
    const answer = answers.get(name);
    if (answer === undefined) throw new RangeError(`there is no answer to ${name}`);
    const named = (row: readonly Cell[]) =>
      answer.columns.map((column, place) => [column, row[place] ?? null]);
    return answer.rows.map((row) => Object.fromEntries(named(row)));
  };
  const grid = rows('01-persons-by-week') as unknown as WeekOfPerson[];
  const baskets = rows('02-baskets-by-week');
  const ofPersons = rows('03-baskets-by-person');
  const missing = rows('10-missing-rows');
  const weeks = unique(grid.map(({ week }) => week)).toSorted();
  const ofWeeks = new Map<string, Row[]>(weeks.map((week) => [week, []]));
  for (const row of baskets) ofWeeks.get(text(row.week))?.push(row);
  const byWeek = weeks.map((week) => sharesOf(week, ofWeeks.get(week) ?? []));
  return {
    intake: stages.map((stage) => ({ stage, ...counts[stage] })),
    persons: inOrderOfComing(grid, weeks, missing),
    weeks,
    grid,
    byWeek,
    overall: sharesOf(weeks[0] ?? '', ofPersons),
    change: changeOverTime(baskets, missing, byWeek, seed),
    people: peopleOf(ofPersons),
    rulebooks: changesOfRules(rows('04-rulebooks-by-week')),
    steps: stepsOf(rows('05-furthest-steps')),
    hosts: rows('06-hosts-by-step').map((row) => ({
      step: text(row.step),
      party: row.party === 'tokopedia' || row.party === 'tiktok' ? row.party : 'other',
      host: text(row.host),
      flows: count(row.n_flows),
      persons: count(row.persons),
      flowsAtStep: count(row.flows_at_step),
      personsAtStep: count(row.persons_at_step),
    })),
    unread: reasonsOf(rows('07-unknown-by-reason')),
    judgedAgain: turned(
      rows('08-first-and-last'),
      ['first_basket', 'first_processor'],
      ['basket', 'processor'],
    ),
    newRules: turned(
      rows('09-old-and-new-rules'),
      ['first_basket', 'first_processor'],
      ['new_basket', 'new_processor'],
    ),
    rulesChange: changeByRules(rows('09-old-and-new-rules'), seed),
    missing: missingOf(missing),
    versions: rows('11-versions'),
    kinds: rows('12-kinds-met').map(({ kind, basket, n_pages }) => ({
      kind: text(kind),
      basket: text(basket),
      pages: count(n_pages),
    })),
  };
}

/** Who came first stands first, of these who stayed longer: the order tells when people came and went, and no name. */
function inOrderOfComing(
  grid: readonly WeekOfPerson[],
  weeks: readonly string[],
  owners: readonly Row[],
): string[] {
  // The query gives a person's weeks in their order.
  const weeksOn = new Map<string, string[]>();
  for (const { person, week } of grid) {
    const known = weeksOn.get(person);
    if (known) known.push(week);
    else weeksOn.set(person, [week]);
  }
  const begun = (person: string) => weeksOn.get(person)?.[0] ?? weeks.at(-1) ?? '';
  const stayed = (person: string) => weeksOn.get(person)?.length ?? 0;
  return unique([...grid, ...owners].map(({ person }) => text(person))).toSorted(
    (a, b) => compareText(begun(a), begun(b)) || stayed(b) - stayed(a) || compareText(a, b),
  );
}

const count = (value: Cell | undefined): number => Number(value ?? 0);
const text = (value: Cell | undefined): string => String(value ?? '');
const unique = (values: readonly string[]): string[] => [...new Set(values)];
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Whether a basket is in the denominator: seen, or disputed. */
const isRead = (basket: Cell | undefined): boolean => basket === 'yes' || basket === 'conflicting';

/** Each person's pages, of which those with an answer count as hits. */
function ofEach(rows: readonly Row[], isHit: (row: Row) => boolean): Map<string, Required<OfPerson>> {
  const people = new Map<string, { hits: number; n: number; unknown: number }>();
  for (const row of rows) {
    const person = text(row.person);
    const so = people.get(person) ?? { hits: 0, n: 0, unknown: 0 };
    const pages = count(row.n_pages);
    if (!isRead(row.basket)) so.unknown += pages;
    else {
      so.n += pages;
      if (isHit(row)) so.hits += pages;
    }
    people.set(person, so);
  }
  return people;
}

const isTokopedia = ({ processor }: Row): boolean => processor === 'tokopedia';

function sharesOf(week: string, rows: readonly Row[]): WeekShares {
  const shares = Object.fromEntries(
    processors.map((processor) => [
      processor,
      clusteredShare([...ofEach(rows, (row) => row.processor === processor).values()]),
    ]),
  ) as Record<Processor, ClusteredShare>;
  const { n, unknown, persons } = shares.tokopedia;
  return { week, shares, n, persons, unread: unknown };
}

function changeOverTime(
  baskets: readonly Row[],
  owners: readonly Row[],
  weeks: readonly WeekShares[],
  seed: number,
): Findings['change'] {
  const days = owners
    .flatMap(({ begun, seen_last }) => [text(begun), text(seen_last)])
    .filter((day) => day !== '');
  const [first, last] = [days.toSorted()[0] ?? '', days.toSorted().at(-1) ?? ''];
  const whole = weeks.filter(({ week, n }) => n > 0 && week >= first && moveDay(week, 6) <= last);
  const [from, to] = [whole[0]?.week, whole.at(-1)?.week];
  if (from === undefined || to === undefined || from === to) return null;
  const of = (wanted: string) =>
    ofEach(
      baskets.filter(({ week }) => week === wanted),
      isTokopedia,
    );
  return { from, to, found: compareShares(pairsOf(of(from), of(to)), seed) };
}

function changeByRules(rows: readonly Row[], seed: number): Change {
  const answered = (basket: string, processor: string) =>
    ofEach(
      rows.map((row) => ({ ...row, basket: row[basket] ?? null, processor: row[processor] ?? null })),
      isTokopedia,
    );
  const [before, after] = [
    answered('first_basket', 'first_processor'),
    answered('new_basket', 'new_processor'),
  ];
  return compareShares(pairsOf(before, after), seed);
}

const pairsOf = (before: ReadonlyMap<string, OfPerson>, after: ReadonlyMap<string, OfPerson>) =>
  [...before].flatMap(([person, one]) => {
    const other = after.get(person);
    return other === undefined ? [] : [{ before: one, after: other }];
  });

function peopleOf(rows: readonly Row[]): PersonShare[] {
  return [...ofEach(rows, isTokopedia).values()]
    .filter(({ n }) => n > 0)
    .toSorted((a, b) => a.hits / a.n - b.hits / b.n || a.n - b.n)
    .map(({ hits, n }, index) => ({ rank: index + 1, hits, n }));
}

function changesOfRules(rows: readonly Row[]): { week: string; version: string }[] {
  const most = new Map<string, Row>();
  for (const row of rows) {
    const known = most.get(text(row.week));
    if (known === undefined || count(known.n_pages) < count(row.n_pages)) most.set(text(row.week), row);
  }
  return [...most.values()]
    .map((row) => ({ week: text(row.week), version: text(row.ruleset_version).replace(/^v/, '') }))
    .filter(({ version }, index, all) => version !== all[index - 1]?.version);
}

function stepsOf(rows: readonly Row[]): FurthestStep[] {
  const order = ['basket', 'product', 'checkout', 'payment', 'confirm', 'order_status'];
  const of = (step: string, state: string) =>
    sum(
      rows
        .filter((row) => row.furthest_step === step && row.state === state)
        .map((row) => count(row.n_flows)),
    );
  return order
    .map((step) => ({ step, ended: of(step, 'ended'), open: of(step, 'open') }))
    .filter(({ ended, open }) => ended + open > 0);
}

function reasonsOf(rows: readonly Row[]): UnreadReason[] {
  const reasons = new Map<string, { what: string; why: string; weeks: Map<string, number> }>();
  for (const row of rows) {
    const [what, why] = [text(row.unread_what), text(row.unread_why)];
    const reason = reasons.get(`${what} ${why}`) ?? { what, why, weeks: new Map() };
    reason.weeks.set(text(row.week), (reason.weeks.get(text(row.week)) ?? 0) + count(row.n_pages));
    reasons.set(`${what} ${why}`, reason);
  }
  return [...reasons.values()]
    .map((reason) => ({ ...reason, pages: sum([...reason.weeks.values()]) }))
    .toSorted((a, b) => b.pages - a.pages || compareText(`${a.what} ${a.why}`, `${b.what} ${b.why}`));
}

type Place = readonly [basket: string, processor: string];

function turned(rows: readonly Row[], from: Place, to: Place): Turned[] {
  const answerOf = (row: Row, [basket, processor]: Place): string =>
    isRead(row[basket]) ? text(row[processor]) : text(row[basket]) || 'unread';
  const turns = new Map<string, Turned>();
  for (const row of rows) {
    const turn = { from: answerOf(row, from), to: answerOf(row, to) };
    const key = `${turn.from} ${turn.to}`;
    turns.set(key, { ...turn, pages: (turns.get(key)?.pages ?? 0) + count(row.n_pages) });
  }
  return [...turns.values()].toSorted(
    (a, b) => b.pages - a.pages || compareText(`${a.from} ${a.to}`, `${b.from} ${b.to}`),
  );
}

function missingOf(rows: readonly Row[]): Missing {
  const people = new Map<string, { rows: number; missing: number }>();
  const flags = new Map<string, Set<string>>();
  for (const row of rows) {
    const before = people.get(text(row.person)) ?? { rows: 0, missing: 0 };
    people.set(text(row.person), {
      rows: before.rows + count(row.rows_in_all),
      missing: before.missing + count(row.rows_erased) + count(row.rows_withheld),
    });
    for (const flag of text(row.flags).split(' ').filter(Boolean))
      flags.set(flag, (flags.get(flag) ?? new Set()).add(text(row.person)));
  }
  return {
    rows: sum(rows.map((row) => count(row.rows_in_all))),
    erased: sum(rows.map((row) => count(row.rows_erased))),
    withheld: sum(rows.map((row) => count(row.rows_withheld))),
    persons: [...people.values()]
      .filter((one) => one.missing > 0)
      .toSorted((a, b) => b.missing / b.rows - a.missing / a.rows),
    flags: new Map([...flags].map(([flag, persons]) => [flag, persons.size])),
  };
}
