import { readOptions } from '../../read-words';
import type { Terminal } from '../../terminal';
import { UsageError } from '../../usage-error';
import { personsNeeded } from '../statistics/plan-study';
import { numberIn } from './number-in';

const planUsage =
  'study plan --width POINTS [--share PERCENT] [--icc NUMBER] [--per-week BASKETS] [--weeks NUMBER]';

const usualShares = [50, 75, 95];
const usualIcc = [0.05, 0.1, 0.2, 0.4];
const usualWeeks = [1, 2, 4, 8, 13, 26];

/** `study plan`: how many persons and weeks an interval of a wished width takes. @throws UsageError */
export async function planCommand({ words, out }: Pick<Terminal, 'words' | 'out'>): Promise<number> {
  const given = parse(words);
  if (given.width === undefined)
    throw new UsageError(
      `How wide the interval may be is missing, such as --width 10 (points); ${planUsage}`,
    );
  const width = numberIn('--width', given.width, 0.1, 99);
  const perWeek = numberIn('--per-week', given['per-week'] ?? '18', 0.1, 10_000);
  const shares = given.share === undefined ? usualShares : [numberIn('--share', given.share, 0, 100)];
  const correlations = given.icc === undefined ? usualIcc : [numberIn('--icc', given.icc, 0, 1)];
  const weeks = given.weeks === undefined ? usualWeeks : [numberIn('--weeks', given.weeks, 1, 520)];
  const lines = [
    `Persons for a 95 % interval that is ${width} points wide from end to end, if each meets ${perWeek} baskets a week:`,
    '',
    tableLine(['share', 'ICC', ...weeks.map((count) => (count === 1 ? '1 week' : `${count} weeks`))]),
  ];
  for (const share of shares)
    for (const icc of correlations) {
      const needed = weeks.map((count) =>
        personsNeeded({ width: width / 100, share: share / 100, icc, perWeek, weeks: count }),
      );
      lines.push(tableLine([`${share} %`, String(icc), ...needed.map((persons) => String(persons ?? '–'))]));
    }
  const isBeyond = lines.some((line) => line.includes('–'));
  lines.push(
    '',
    'ICC (intra-class correlation): how much alike the baskets of one person are, from 0, not at all, to 1, wholly.',
    'A report says it of its own study. More weeks make up for fewer persons only where it is small.',
    'The middle width that is to be expected: half of the studies get a wider one. Add those who will leave.',
    ...(isBeyond ? ['–: more than 100,000 persons.'] : []),
    '',
  );
  await out(lines.join('\n'));
  return 0;
}

const tableLine = (cells: readonly string[]): string =>
  cells
    .map((cell) => cell.padStart(9))
    .join(' ')
    .trimEnd();

function parse(words: readonly string[]) {
  const number = { type: 'string' } as const;
  const options = { width: number, share: number, icc: number, 'per-week': number, weeks: number };
  return readOptions(words, options, planUsage);
}
