import type { ChartName, FileKind } from '../../components/monitor/ChartFile';
import { MonitorPage } from '../../components/monitor/MonitorPage';
import { readMoment } from '../../core/calendar/read-moment';
import { rulesOld, whichRulebook } from '../../core/explanation/explain';
import { figureMarks } from '../../core/monitor/figure-marks';
import { fittingUnit, type PeriodUnit } from '../../core/monitor/period';
import type { RecordCounts } from '../../core/monitor/record-counts';
import { shareByPeriod, shareOverall } from '../../core/monitor/share-by-period';
import { reasonOf } from '../../services/browser/browser-errors';
import { nowAsIso } from '../../services/browser/clock';
import { countRecord } from '../../services/log/store/count-record';
import { NoStore } from '../../services/log/store/open-store';
import { countRows } from '../../services/log/store/read-rows';
import { inStudy, readStudies } from '../../services/log/store/read-studies';
import { rules } from '../../services/rulebook/rules-in-use';
import { readRecording } from '../../services/settings/recording';
import { type Notice, OwnPage } from '../own-page/own-page';
import { saveChart } from './save-chart';

/** So many rows are counted before a person would look for a button; more are counted on a press. */
const countedAtOnce = 20_000;

const view = {
  rows: 0,
  counts: null as RecordCounts | null,
  /** When it was counted, ISO. */
  countedAt: '',
  /** Null until the person chooses: then the one that fits. */
  unit: null as PeriodUnit | null,
  progress: null as { done: number; all: number } | null,
  notice: null as Notice | null,
  /** The browser's store cannot be read now. */
  isUnreadable: false,
  studies: [] as readonly string[],
  /** The study that is counted; null where there is none. */
  study: null as string | null,
};
let counting = new AbortController();

/** A moment in the reader's words. */
const timeInWords = (iso: string): string => page.words.moment(Date.parse(iso));

/** How much there is to count, nothing where it was erased; false where the store cannot be read. */
async function readRows(study: string): Promise<boolean> {
  try {
    view.rows = await inStudy(study, countRows);
    view.isUnreadable = false;
  } catch (cause) {
    view.rows = 0;
    view.isUnreadable = !(cause instanceof NoStore);
  }
  return !view.isUnreadable;
}

async function count(): Promise<void> {
  const { study } = view;
  if (study === null) return;
  counting = new AbortController();
  if (!(await readRows(study))) return page.draw();
  const onProgress = (done: number) => {
    view.progress = { done, all: view.rows };
    page.draw();
  };
  onProgress(0);
  try {
    const counts = await inStudy(study, (db) => countRecord(db, onProgress, counting.signal));
    if (counts) Object.assign(view, { counts, countedAt: nowAsIso(), notice: null });
  } catch (cause) {
    view.notice = (words) => words.say('monitor.failed', { reason: reasonOf(cause) });
  }
  view.progress = null;
  page.draw();
}

async function save(chart: ChartName, kind: FileKind): Promise<void> {
  const { counts } = view;
  if (counts === null) return;
  const words = page.words;
  try {
    const made = nowAsIso();
    const shown = { ...shownOf(counts), counts, rulebook: rules().about.version };
    const name = await saveChart(chart, kind, shown, { iso: made, inWords: timeInWords(made) }, words);
    view.notice = (now) => now.say('monitor.saved', { name });
  } catch (cause) {
    view.notice = (now) => now.say('monitor.save-failed', { reason: reasonOf(cause) });
  }
  page.draw();
}

function shownOf(counts: RecordCounts | null) {
  const days = counts?.days ?? [];
  const overall = shareOverall(days);
  const unit = view.unit ?? (overall ? fittingUnit(overall.from, overall.until) : 'day');
  const figures = figureMarks(rules(), page.words);
  return { overall, unit, periods: shareByPeriod(days, unit), figures };
}

function countedInWords({ rows, erased, unreadable }: RecordCounts): string {
  const words = page.words;
  const counted = words.say('monitor.counted', { rows, time: timeInWords(view.countedAt) });
  return erased + unreadable === 0
    ? counted
    : `${counted} ${words.say('monitor.left-out', { erased, unreadable })}`;
}

const page = new OwnPage({
  id: 'monitor',
  title: (words) => words.say('monitor.heading'),
  show: (words) => (
    <MonitorPage
      {...view}
      notice={view.notice?.(words) ?? null}
      {...shownOf(view.counts)}
      counted={view.counts && countedInWords(view.counts)}
      rulesOld={rulesOld(readMoment(nowAsIso())?.day ?? '', rules(), words)}
      rulebook={whichRulebook(rules().about, words)}
      logbookAddress="/logbook.html"
      onStudy={(study) => void show(study)}
      onCount={() => void count()}
      onStop={() => counting.abort()}
      onUnit={(unit) => {
        view.unit = unit;
        page.draw();
      }}
      onSave={(chart, kind) => void save(chart, kind)}
      onLanguage={(language) => void page.choose(language)}
    />
  ),
});

async function open(): Promise<void> {
  await page.open();
  view.studies = await readStudies();
  const { study } = await readRecording();
  await show(view.studies.includes(study) ? study : (view.studies.at(-1) ?? null));
}

/** Each study is counted by itself, as it is exported. */
async function show(study: string | null): Promise<void> {
  counting.abort();
  Object.assign(view, { study, counts: null, notice: null, rows: 0 });
  if (study !== null && (await readRows(study)) && view.rows > 0 && view.rows <= countedAtOnce) await count();
  else page.draw();
}

void open();
