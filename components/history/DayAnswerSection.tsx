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
        {turningPoints(history, today).map(({ turn, facts, begins }) => (
          <button
            type="button"
            key={turn}
            aria-pressed={turn === day}
            data-facts={facts}
            onClick={() => onDay(turn)}
          >
            {turn === today ? words.say('history.today') : words.date(turn)}
            {begins.length > 0 && <span class="begins">{begins.join(', ')}</span>}
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

interface Turn {
  readonly turn: string;
  readonly facts: string;
  /** What begins on that day, in few words. */
  readonly begins: readonly string[];
}

/** The days on which a rule or a phase begins, and today. */
function turningPoints({ bars }: History, today: string): Turn[] {
  const days = new Set(bars.flatMap(({ from }) => from?.slice(0, 10) ?? []));
  return [...days.add(today)].toSorted().map((turn) => {
    const begun = bars.filter(({ from }) => from?.startsWith(turn));
    return {
      turn,
      facts: begun.map(({ fact }) => fact).join(' ') || 'about/review',
      begins: begun.map(({ title }) => title),
    };
  });
}
