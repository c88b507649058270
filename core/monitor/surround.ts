import type { Words } from '../explanation/words';
import type { Surround } from './compose-picture';
import type { FigureMark } from './figure-marks';
import { inPercent } from './names';
import type { RecordCounts } from './record-counts';
import { fewObservations, type PeriodShares } from './share-by-period';

/** The whole record in one sentence; null where it holds no page with a basket. */
export function overallInWords(overall: PeriodShares | null, words: Words): string | null {
  if (overall === null) return null;
  const { n, unread, shares } = overall;
  const from = words.date(overall.from);
  const until = words.date(overall.until);
  if (n === 0) return words.say('monitor.overall-none', { from, until, unread });
  const { share, low, high } = shares.tokopedia;
  return words.say('monitor.overall', {
    ...{ n, unread, from, until },
    processor: words.say('log.processor.tokopedia'),
    share: inPercent(share),
    low: inPercent(low),
    high: inPercent(high),
  });
}

/** Where a saved picture comes from. */
export interface Origin {
  readonly counts: RecordCounts;
  /** The version of the rulebook whose figures are drawn. */
  readonly rulebook: string;
  /** The day and time the picture was made, in words. */
  readonly made: string;
}

const sourceLine = ({ counts, made }: Omit<Origin, 'rulebook'>, words: Words): string =>
  words.say('monitor.source-line', {
    name: words.say('label.name'),
    studies: counts.studies.join(', '),
    judged: counts.rulebooks.join(', '),
    made,
  });

/** What a saved drawing of the shares says around itself. */
export const aroundShares = (
  overall: PeriodShares | null,
  figures: readonly FigureMark[],
  origin: Origin,
  words: Words,
): Surround => ({
  title: words.say('monitor.shares'),
  above: [
    overallInWords(overall, words) ?? words.say('monitor.no-baskets'),
    words.say('monitor.not-a-sample'),
    words.say('monitor.what-counts'),
    words.say('monitor.unread-apart'),
    `${words.say('monitor.interval')} ${words.say('monitor.few', { few: fewObservations })}`,
    words.say('monitor.wib'),
    words.say('monitor.rings'),
  ],
  below: [
    words.tell(
      'figure.not-these',
      figures.map(({ fact }) => fact),
    ).text,
    ...figures.map(({ number, date, title, speaker, measures, saying }) =>
      words.say('monitor.figure-line', {
        number,
        date: words.date(date),
        percent: title,
        speaker,
        measures,
        sources: saying.sources.map(({ text }) => text).join('; '),
      }),
    ),
    `${words.say('monitor.figures-from', { rulebook: origin.rulebook })} ${sourceLine(origin, words)}`,
  ],
});

/** What a saved drawing of the hosts says around itself. */
export const aroundHosts = (origin: Omit<Origin, 'rulebook'>, words: Words): Surround => ({
  title: words.say('monitor.hosts'),
  above: [
    words.say('monitor.not-a-sample'),
    words.say('monitor.hosts-what'),
    words.say('monitor.requests-what'),
    words.say('monitor.interval'),
  ],
  below: [sourceLine(origin, words)],
});
