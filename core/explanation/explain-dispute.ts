import type { Rulebook, Statement } from '../rulebook/rulebook';
import { type Saying, statementSaying } from './saying';
import { type Sentence, sentence } from './sentence';
import type { Words } from './words';

/** An open question, who answers it how, and whether anybody decided it. */
export interface DisputeNote {
  /** How many speak on either side. */
  readonly gist: Sentence;
  readonly question: Sentence;
  readonly for: readonly Saying[];
  readonly against: readonly Saying[];
  readonly ruling: Sentence;
}

/** What was said of a question up to a day: each speaker's last word, newest first. Null where nobody had spoken. */
export function explainDispute(
  questionId: string,
  day: string,
  rulebook: Rulebook,
  words: Words,
): DisputeNote | null {
  const asked = rulebook.questions.find(({ id }) => id === questionId);
  const said = rulebook.statements.filter(
    ({ question, date, confidence }) => question === questionId && date <= day && confidence !== 'U',
  );
  if (!asked || said.length === 0) return null;
  const voices = (stance: Statement['stance']) =>
    lastWords(said.filter((statement) => statement.stance === stance)).map((statement) =>
      statementSaying(statement, day, rulebook, words),
    );
  const [agreeing, doubting] = [voices('for'), voices('against')];
  return {
    gist: words.tell(
      'dispute.gist',
      [...agreeing, ...doubting].map(({ fact }) => fact),
      { for: agreeing.length, against: doubting.length },
    ),
    question: sentence(asked.question[words.language], `questions/${asked.id}`),
    for: agreeing,
    against: doubting,
    ruling: sentence(asked.ruling[words.language], `questions/${asked.id}`),
  };
}

function lastWords(statements: readonly Statement[]): Statement[] {
  const newestFirst = statements.toSorted((a, b) => b.date.localeCompare(a.date));
  return newestFirst.filter(
    ({ speaker }, index) => newestFirst.findIndex((other) => other.speaker.en === speaker.en) === index,
  );
}
