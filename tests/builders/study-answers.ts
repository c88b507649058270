import type { Answer, Cell } from '../../cli/study/sql/run-sql';
import type { StudyCounts } from '../../cli/study/study-counts';
import { moveDay } from '../../core/calendar/read-moment';

const firstWeek = '2026-09-07';
const table = (columns: string, rows: readonly (readonly Cell[])[]): Answer => ({
  columns: columns.split(' '),
  rows,
});

/** Answers of a made-up study to every query: so many persons, each with a share of their own. */
export function answersOf(persons: number, weeks = 8): Map<string, Answer> {
  const people = Array.from({ length: persons }, (_none, index) => `kode-${index + 1}`);
  const mondays = Array.from({ length: weeks }, (_none, index) => moveDay(firstWeek, index * 7));
  const weeksOf = (index: number) => mondays.slice(index % 3, index % 5 === 4 ? 5 : undefined);
  const baskets = (index: number): [basket: string, processor: string, pages: number][] => [
    ['yes', 'tokopedia', 1 + (index % 7)],
    ['yes', 'tiktok-shop', 1 + (index % 3)],
    ...(index % 4 === 0 ? [['conflicting', 'conflicting', 1] as [string, string, number]] : []),
    ['unknown', 'unknown', 1],
  ];
  const eachWeek = people.flatMap((person, index) => weeksOf(index).map((week) => ({ person, index, week })));
  const total = (index: number) => weeksOf(index).length;
  return new Map<string, Answer>([
    [
      '01-persons-by-week',
      table(
        'person week days minutes pages baskets unread',
        eachWeek.map(({ person, week, index }) => [
          person,
          week,
          7,
          90,
          20,
          index % 6 === 5 ? 0 : 4,
          index % 6 === 5 ? 0 : 1,
        ]),
      ),
    ],
    [
      '02-baskets-by-week',
      table(
        'week person basket processor n_pages',
        eachWeek.flatMap(({ person, week, index }) =>
          baskets(index).map((cells) => [week, person, ...cells]),
        ),
      ),
    ],
    [
      '03-baskets-by-person',
      table(
        'person basket processor n_pages',
        people.flatMap((person, index) =>
          baskets(index).map(([basket, processor, pages]) => [
            person,
            basket,
            processor,
            pages * total(index),
          ]),
        ),
      ),
    ],
    [
      '04-rulebooks-by-week',
      table(
        'week ruleset_version n_pages persons',
        mondays.map((week, index) => [week, index < 4 ? 'v2026.09.01' : 'v2026.11.30', 100, persons]),
      ),
    ],
    [
      '05-furthest-steps',
      table('furthest_step state n_flows persons', [
        ['basket', 'ended', 40, persons],
        ['basket', 'open', 3, 3],
        ['checkout', 'ended', 4, 2],
        ['product', 'ended', 21, persons],
      ]),
    ],
    [
      '06-hosts-by-step',
      table('step party host n_flows persons flows_at_step persons_at_step', [
        ['basket', 'tiktok', 'www.tiktok.com', 60, persons, 64, persons],
        ['basket', 'other', 'a<b>&"c".example', 2, 1, 64, persons],
        ['product', 'tokopedia', 'shop-id.tokopedia.com', 25, persons, 25, persons],
      ]),
    ],
    [
      '07-unknown-by-reason',
      table('week unread_what unread_why n_pages persons', [
        [firstWeek, 'shop-anchor', 'announced-but-absent', 7, 4],
        [firstWeek, 'not-yet', 'heard-of', 2, 1],
        [firstWeek, null, null, 1, 1],
      ]),
    ],
    [
      '08-first-and-last',
      table('first_basket first_processor basket processor n_pages persons', [
        ['unknown', 'unknown', 'yes', 'tokopedia', 12, 4],
        ['yes', 'tokopedia', 'yes', 'tokopedia', 88, 9],
      ]),
    ],
    [
      '09-old-and-new-rules',
      table(
        'person first_basket first_processor new_basket new_processor n_pages',
        people.flatMap((person): Cell[][] => [
          [person, 'unknown', 'unknown', 'yes', 'tiktok-shop', 2],
          [person, 'yes', 'tokopedia', 'yes', 'tokopedia', 6],
        ]),
      ),
    ],
    [
      '10-missing-rows',
      table(
        'person source flags devices rows_in_all rows_erased rows_withheld days_on begun seen_last',
        people.map((person, index) => [
          ...[person, 'browser', index === 1 ? 'clock-back' : null, 1, 500, index === 2 ? 20 : 0],
          ...[index === 3 ? 40 : 0, 50, firstWeek, moveDay(firstWeek, weeks * 7 - 1)],
        ]),
      ),
    ],
    [
      '11-versions',
      table('what version n_pages persons', [
        ['browser', 'Chromium 156', 90, persons],
        ['rulebook', 'v2026.09.01', 50, persons],
        ['rulebook', 'v2026.11.30', 40, persons],
      ]),
    ],
    [
      '12-kinds-met',
      table('kind basket n_pages persons', [
        ['live', 'unknown', 9, 4],
        ['video', 'no', 300, persons],
        ['video', 'yes', 100, persons],
      ]),
    ],
  ]);
}

export const countsOf = (persons: number): StudyCounts => {
  const all = { packages: persons + 2, persons, rows: persons * 500 };
  const kept = { ...all, packages: persons };
  return { received: all, not_withdrawn: all, whole: kept, merged: kept, analysed: kept };
};
