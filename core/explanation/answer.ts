import { readUrl } from '../address/read-url';
import type { Rulebook } from '../rulebook/rulebook';
import type { Verdict } from '../verdict/verdict';
import { factsOfAnswer } from './facts-of-page';
import type { Sentence } from './sentence';
import { type AnswerState, stateOf } from './state-of';
import type { Words } from './words';

/** The shortest form of a verdict in words: all that a toolbar shows. */
export interface ShortAnswer {
  readonly state: AnswerState;
  readonly answer: Sentence;
  /** At most four characters. */
  readonly badge: string;
}

/** The state, sentence and badge of a verdict. */
export function shortAnswer(verdict: Verdict, rulebook: Rulebook, words: Words): ShortAnswer {
  const state = stateOf(verdict);
  const { kind, address, lookalike } = verdict;
  const answer = words.tell(`answer.${state}`, factsOfAnswer(verdict, rulebook), {
    kind: kind.replace('-', ''),
    host: hostOf(address),
    genuine: lookalike?.of ?? '',
  });
  return { state, answer, badge: words.say(`badge.${state}`) };
}

const hostOf = (address: string): string => readUrl(address)?.hostname ?? address;
