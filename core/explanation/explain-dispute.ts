import type { Rulebook, Statement } from '../rulebook/rulebook';
import { type Saying, statementSaying } from './saying';
import { type Sentence, sentence } from './sentence';
import { voicesOn } from './voices';
import type { Words } from './words';

/** An open question, who answers it how, and whether anybody decided it. */
export interface DisputeNote {
  /** Whether both sides speak; no count, which would read as a poll. */
  readonly gist: Sentence;
  readonly question: Sentence;
  readonly for: readonly Saying[];
  /** Who says both in one breath. */
  readonly mixed: readonly Saying[];
  readonly against: readonly Saying[];
  readonly ruling: Sentence;
}

/** What was said of a question up to a day, and the next word of each side after it. Null before it could be asked. */
export function explainDispute(
  questionId: string,
  day: string,
  rulebook: Rulebook,
  words: Words,
): DisputeNote | null {
  const asked = rulebook.questions.find(({ id }) => id === questionId);
  const said = rulebook.statements.filter(
    ({ question, confidence }) => question === questionId && confidence !== 'U',
  );
  if (!asked || day < asked.arises || said.length === 0) return null;
  const voices = (stance: Statement['stance']) =>
    voicesOn(said, stance, day).map((statement) => statementSaying(statement, day, rulebook, words));
  const [agreeing, both, doubting] = [voices('for'), voices('mixed'), voices('against')];
  return {
    gist: words.tell(
      'dispute.gist',
      [...agreeing, ...both, ...doubting].map(({ fact }) => fact),
      { for: agreeing.length, against: doubting.length },
    ),
    question: sentence(asked.question[words.language], `questions/${asked.id}`),
    for: agreeing,
    mixed: both,
    against: doubting,
    ruling: sentence(asked.ruling[words.language], `questions/${asked.id}`),
  };
}
