import type { AnswerState } from './state-of';
import { isLabel, type LabelKey, type Words } from './words';

/** Of what could not be read, what is done about another one. */
const alike: Readonly<Record<string, string>> = { noanswer: 'notyet', unsurepage: 'nopage' };
/** Their answer itself says what to do. */
const saidAlready: readonly string[] = ['sharelink', 'otherfile'];

const steps: Partial<Record<AnswerState, LabelKey>> = {
  unknown: 'do.unknown',
  drift: 'do.drift',
  check: 'do.check',
  'live-basket': 'do.live-basket',
  conflicting: 'do.conflicting',
  'other-region': 'do.other-region',
};

/** What one can do where a page does not say who handles an order; `subject` is what its answer speaks of. */
export function nextStep(state: AnswerState, subject: string, words: Words): string | null {
  const step = steps[state];
  if (step === undefined || saidAlready.includes(subject)) return null;
  const ofSubject = `${step}.${alike[subject] ?? subject}`;
  return words.say(isLabel(ofSubject) ? ofSubject : step);
}
