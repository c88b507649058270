import { csvLine, forPrograms } from '../../../core/export/to-csv';
import { processors } from '../../../core/monitor/record-counts';
import type { Cell } from '../sql/run-sql';
import type { ClusteredShare } from '../statistics/clustered-share';
import type { Findings, Turned, WeekShares } from './findings';

/** The numbers of a chart: what is drawn, and what its CSV says. */
export interface ChartTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

export const tableToCsv = ({ columns, rows }: ChartTable): string =>
  [columns, ...rows].map((row) => csvLine(row, forPrograms)).join('');

/** Shares with six decimals: more than people can use, and the same on every machine. */
const rounded = (value: number | null | undefined): number | null =>
  value === null || value === undefined ? null : Math.round(value * 1e6) / 1e6;

const shareColumns = [
  ...['hits', 'n', 'persons', 'share', 'low', 'high', 'deff', 'icc', 'mean_of_persons', 'unread'],
  ...['bound_low', 'bound_high'],
];
const shareCells = (one: ClusteredShare): Cell[] => [
  ...[one.hits, one.n, one.persons, rounded(one.share)],
  ...[rounded(one.interval?.low), rounded(one.interval?.high), rounded(one.deff), rounded(one.icc)],
  ...[rounded(one.meanOfPersons), one.unknown, rounded(one.bounds?.low), rounded(one.bounds?.high)],
];
const turnedTable = (turns: readonly Turned[]): ChartTable => ({
  columns: ['from', 'to', 'pages'],
  rows: turns.map(({ from, to, pages }) => [from, to, pages]),
});

/** The tables of the report by the names of their files, without `.csv`. No table names a person. */
export function tablesOf(findings: Findings): Map<string, ChartTable> {
  const { intake, grid, persons, byWeek, overall, people, steps, hosts, unread, missing } = findings;
  const rank = new Map(persons.map((person, index) => [person, index + 1]));
  const lines = (week: string, { shares }: WeekShares): Cell[][] =>
    processors.map((processor) => [week, processor, ...shareCells(shares[processor])]);
  return new Map<string, ChartTable>([
    [
      '00-intake',
      {
        columns: ['stage', 'packages', 'persons', 'rows'],
        rows: intake.map(({ stage, packages, persons: of, rows }) => [stage, packages, of, rows]),
      },
    ],
    [
      '01-persons-by-week',
      {
        columns: ['person', 'week', 'days', 'minutes', 'pages', 'baskets', 'unread'],
        rows: grid
          .map((one): Cell[] => [
            ...[
              rank.get(one.person) ?? null,
              one.week,
              one.days,
              one.minutes,
              one.pages,
              one.baskets,
              one.unread,
            ],
          ])
          .toSorted((a, b) => Number(a[0]) - Number(b[0]) || (String(a[1]) < String(b[1]) ? -1 : 1)),
      },
    ],
    [
      '02-shares-by-week',
      {
        columns: ['week', 'processor', ...shareColumns],
        rows: [...lines('all', overall), ...byWeek.flatMap((one) => lines(one.week, one))],
      },
    ],
    [
      '03-shares-by-person',
      {
        columns: ['rank', 'hits', 'n', 'share'],
        rows: people.map((one) => [one.rank, one.hits, one.n, rounded(one.hits / one.n)]),
      },
    ],
    [
      '05-furthest-steps',
      { columns: ['step', 'ended', 'open'], rows: steps.map((one) => [one.step, one.ended, one.open]) },
    ],
    [
      '06-hosts-by-step',
      {
        columns: ['step', 'party', 'host', 'flows', 'flows_at_step', 'share', 'persons', 'persons_at_step'],
        rows: hosts.map((one) => [
          ...[one.step, one.party, one.host, one.flows, one.flowsAtStep],
          ...[rounded(one.flows / one.flowsAtStep), one.persons, one.personsAtStep],
        ]),
      },
    ],
    [
      '07-unread-by-reason',
      {
        columns: ['what', 'why', 'week', 'pages'],
        rows: unread.flatMap(({ what, why, weeks }) =>
          [...weeks].map(([week, pages]): Cell[] => [what, why, week, pages]),
        ),
      },
    ],
    ['08-first-and-last', turnedTable(findings.judgedAgain)],
    ['09-old-and-new-rules', turnedTable(findings.newRules)],
    [
      '10-missing-rows',
      {
        columns: ['rank', 'rows', 'missing'],
        rows: missing.persons.map((one, index) => [index + 1, one.rows, one.missing]),
      },
    ],
    [
      '11-versions',
      {
        columns: ['what', 'version', 'pages', 'persons'],
        rows: findings.versions.map(({ what, version, n_pages, persons: of }) => [
          ...[what ?? null, version ?? null, n_pages ?? null, of ?? null],
        ]),
      },
    ],
    [
      '12-kinds-met',
      {
        columns: ['kind', 'basket', 'pages'],
        rows: findings.kinds.map((one) => [one.kind, one.basket, one.pages]),
      },
    ],
  ]);
}
