import type { Words } from '../explanation/words';
import type { Processor } from '../verdict/verdict';
import type { Ink, MarkName } from './drawing';
import type { Period, PeriodUnit } from './period';
import type { Party } from './record-counts';

/** How each answer is drawn: a colour and a shape of its own. */
export const processorLook: Record<Processor, { readonly ink: Ink; readonly mark: MarkName }> = {
  tokopedia: { ink: 'tokopedia', mark: 'circle' },
  'tiktok-shop': { ink: 'tiktok-shop', mark: 'square' },
  none: { ink: 'soft', mark: 'cross' },
  conflicting: { ink: 'unclear', mark: 'triangle' },
  unknown: { ink: 'unclear', mark: 'diamond' },
};

export const partyLook: Record<Party, { readonly ink: Ink; readonly mark: MarkName }> = {
  tokopedia: { ink: 'tokopedia', mark: 'circle' },
  tiktok: { ink: 'tiktok-shop', mark: 'square' },
  other: { ink: 'soft', mark: 'diamond' },
};

/** A period in words: a day, the days of a week, a month. */
export const periodName = ({ from, until }: Period, unit: PeriodUnit, words: Words): string =>
  words.say('monitor.period-name', {
    unit,
    from: words.date(unit === 'month' ? from.slice(0, 7) : from),
    until: words.date(until),
  });

/** 0 to 1 as a percentage that a text can hold. */
export const inPercent = (share: number | null): number => Math.round((share ?? 0) * 1000) / 10;
