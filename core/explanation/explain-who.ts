import type { FactId } from '../rulebook/facts';
import type { Ownership, Rulebook, Statement } from '../rulebook/rulebook';
import type { PhaseId, Verdict } from '../verdict/verdict';
import { type Saying, saying, statementSaying } from './saying';
import { type Sentence, sentence } from './sentence';
import type { AnswerState } from './state-of';
import { tellFact } from './tell-fact';
import { voicesOn } from './voices';
import type { Words } from './words';

/** Who says what the answer says, and what nobody has checked. */
export interface WhoNote {
  /** When it was last said. */
  readonly gist: Sentence;
  readonly sayings: readonly Saying[];
  /** What had happened and been counted by the day, where the answer was still moving. */
  readonly story: readonly Saying[];
  /** What is known of an independent check. */
  readonly ruling: Sentence | null;
}

const question = 'who-processes';

/** The people and records that the answer of an Indonesian basket rests on; null for other answers. */
export function explainWho(
  state: AnswerState,
  { date }: Verdict,
  rulebook: Rulebook,
  words: Words,
): WhoNote | null {
  const audit = rulebook.questions.find(({ id }) => id === question);
  const ruling = audit ? sentence(audit.ruling[words.language], `questions/${audit.id}`) : null;
  const said = rulebook.statements.filter((statement) => statement.question === question);
  const tell = (statement: Statement) => statementSaying(statement, date, rulebook, words);
  switch (state) {
    case 'tokopedia': {
      const agreeing = said.filter(
        ({ stance, date: day }) => stance === 'for' && day >= completion(rulebook),
      );
      const voices = ['ministry', 'company'].flatMap((by) =>
        latestAndSurest(
          agreeing.filter((statement) => statement.by === by),
          date,
        ),
      );
      return {
        gist: lastSaid(voices, words),
        sayings: [...voices.map(tell), ...ownersOn(date, rulebook, words)],
        story: [],
        ruling,
      };
    }
    case 'native':
      return ownSite(date, rulebook, words);
    case 'transition': {
      const voices = (['for', 'mixed', 'against'] as const).flatMap((stance) => voicesOn(said, stance, date));
      const heard = voices.filter((statement) => statement.date <= date);
      return {
        gist: lastSaid(heard.length > 0 ? heard : voices, words),
        sayings: [...voices.map(tell), ...ownersOn(date, rulebook, words)],
        story: storyUntil(date, rulebook, words),
        ruling,
      };
    }
    case 'not-yet':
      return turnsInto(['own-shop'], rulebook, words);
    case 'own-shop':
      return turnsInto(['closed', 'own-shop'], rulebook, words);
    case 'closed':
      return turnsInto(['closed'], rulebook, words);
    default:
      return null;
  }
}

/** The day from which the shop is said to run on Tokopedia's system. */
const completion = ({ phases }: Rulebook): string =>
  phases.find(({ id }) => id === 'migrated')?.from?.slice(0, 10) ?? '';

/** The last statement said by a day; the first one after it where none was yet said. */
function latestBy(statements: readonly Statement[], day: string): Statement | undefined {
  const inOrder = statements.toSorted((a, b) => a.date.localeCompare(b.date));
  return inOrder.findLast(({ date }) => date <= day) ?? inOrder[0];
}

/** The last word; where it is not of full certainty, the last one that is stands beside it. */
function latestAndSurest(statements: readonly Statement[], day: string): Statement[] {
  const latest = latestBy(statements, day);
  const surest = latestBy(
    statements.filter(({ confidence }) => confidence === 'H'),
    day,
  );
  return [...new Set([latest, surest])].flatMap((statement) => statement ?? []);
}

function lastSaid(voices: readonly Statement[], words: Words): Sentence {
  const dates = voices.map(({ date }) => date).toSorted();
  return words.tell(
    'who.gist',
    voices.map(({ id }): FactId => `statements/${id}`),
    { date: words.date(dates.at(-1) ?? '') },
  );
}

/** What happened since the move began, and the figures of the last three days that named any, up to a day. */
function storyUntil(day: string, rulebook: Rulebook, words: Words): Saying[] {
  const { events, figures, phases } = rulebook;
  const from = phases.find(({ id }) => id === 'transition')?.from?.slice(0, 10) ?? '';
  const happened = events.filter(({ date }) => from <= date && date <= day);
  const counted = figures.filter(({ date }) => date <= day);
  const days = [...new Set(counted.map(({ date }) => date))].toSorted().slice(-3);
  const named = counted
    .filter(({ date }) => days.includes(date))
    .toSorted((a, b) => b.date.localeCompare(a.date));
  const facts: FactId[] = [
    ...named.map(({ id }): FactId => `figures/${id}`),
    ...happened.toSorted((a, b) => b.date.localeCompare(a.date)).map(({ id }): FactId => `events/${id}`),
  ];
  return facts.flatMap((fact) => {
    const told = tellFact(fact, rulebook, words);
    return told ? saying(fact, [told], rulebook, words) : [];
  });
}

/** The events that began these phases: the records behind the answers of the time before the reopening. */
function turnsInto(ids: readonly PhaseId[], rulebook: Rulebook, words: Words): WhoNote | null {
  const { phases, events } = rulebook;
  const turns = ids.flatMap((phaseId) => {
    const phase = phases.find(({ id }) => id === phaseId);
    return events.find(({ id }) => id === phase?.event) ?? [];
  });
  const [first] = turns;
  if (!first) return null;
  return {
    gist: sentence(first.title[words.language], `events/${first.id}`),
    sayings: turns.flatMap(({ id }) => {
      const fact: FactId = `events/${id}`;
      const told = tellFact(fact, rulebook, words);
      return told ? saying(fact, [told], rulebook, words) : [];
    }),
    story: [],
    ruling: null,
  };
}

/** What the company behind Tokopedia's own site was last said to run, and whose the company is. */
function ownSite(day: string, rulebook: Rulebook, words: Words): WhoNote | null {
  const company = rulebook.entities.find(({ id }) => id === 'pt-tokopedia');
  const role = company?.roles
    .filter(({ date }) => date <= day)
    .toSorted((a, b) => a.date.localeCompare(b.date))
    .at(-1);
  if (!role) return null;
  const fact: FactId = `entities/${role.id}`;
  const told = tellFact(fact, rulebook, words);
  return {
    gist: words.tell('who.gist', [fact], { date: words.date(role.date) }),
    sayings: [...(told ? [saying(fact, [told], rulebook, words)] : []), ...ownersOn(day, rulebook, words)],
    story: [],
    ruling: null,
  };
}

/** The shares held on a day, the largest first. */
const holdersOn = (day: string, { ownership }: Rulebook): Ownership[] =>
  ownership
    .filter(({ from, until }) => from <= day && (until === null || day < until))
    .toSorted((a, b) => b.percent - a.percent);

/** The share of PT Tokopedia that was TikTok's side's on a day, in a few words; null where the rulebook does not know. */
export function ownedShare(day: string, rulebook: Rulebook, words: Words): Sentence | null {
  const [owner] = holdersOn(day, rulebook);
  if (!owner) return null;
  return words.tell('who.owned', [`ownership/${owner.id}`], { percent: owner.percent });
}

/** Who owned PT Tokopedia on a day; nothing where the rulebook does not know. */
export function ownersOn(day: string, rulebook: Rulebook, words: Words): Saying[] {
  const [owner, other] = holdersOn(day, rulebook);
  if (!owner || !other) return [];
  const factOf = ({ id }: Ownership): FactId => `ownership/${id}`;
  const nameOf = (id: string) => rulebook.entities.find((entity) => entity.id === id)?.name ?? id;
  const facts = [factOf(owner), factOf(other)];
  const sentences = [
    words.tell('who.owners', facts, {
      company: nameOf(owner.company),
      owner: nameOf(owner.owner),
      ownerPercent: owner.percent,
      other: nameOf(other.owner),
      otherPercent: other.percent,
      since: words.date(owner.from),
    }),
    words.tell('who.owner-side', facts, { owner: nameOf(owner.owner) }),
  ];
  const notes = [words.tell('who.owners-confirmed', facts, { confirmed: words.date(owner.confirmed) })];
  return [saying(factOf(owner), sentences, rulebook, words, { notes: day > owner.confirmed ? notes : [] })];
}
