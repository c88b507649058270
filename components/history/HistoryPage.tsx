import type { CompaniesNote } from '../../core/explanation/explain-companies';
import type { DayAnswer } from '../../core/explanation/explain-day';
import type { History } from '../../core/explanation/explain-history';
import type { LawNote, RuleThenAndNow } from '../../core/explanation/explain-laws';
import type { Language } from '../../core/explanation/words';
import { useReader } from '../explanation/reader';
import { Told } from '../explanation/Told';
import { Masthead } from '../Masthead';
import { Companies } from './Companies';
import { DayAnswerSection } from './DayAnswerSection';
import { DayBackground } from './DayBackground';
import { EventsList } from './EventsList';
import { FiguresTable } from './FiguresTable';
import { LawsList } from './LawsList';
import { RulesThenAndNow } from './RulesThenAndNow';
import { Timeline } from './Timeline';

export interface HistoryPageProps {
  day: string;
  today: string;
  answer: DayAnswer;
  history: History;
  companies: CompaniesNote;
  rules: readonly RuleThenAndNow[];
  laws: readonly LawNote[];
  onDay: (day: string) => void;
  onLanguage: (language: Language) => void;
}

/** "How it came to this": the answer on any day, the timeline, the figures, and all that the rulebook holds. */
export function HistoryPage(props: HistoryPageProps) {
  const { day, today, answer, history, companies, rules, laws, onDay, onLanguage } = props;
  const { words } = useReader();
  const { rulesOld, rulebook, state } = answer.explanation;
  return (
    <main class={`page history state-${state}`}>
      <Masthead title={words.say('heading.history')} onLanguage={onLanguage} />
      {rulesOld && (
        <p class="rules-old">
          <Told sentence={rulesOld} />
        </p>
      )}
      <DayAnswerSection {...{ day, today, answer, history, onDay }} />
      <section aria-labelledby="timeline-title">
        <h2 id="timeline-title">{words.say('history.timeline')}</h2>
        <Timeline history={history} day={day} today={today} />
      </section>
      <section aria-labelledby="background-title">
        <h2 id="background-title" data-facts="about/review">
          {words.say('history.background', { date: words.date(day) })}
        </h2>
        <DayBackground explanation={answer.explanation} />
      </section>
      <section aria-labelledby="figures-title">
        <h2 id="figures-title">{words.say('history.figures')}</h2>
        <FiguresTable history={history} />
      </section>
      <section aria-labelledby="events-title">
        <h2 id="events-title">{words.say('history.events')}</h2>
        <EventsList history={history} />
      </section>
      <section aria-labelledby="companies-title">
        <h2 id="companies-title">{words.say('history.companies')}</h2>
        <Companies companies={companies} />
      </section>
      <section aria-labelledby="rules-title">
        <h2 id="rules-title">{words.say('history.rules')}</h2>
        <RulesThenAndNow rules={rules} />
      </section>
      <section aria-labelledby="laws-title">
        <h2 id="laws-title">{words.say('history.laws')}</h2>
        <LawsList laws={laws} />
      </section>
      <footer>
        <strong>{words.say('popup.notice')}</strong> <Told sentence={rulebook} />
      </footer>
    </main>
  );
}
