import { isInForce } from '../rulebook/is-in-force';
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
  /** Set where all that was said is about the rule before the one in force. */
  readonly earlier: Sentence | null;
  readonly ruling: Sentence;
}

/** The question that the rule itself raises. */
export const ofTheRule = 'is-back-end-separation-enough';

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
    voicesOn(said, stance, day).map((statement) => {
      const told = statementSaying(statement, day, rulebook, words);
      const later = otherwiseLater(statement, said, day);
      const note =
        later &&
        words.tell('dispute.otherwise-later', [`statements/${later.id}`], { date: words.date(later.date) });
      return note ? { ...told, notes: [...told.notes, note] } : told;
    });
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
    earlier: asked.id === ofTheRule ? allEarlier(said, day, rulebook, words) : null,
    ruling: sentence(asked.ruling[words.language], `questions/${asked.id}`),
  };
}

/** What the same person said on another side later, up to the day. */
const otherwiseLater = (
  { speaker, stance, date }: Statement,
  said: readonly Statement[],
  day: string,
): Statement | undefined =>
  said.find(
    (other) =>
      other.speaker.en === speaker.en && other.stance !== stance && other.date > date && other.date <= day,
  );

/** Said where a rule came into force after the last word: nobody spoke of it, as far as is known. */
function allEarlier(
  said: readonly Statement[],
  day: string,
  { regulations }: Rulebook,
  words: Words,
): Sentence | null {
  const rules = regulations.filter(({ series }) => series === 'trade-minister-e-commerce');
  const now = rules.find((rule) => isInForce(rule, day));
  const before = rules.find(({ revoked }) => revoked?.by === now?.id);
  if (!now || !before || said.some(({ date }) => date >= now.inForce.date || date < before.inForce.date))
    return null;
  return words.tell('dispute.all-earlier', [`regulations/${now.id}`], {
    regulation: now.short[words.language],
    since: words.date(now.inForce.date),
    before: before.short[words.language],
  });
}
