import type { DayAnswer } from '../../core/explanation/explain-day';
import type { History } from '../../core/explanation/explain-history';
import { OrderPath } from '../explanation/OrderPath';
import { useReader } from '../explanation/reader';
import { Told, ToldParagraph } from '../explanation/Told';

interface DayAnswerSectionProps {
  day: string;
  today: string;
  answer: DayAnswer;
  history: History;
  onDay: (day: string) => void;
}

/** A day to choose, and the answer that holds for it. */
export function DayAnswerSection({
  day,
  today,
  answer: { explanation, notes },
  history,
  onDay,
}: DayAnswerSectionProps) {
  const { words } = useReader();
  return (
    <section class="day" aria-labelledby="day-title">
      <h2 id="day-title">{words.say('history.day')}</h2>
      <div class="day-picker">
        <label>
          {words.say('history.pick')}
          <input
            type="date"
            value={day}
            min="2020-01-01"
            onInput={({ currentTarget: { value } }) => value && onDay(value)}
          />
        </label>
        {turningPoints(history, today).map(([turn, facts]) => (
          <button
            type="button"
            key={turn}
            aria-pressed={turn === day}
            data-facts={facts}
            onClick={() => onDay(turn)}
          >
            {turn === today ? words.say('history.today') : words.date(turn)}
          </button>
        ))}
      </div>
      <div class="day-answer">
        <div class="answer-card">
          <p class="answer-day" data-facts="about/review">
            {words.date(day)}
          </p>
          <p class="answer" role="status">
            <Told sentence={explanation.answer} />
          </p>
          {explanation.rule && (
            <p class="answer-rule">
              {words.say('history.rule-short')}: <Told sentence={explanation.rule.gist} />
            </p>
          )}
          <ToldParagraph class="note" sentences={notes} />
        </div>
        <OrderPath explanation={explanation} surface={null} />
      </div>
    </section>
  );
}

/** The days on which a rule or a phase begins, and today. */
function turningPoints({ bars }: History, today: string): [day: string, facts: string][] {
  const turns = new Map<string, string[]>();
  for (const { from, fact } of bars) {
    if (from !== null) turns.set(from.slice(0, 10), [...(turns.get(from.slice(0, 10)) ?? []), fact]);
  }
  if (!turns.has(today)) turns.set(today, ['about/review']);
  return [...turns]
    .toSorted(([a], [b]) => a.localeCompare(b))
    .map(([turn, facts]) => [turn, facts.join(' ')]);
}
