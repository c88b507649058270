import type { AnswerState } from './state-of';
import { isLabel, type LabelKey, type Words } from './words';

/** Of what could not be read, what is done about another one. */
const alike: Readonly<Record<string, string>> = { noanswer: 'notyet', unsurepage: 'nopage' };
/** Where it is not known what is there, the answer to these itself says what to do. */
const saidAlready: readonly string[] = ['sharelink', 'otherfile'];

const steps: Partial<Record<AnswerState, LabelKey>> = {
  unknown: 'do.unknown',
  drift: 'do.drift',
  check: 'do.check',
  'live-basket': 'do.live-basket',
  conflicting: 'do.conflicting',
  'other-region': 'do.other-region',
  none: 'do.none',
  browse: 'do.browse',
  seller: 'do.seller',
  elsewhere: 'do.elsewhere',
};

/** What one can do where a page does not say who handles an order, or nothing is ordered; `subject` is what its answer speaks of. */
export function nextStep(state: AnswerState, subject: string, words: Words): string | null {
  const step = steps[state];
  if (step === undefined || (state === 'unknown' && saidAlready.includes(subject))) return null;
  const ofSubject = `${step}.${alike[subject] ?? subject}`;
  return words.say(isLabel(ofSubject) ? ofSubject : step);
}
