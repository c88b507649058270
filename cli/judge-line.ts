import { readUrl } from '../core/address/read-url';
import { readMoment } from '../core/calendar/read-moment';
import { pageFromHtml } from '../core/page/from-html';
import { addressPage } from '../core/page/page';
import type { Rulebook } from '../core/rulebook/rulebook';
import { judge } from '../core/verdict/judge';
import type { Verdict } from '../core/verdict/verdict';
import { shownJson } from './shown-text';
import { type Line, longestLine } from './split-lines';

type LineErrorCode = 'not-json' | 'not-an-object' | 'bad-url' | 'bad-html' | 'bad-date' | 'line-too-long';

/** What one input line becomes: a verdict, or what was wrong with the line. `id` is carried along. */
export type LineAnswer =
  | ({ readonly id: unknown } & Verdict)
  | { readonly id: unknown; readonly error: { readonly code: LineErrorCode; readonly message: string } };

/** Judges one line `{"id","url","html"?,"date"?}`. Never throws: a bad line is an answer too. */
export function judgeLine(line: string, rulebook: Rulebook, today: string): LineAnswer {
  let input: unknown;
  try {
    input = JSON.parse(line);
  } catch {
    return lineError(null, 'not-json', 'the line is not JSON');
  }
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    return lineError(null, 'not-an-object', 'the line is not a JSON object');
  }
  const { id = null, url, html, date } = input as Record<string, unknown>;
  if (typeof url !== 'string' || readUrl(url) === null) {
    return lineError(id, 'bad-url', '"url" is not a whole address, such as https://…');
  }
  if (html !== undefined && html !== null && typeof html !== 'string') {
    return lineError(id, 'bad-html', '"html" is not a text');
  }
  const day = date ?? today;
  if (typeof day !== 'string' || readMoment(day) === null) {
    return lineError(id, 'bad-date', '"date" is not a day (2026-06-08) or an ISO date-time');
  }
  const page = typeof html === 'string' ? pageFromHtml(html, url, rulebook.signals) : addressPage(url);
  return { id, ...judge(page, rulebook, day) };
}

/** The output line for an input line: its answer as JSON. */
export function answerLine(line: Line, rulebook: Rulebook, today: string): string {
  const answer =
    line === null
      ? lineError(null, 'line-too-long', `the line is longer than ${longestLine} characters`)
      : judgeLine(line, rulebook, today);
  return shownJson(JSON.stringify(answer));
}

const lineError = (id: unknown, code: LineErrorCode, message: string): LineAnswer => ({
  id,
  error: { code, message },
});
