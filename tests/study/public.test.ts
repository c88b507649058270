import { describe, expect, test } from 'vitest';
import { keptBack, publish } from '../../cli/study/public/publish';
import type { Answer, Cell } from '../../cli/study/sql/run-sql';

const week = '2026-09-07';
const sums = (...rows: [answer: string, count: number, persons: number][]): Answer => ({
  columns: ['week', 'answer', 'n_pages', 'persons'],
  rows: rows.map((row): Cell[] => [week, ...row]),
});
const empty: Answer = { columns: ['week', 'persons'], rows: [] };

function published(baskets: Answer, others: Record<string, Answer> = {}): Map<string, string> {
  const queries = ['21-public-hosts', '22-public-steps', '23-public-browsers', '24-public-exposure'];
  return publish(
    new Map([
      ...queries.map((query): [string, Answer] => [query, empty]),
      ['20-public-baskets', baskets],
      ...Object.entries(others),
    ]),
    5,
  );
}
const basketsIn = (answer: Answer): string[] =>
  (published(answer).get('baskets-by-week.csv') ?? '').trim().split('\r\n').slice(1);

describe('what may be published', () => {
  test('is all of a week whose every cell stands on k persons', () => {
    expect(basketsIn(sums(['all', 90, 12], ['tokopedia', 60, 12], ['unread', 30, 5]))).toEqual([
      `${week},all,90,10`,
      `${week},tokopedia,60,10`,
      `${week},unread,30,5`,
    ]);
  });

  test('names no cell below k, nor lets it be worked out from the sum', () => {
    const cells = sums(['all', 96, 12], ['conflicting', 3, 2], ['tiktok-shop', 23, 7], ['tokopedia', 70, 12]);
    expect(basketsIn(cells)).toEqual([
      `${week},all,96,10`,
      `${week},tokopedia,70,10`,
      `${week},${keptBack},,`,
    ]);
  });

  test('keeps back with it the cell that counts least, however many persons it has', () => {
    const cells = sums(['all', 131, 13], ['conflicting', 3, 2], ['tokopedia', 97, 10], ['unread', 31, 12]);
    expect(basketsIn(cells)).toEqual([
      `${week},all,131,10`,
      `${week},tokopedia,97,10`,
      `${week},${keptBack},,`,
    ]);
  });

  test('keeps only the sum where every other cell would tell the small one', () => {
    expect(basketsIn(sums(['all', 71, 12], ['conflicting', 1, 1], ['tokopedia', 70, 12]))).toEqual([
      `${week},all,71,10`,
      `${week},${keptBack},,`,
    ]);
  });

  test('tells by no difference of persons how few were at none of a cell’s pages', () => {
    for (let all = 5; all <= 40; all += 1)
      for (let few = 1; few < 5 && all - few >= 5; few += 1) {
        const told = basketsIn(
          sums(['all', 900, all], ['tokopedia', 700, all - few], ['unread', 200, Math.max(5, all - few)]),
        ).map((line) => Number(line.split(',')[3]));
        for (const persons of told) expect(persons % 5, `${all}, ${few}`).toBe(0);
      }
  });

  test('leaves out the pages of a week that the pages at the basket would tell fewer than k persons by', () => {
    const recorded = (...weeks: Cell[][]): string[] => {
      const columns = ['week', 'person_days', 'n_pages', 'persons', 'persons_apart'];
      const files = published(sums(['all', 90, 12]), { '24-public-exposure': { columns, rows: weeks } });
      return (files.get('recording-by-week.csv') ?? '').trim().split('\r\n');
    };
    expect(
      recorded(
        ['2026-09-07', 60, 90, 12, 0],
        ['2026-09-14', 60, 95, 12, 4],
        ['2026-09-21', 60, 300, 12, 5],
        ['2026-09-28', 20, 300, 4, 4],
      ),
    ).toEqual([
      'week,person_days,n_pages,persons',
      '2026-09-07,60,90,10',
      '2026-09-14,60,,10',
      '2026-09-21,60,300,10',
    ]);
  });

  test('leaves out a host that all flows of the week contacted but a few', () => {
    const flows: Answer = {
      columns: ['week', 'answer', 'n_flows', 'persons'],
      rows: [
        [week, 'all', 42, 12],
        [week, 'basket', 42, 12],
      ],
    };
    const hosts: Answer = {
      columns: ['week', 'step', 'party', 'host_shown', 'n_flows', 'persons'],
      rows: [
        [week, 'basket', 'tiktok', 'nearly.tiktok.com', 40, 12],
        [week, 'basket', 'tiktok', 'www.tiktok.com', 42, 12],
      ],
    };
    const files = published(sums(), { '21-public-hosts': hosts, '22-public-steps': flows });
    expect(files.get('hosts-by-week.csv')).not.toContain('nearly');
    expect(files.get('hosts-by-week.csv')).toContain('www.tiktok.com,42,10');
  });

  test('is nothing of a week with fewer than k persons', () => {
    expect(basketsIn(sums(['all', 71, 4], ['tokopedia', 71, 4]))).toEqual([]);
  });

  test('leaves out a host’s week that fewer than k persons had: hosts add up to nothing', () => {
    const hosts: Answer = {
      columns: ['week', 'step', 'party', 'host_shown', 'n_flows', 'persons'],
      rows: [
        [week, 'basket', 'tiktok', 'www.tiktok.com', 40, 12],
        [week, 'basket', 'other', 'other', 3, 2],
      ],
    };
    expect(published(sums(), { '21-public-hosts': hosts }).get('hosts-by-week.csv')).toBe(
      `week,step,party,host_shown,n_flows,persons\r\n${week},basket,tiktok,www.tiktok.com,40,10\r\n`,
    );
  });

  test('says its rule, with its number', () => {
    expect(published(sums()).get('README.txt')).toContain('at least 5 persons');
  });
});
