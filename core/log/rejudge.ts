import * as v from 'valibot';
import { readMoment } from '../calendar/read-moment';
import type { Reading } from '../page/page';
import { parseJson } from '../page/parse-json';
import { readingSchema } from '../page/reading-schema';
import type { Rulebook } from '../rulebook/rulebook';
import { judgeReading } from '../verdict/judge';
import type { Verdict } from '../verdict/verdict';
import type { LogEvent } from './event';

/** A judgement that today's rulebook makes otherwise. */
export interface Rejudged {
  readonly flow_id: string;
  readonly seq: number;
  readonly before: string;
  readonly after: string;
  /** The signals that the new judgement rests on. */
  readonly signals: readonly string[];
}

/**
 * Judges a stored step again from what was read then, for the day it was seen. Null where no reading was kept, or none
 * that can be read. The old judgement stays as it was written.
 */
export function judgeAgain(event: LogEvent, rulebook: Rulebook): Verdict | null {
  if (event.reading === null || (event.event !== 'step' && event.event !== 'verdict')) return null;
  const reading = v.safeParse(readingSchema, parseJson(event.reading));
  // A damaged row may hold anything in its time's place.
  const seen = new Date(typeof event.ts === 'number' ? event.ts : Number.NaN);
  if (!reading.success || Number.isNaN(seen.getTime()) || readMoment(seen.toISOString()) === null)
    return null;
  return judgeReading(reading.output as Reading, rulebook, seen.toISOString());
}

/** What today's rulebook makes otherwise of a stored step; null where nothing changes, or nothing can be judged. */
export function rejudge(event: LogEvent, rulebook: Rulebook): Rejudged | null {
  const verdict = judgeAgain(event, rulebook);
  if (verdict === null) return null;
  const before = `${event.basket}/${event.processor}`;
  const after = `${verdict.basket}/${verdict.processor}`;
  if (before === after) return null;
  return {
    flow_id: event.flow_id,
    seq: event.seq,
    before,
    after,
    signals: verdict.evidence.map(({ signal }) => signal),
  };
}
