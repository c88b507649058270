import type { FactId } from '../rulebook/facts';
import type { Rulebook } from '../rulebook/rulebook';
import { type Saying, saying } from './saying';
import { tellFact } from './tell-fact';
import { type Language, type Words, wordsIn } from './words';

/** A stretch of time on the timeline; null for an end that lies outside what is known. */
export interface HistoryBar {
  readonly fact: FactId;
  readonly lane: 'regulation' | 'phase';
  /** The record's own id, for its colour. */
  readonly record: string;
  /** ISO day or moment. */
  readonly from: string | null;
  readonly until: string | null;
  readonly title: string;
  /** Where there is no room for the title; '' for none. */
  readonly brief: string;
}

/** A day on the timeline on which something happened or a figure was said. */
export interface HistoryPoint {
  readonly fact: FactId;
  readonly lane: 'rule' | 'shop' | 'company' | 'authority' | 'figure';
  readonly date: string;
  readonly title: string;
  /** Of a figure only. */
  readonly percent: number | null;
  readonly saying: Saying;
}

export interface History {
  readonly bars: readonly HistoryBar[];
  /** In the order of their days. */
  readonly points: readonly HistoryPoint[];
}

/** How it came to this: rules and phases as bars, events and figures as points, each with its sources. */
export function explainHistory(rulebook: Rulebook, language: Language): History {
  const words = wordsIn(language);
  return {
    bars: [...regulationBars(rulebook, words), ...phaseBars(rulebook, words)],
    points: [...eventPoints(rulebook, words), ...figurePoints(rulebook, words)].toSorted((a, b) =>
      a.date.localeCompare(b.date),
    ),
  };
}

const regulationBars = ({ regulations }: Rulebook, { language }: Words): HistoryBar[] =>
  regulations
    .filter(({ series }) => series === 'trade-minister-e-commerce')
    .map(({ id, inForce, revoked, short, number }) => ({
      fact: `regulations/${id}`,
      lane: 'regulation',
      record: id,
      from: inForce.confidence === 'U' ? null : inForce.date,
      until: revoked?.date ?? null,
      title: short[language],
      brief: number,
    }));

const phaseBars = ({ phases }: Rulebook, words: Words): HistoryBar[] =>
  phases.map(({ id, from, until }) => ({
    fact: `phases/${id}`,
    lane: 'phase',
    record: id,
    from,
    until,
    title: words.say(`phase.${id}`),
    brief: '',
  }));

const eventPoints = (rulebook: Rulebook, words: Words): HistoryPoint[] =>
  rulebook.events.map(({ id, lane, date, title }) => ({
    ...pointOf(`events/${id}`, rulebook, words),
    lane,
    date,
    title: title[words.language],
    percent: null,
  }));

const figurePoints = (rulebook: Rulebook, words: Words): HistoryPoint[] =>
  rulebook.figures.map(({ id, date, percent, precision }) => ({
    ...pointOf(`figures/${id}`, rulebook, words),
    lane: 'figure',
    date,
    title: words.say('history.percent', { percent, precision }),
    percent,
  }));

function pointOf(fact: FactId, rulebook: Rulebook, words: Words): Pick<HistoryPoint, 'fact' | 'saying'> {
  const told = tellFact(fact, rulebook, words);
  return { fact, saying: saying(fact, told ? [told] : [], rulebook, words) };
}
