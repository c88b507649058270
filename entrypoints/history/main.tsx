import { HistoryPage } from '../../components/history/HistoryPage';
import { readMoment } from '../../core/calendar/read-moment';
import { explainCompanies } from '../../core/explanation/explain-companies';
import { explainDay } from '../../core/explanation/explain-day';
import { explainHistory } from '../../core/explanation/explain-history';
import { explainLaws, explainThenAndNow } from '../../core/explanation/explain-laws';
import { nowAsIso } from '../../services/browser/clock';
import { rules } from '../../services/rulebook/rules-in-use';
import { OwnPage } from '../own-page/own-page';

const today = readMoment(nowAsIso())?.day ?? rules().about.reviewed;

/** The day in the page's own address, so that a day can be kept and passed on; today where it names none. */
function dayInAddress(): string {
  const named = new URLSearchParams(location.search).get('date') ?? '';
  return readMoment(named)?.day ?? today;
}

function go(wanted: string): void {
  const found = readMoment(wanted);
  // While a year is being typed the field passes through days such as 0002-02-21.
  if (found === null || found.day < '2000') return;
  history.replaceState(null, '', `?date=${found.day}`);
  page.draw();
}

const page = new OwnPage({
  id: 'history',
  title: (words) => words.say('heading.history'),
  show: (words) => (
    <HistoryPage
      day={dayInAddress()}
      today={today}
      answer={explainDay(dayInAddress(), rules(), words.tag, today)}
      history={explainHistory(rules(), words.tag)}
      companies={explainCompanies(today, rules(), words)}
      rules={explainThenAndNow(rules(), words)}
      laws={explainLaws(rules(), words)}
      onDay={go}
      onLanguage={(language) => void page.choose(language)}
    />
  ),
});

void page.open().then(() => page.draw());
