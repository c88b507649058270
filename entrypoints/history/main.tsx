import { render } from 'preact';
import { ReaderContext } from '../../components/explanation/reader';
import { HistoryPage } from '../../components/history/HistoryPage';
import { readMoment } from '../../core/calendar/read-moment';
import { cite } from '../../core/citation/cite';
import { explainCompanies } from '../../core/explanation/explain-companies';
import { explainDay } from '../../core/explanation/explain-day';
import { explainHistory } from '../../core/explanation/explain-history';
import { explainLaws, explainThenAndNow } from '../../core/explanation/explain-laws';
import { type Language, wordsIn } from '../../core/explanation/words';
import { nowAsIso } from '../../services/clock';
import { loadRules, rules } from '../../services/rulebook/rules-in-use';
import { onLanguage, readLanguage, saveLanguage } from '../../services/settings';

const root = document.getElementById('history') as HTMLElement;
const today = readMoment(nowAsIso())?.day ?? rules().about.reviewed;

/** The day in the page's own address, so that a day can be kept and passed on; today where it names none. */
function dayInAddress(): string {
  const named = new URLSearchParams(location.search).get('date') ?? '';
  return readMoment(named)?.day ?? today;
}

function show(day: string, language: Language): void {
  const words = wordsIn(language);
  const rulebook = rules();
  document.documentElement.lang = language;
  document.title = words.say('heading.history');
  const choose = (chosen: Language) => {
    show(day, chosen);
    void saveLanguage(chosen);
  };
  const go = (wanted: string) => {
    const found = readMoment(wanted);
    // While a year is being typed the field passes through days such as 0002-02-21.
    if (found === null || found.day < '2000') return;
    history.replaceState(null, '', `?date=${found.day}`);
    show(found.day, language);
  };
  render(
    <ReaderContext.Provider value={{ words, cite: (fact) => cite(fact, rulebook, words) }}>
      <HistoryPage
        day={day}
        today={today}
        answer={explainDay(day, rulebook, language, today)}
        history={explainHistory(rulebook, language)}
        companies={explainCompanies(today, rulebook, words)}
        rules={explainThenAndNow(rulebook, words)}
        laws={explainLaws(rulebook, words)}
        onDay={go}
        onLanguage={choose}
      />
    </ReaderContext.Provider>,
    root,
  );
}

void loadRules()
  .then(readLanguage)
  .then((language) => show(dayInAddress(), language));
onLanguage((language) => show(dayInAddress(), language));
