import type { Drawing } from '../../../core/monitor/drawing';
import type { FigureMark } from '../../../core/monitor/figure-marks';
import { inPercent } from '../../../core/monitor/names';
import { fewestPersons, fewPersons } from '../statistics/clustered-share';
import { drawGrid, mostRows } from './charts/draw-grid';
import { drawHosts, mostHosts } from './charts/draw-hosts';
import { drawIntake } from './charts/draw-intake';
import { drawKinds } from './charts/draw-kinds';
import { drawPeople, mostDots } from './charts/draw-people';
import { drawSteps } from './charts/draw-steps';
import { drawUnread, mostReasons } from './charts/draw-unread';
import { drawWeeks } from './charts/draw-weeks';
import type { Findings, Turned } from './findings';
import type { ReportKey, ReportWords } from './words';

/** A table in words. */
export interface ToldTable {
  /** Null where the finding's title says it. */
  readonly caption: string | null;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/** One finding of the report. */
export interface Section {
  readonly id: string;
  /** Queries that it rests on, without `.sql`. */
  readonly queries: readonly string[];
  /** Its tables, without `.csv`. */
  readonly tables: readonly string[];
  /** The finding itself. */
  readonly title: (words: ReportWords) => string;
  /** How it is to be read. */
  readonly text: (words: ReportWords) => readonly string[];
  readonly draw?: (words: ReportWords) => Drawing;
  readonly told?: (words: ReportWords) => readonly ToldTable[];
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Every finding, in the order in which it is told. */
export function sectionsOf(
  findings: Findings,
  figuresIn: (words: ReportWords) => readonly FigureMark[],
): Section[] {
  return [
    intakeSection(findings),
    gridSection(findings),
    weeksSection(findings, figuresIn),
    peopleSection(findings),
    kindsSection(findings),
    stepsSection(findings),
    hostsSection(findings),
    unreadSection(findings),
    turnedSection(findings),
    missingSection(findings),
    versionsSection(findings),
  ];
}

function intakeSection({ intake }: Findings): Section {
  const [first, last] = [intake[0], intake.at(-1)];
  const values = { packages: first?.packages ?? 0, counted: last?.packages ?? 0, rows: last?.rows ?? 0 };
  return {
    id: 'intake',
    queries: [],
    tables: ['00-intake'],
    title: (words) => words.say('intake.title', values),
    text: (words) => [words.say('intake.text')],
    draw: (words) => drawIntake(intake, words),
  };
}

function gridSection(findings: Findings): Section {
  const { persons, weeks, grid } = findings;
  const last = grid.filter(({ week }) => week === weeks.at(-1)).length;
  const isMany = persons.length > mostRows;
  return {
    id: 'people-by-week',
    queries: ['01-persons-by-week'],
    tables: ['01-persons-by-week'],
    title: (words) => words.say('grid.title', { persons: persons.length, last, weeks: weeks.length }),
    text: (words) => [words.say(isMany ? 'grid.text-many' : 'grid.text', { persons: persons.length })],
    draw: (words) => drawGrid(findings, words),
  };
}

function weeksSection(findings: Findings, figuresIn: (words: ReportWords) => readonly FigureMark[]): Section {
  const { overall, change } = findings;
  const { share, interval, deff, icc, meanOfPersons } = overall.shares.tokopedia;
  const title: ReportKey =
    share === null ? 'weeks.title-none' : interval === null ? 'weeks.title-few' : 'weeks.title';
  const values = {
    share: inPercent(share),
    low: inPercent(interval?.low ?? null),
    high: inPercent(interval?.high ?? null),
  };
  const changed = (words: ReportWords): string[] => {
    if (change === null) return [];
    const { found, from, to } = change;
    const isOtherRules = findings.rulebooks.some(({ week }) => week > from && week <= to);
    if (found.interval === null || found.change === null)
      return [words.say('weeks.change-few', { fewest: fewestPersons })];
    return [
      words.say('weeks.change', {
        ...{ from: words.core.date(from), to: words.core.date(to), persons: found.persons },
        change: found.change >= 0 ? 'up' : 'down',
        points: Math.abs(inPercent(found.change)),
        low: inPercent(found.interval.low),
        high: inPercent(found.interval.high),
      }),
      ...(isOtherRules ? [words.say('weeks.rules-changed')] : []),
    ];
  };
  return {
    id: 'shares-by-week',
    queries: ['02-baskets-by-week', '04-rulebooks-by-week'],
    tables: ['02-shares-by-week'],
    title: (words) => words.say(title, values),
    text: (words) => [
      words.say('weeks.text', { few: fewPersons, fewest: fewestPersons }),
      ...changed(words),
      ...(deff === null || meanOfPersons === null
        ? []
        : [
            words.say('weeks.design', {
              deff,
              icc: icc === null ? '–' : words.number(Math.round(icc * 100) / 100),
              mean: inPercent(meanOfPersons),
            }),
          ]),
    ],
    draw: (words) => drawWeeks(findings, figuresIn(words), words),
  };
}

function peopleSection({ people, overall }: Findings): Section {
  const at = (share: number) => {
    const one = people[Math.round(share * (people.length - 1))];
    return one === undefined ? 0 : Math.round((one.hits / one.n) * 100);
  };
  const isFew = people.length < fewestPersons;
  return {
    id: 'shares-by-person',
    queries: ['03-baskets-by-person'],
    tables: ['03-shares-by-person'],
    title: (words) =>
      isFew ? words.say('people.title-few') : words.say('people.title', { low: at(0.25), high: at(0.75) }),
    text: (words) => [words.say(people.length > mostDots ? 'people.text-many' : 'people.text')],
    draw: (words) => drawPeople(people, overall.shares.tokopedia, words),
  };
}

function kindsSection({ kinds }: Findings): Section {
  const videos = kinds.filter(({ kind }) => kind === 'video' || kind === 'live');
  const all = sum(videos.map(({ pages }) => pages));
  const met = sum(
    videos.filter(({ basket }) => basket === 'yes' || basket === 'conflicting').map(({ pages }) => pages),
  );
  return {
    id: 'kinds-met',
    queries: ['12-kinds-met'],
    tables: ['12-kinds-met'],
    title: (words) =>
      all === 0
        ? words.say('kinds.title-none')
        : words.say('kinds.title', { share: inPercent(met / all), all }),
    text: (words) => [words.say('kinds.text')],
    draw: (words) => drawKinds(kinds, words),
  };
}

function stepsSection({ steps }: Findings): Section {
  const [most] = steps.toSorted((a, b) => b.ended - a.ended);
  const all = sum(steps.map(({ ended, open }) => ended + open));
  const open = sum(steps.map((one) => one.open));
  return {
    id: 'furthest-steps',
    queries: ['05-furthest-steps'],
    tables: ['05-furthest-steps'],
    title: (words) =>
      most === undefined
        ? words.say('steps.title-none')
        : words.say('steps.title', {
            ...{ ended: most.ended, all, open },
            step: words.core.say(`log.step.${most.step as 'basket'}`),
          }),
    text: (words) => [words.say('steps.text')],
    draw: (words) => drawSteps(steps, words),
  };
}

function hostsSection({ hosts }: Findings): Section {
  const names = new Set(hosts.map(({ host }) => host)).size;
  return {
    id: 'hosts-by-step',
    queries: ['06-hosts-by-step'],
    tables: ['06-hosts-by-step'],
    title: (words) =>
      names === 0 ? words.say('hosts.title-none') : words.say('hosts.title', { hosts: names }),
    text: (words) => [
      words.say('hosts.text'),
      ...(names > mostHosts ? [words.say('hosts.more', { more: names - mostHosts })] : []),
    ],
    draw: (words) => drawHosts(hosts, words),
  };
}

function unreadSection({ unread, weeks, overall }: Findings): Section {
  const [first] = unread;
  const all = overall.n + overall.unread;
  return {
    id: 'unread-by-reason',
    queries: ['07-unknown-by-reason'],
    tables: ['07-unread-by-reason'],
    title: (words) =>
      first === undefined || all === 0
        ? words.say('unread.title-none')
        : words.say('unread.title', {
            share: inPercent(overall.unread / all),
            reason: words.reason(first.what, first.why),
          }),
    text: (words) => [
      words.say('unread.text'),
      ...(unread.length > mostReasons
        ? [words.say('unread.more', { more: unread.length - mostReasons })]
        : []),
    ],
    draw: (words) => drawUnread(unread, weeks, words),
  };
}

function turnedSection({ judgedAgain, newRules, rulesChange }: Findings): Section {
  const all = sum(judgedAgain.map(({ pages }) => pages));
  const other = (turns: readonly Turned[]) =>
    sum(turns.filter(({ from, to }) => from !== to).map(({ pages }) => pages));
  const table = (turns: readonly Turned[], caption: string, words: ReportWords): ToldTable => ({
    caption,
    columns: [words.say('turned.from'), words.say('turned.to'), words.say('turned.pages')],
    rows: turns
      .toSorted((a, b) => Number(a.from === a.to) - Number(b.from === b.to) || b.pages - a.pages)
      .map(({ from, to, pages }) => [answerName(from, words), answerName(to, words), pages]),
  });
  const { interval, before, after, persons } = rulesChange;
  return {
    id: 'judged-again',
    queries: ['08-first-and-last', '09-old-and-new-rules'],
    tables: ['08-first-and-last', '09-old-and-new-rules'],
    title: (words) => words.say('turned.title', { changed: other(judgedAgain), all, rules: other(newRules) }),
    text: (words) => [
      words.say('turned.text'),
      interval === null
        ? words.say('turned.effect-few', { fewest: fewestPersons })
        : words.say('turned.effect', {
            ...{ persons, before: inPercent(before), after: inPercent(after) },
            ...{ low: inPercent(interval.low), high: inPercent(interval.high) },
          }),
    ],
    told: (words) => [
      table(judgedAgain, words.say('turned.again'), words),
      table(newRules, words.say('turned.rules'), words),
    ],
  };
}

const answers = [
  'tokopedia',
  'tiktok-shop',
  'none',
  'conflicting',
  'unknown',
  'no',
  'yes',
  'unread',
] as const;
const answerName = (answer: string, words: ReportWords): string => {
  const known = answers.find((name) => name === answer);
  return known === undefined ? answer : words.say(`answer.${known}`);
};

function missingSection({ missing }: Findings): Section {
  const { rows, erased, withheld, persons, flags } = missing;
  return {
    id: 'missing-rows',
    queries: ['10-missing-rows'],
    tables: ['10-missing-rows'],
    title: (words) => words.say('missing.title', { missing: erased + withheld, rows }),
    text: (words) => [
      ...(persons.length === 0 ? [] : [words.say('missing.text')]),
      flags.size === 0
        ? words.say('missing.no-flags')
        : words.say('missing.flags', {
            flags: [...flags]
              .map(([flag, count]) => words.say('missing.flag', { flag, persons: count }))
              .join(', '),
          }),
    ],
    told: (words) =>
      persons.length === 0
        ? []
        : [
            {
              caption: null,
              columns: [words.say('missing.person'), words.say('missing.rows'), words.say('missing.missing')],
              rows: persons.slice(0, 20).map((one, index) => [String(index + 1), one.rows, one.missing]),
            },
          ],
  };
}

function versionsSection({ versions }: Findings): Section {
  const of = (what: string) => versions.filter((one) => one.what === what).length;
  return {
    id: 'versions',
    queries: ['11-versions'],
    tables: ['11-versions'],
    title: (words) => words.say('versions.title', { browsers: of('browser'), rulebooks: of('rulebook') }),
    text: () => [],
    told: (words) => [
      {
        caption: null,
        columns: (['what', 'version', 'pages', 'persons'] as const).map((name) =>
          words.say(`versions.${name}`),
        ),
        rows: versions.map(({ what, version, n_pages, persons }) => [
          words.say(`versions.${what as 'browser' | 'extension' | 'rulebook'}`),
          String(version ?? '').replace(/^v/, ''),
          Number(n_pages),
          Number(persons),
        ]),
      },
    ],
  };
}
