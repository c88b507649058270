import { render } from 'preact';
import { ReaderContext } from '../../components/explanation/reader';
import { ExportSection } from '../../components/logbook/ExportSection';
import type { FlowRow } from '../../components/logbook/FlowDetail';
import { LogbookPage } from '../../components/logbook/LogbookPage';
import { readMoment } from '../../core/calendar/read-moment';
import { cite } from '../../core/citation/cite';
import { rulesOld, whichRulebook } from '../../core/explanation/explain';
import { wordsIn } from '../../core/explanation/words';
import { eventOfRow } from '../../core/log/chain';
import { personalShape } from '../../core/log/guard';
import { failureOf } from '../../services/browser-errors';
import { nowAsIso } from '../../services/clock';
import { askToKeep } from '../../services/data/ask-to-keep';
import { eraseAll, eraseFlow, eraseRows } from '../../services/log/erase';
import { exportKinds } from '../../services/log/export-log';
import type { ExportKind } from '../../services/log/export-table';
import { type LogDatabase, openStore, readState } from '../../services/log/open-store';
import { readFlows } from '../../services/log/read-flows';
import { countRows, rowsOfFlow } from '../../services/log/read-rows';
import { now, record } from '../../services/log/recorder';
import { readWithheld, withhold } from '../../services/log/withhold';
import { onPolicy, policyNow } from '../../services/policy';
import { onRecording, readRecording, saveRecording, studyName } from '../../services/recording';
import { requestView } from '../../services/request-view';
import { loadRules, rules } from '../../services/rulebook/rules-in-use';
import { onLanguage, readLanguage, saveLanguage } from '../../services/settings';
import { filterOf } from './filter-of';
import { remindOfExport } from './remind-of-export';
import { saveCodebook, saveExport } from './save-exports';
import { exportedStudy, pageOfFlows, view } from './view';
import { checkTheChain, countDrift, judgeAgain, type LongWork } from './work-through-record';

const root = document.getElementById('logbook') as HTMLElement;

let db: LogDatabase;

const asFlowRow = (row: FlowRow['row']): FlowRow => ({ row, event: eventOfRow(row) ?? null });

/** Reads the store and draws the page; where the store fails the page says so, with all that does not need it. */
async function refresh(): Promise<void> {
  try {
    await readView();
  } catch {
    // The browser may have closed the store under us, as it does when a disk is full: it is opened anew, once.
    view.isUnreadable = await openStore()
      .then((opened) => {
        db = opened;
        return readView();
      })
      .then(
        () => false,
        () => true,
      );
  }
  await draw();
}

async function readView(): Promise<void> {
  const { open, form, most } = view;
  const [flows, studies, withheld, seen, hasReported, refused, rows] = await Promise.all([
    readFlows(db, filterOf(form), most),
    readState(db, 'studies'),
    readWithheld(db),
    requestView.read(),
    requestView.hasReported(),
    readState(db, 'refused'),
    open && rowsOfFlow(db, open.id),
  ]);
  // A read that a newer question overtook must not answer it.
  if (form === view.form && most === view.most) view.flows = flows;
  Object.assign(view, { withheld, requestView: seen, hasReported, isUnreadable: false });
  view.studies = studies ?? [];
  view.refused = Object.values(refused ?? {}).reduce((sum, count) => sum + count, 0);
  if (open && rows && view.open === open) view.open = { id: open.id, rows: rows.map(asFlowRow) };
  // A hundred thousand flows take their time to be counted: the newest are shown meanwhile.
  if (view.all === null) await draw();
  view.all = await db.count('flows');
}

const unique = (values: readonly string[]): string[] => [...new Set(values)].toSorted();

async function draw(): Promise<void> {
  const [recording, policy] = await Promise.all([readRecording(), policyNow()]);
  const words = wordsIn(view.language);
  const study = exportedStudy(recording.study);
  document.documentElement.lang = view.language;
  document.title = words.say('log.heading');
  const then = (work: () => Promise<unknown>) => void tried(work).then(refresh);
  render(
    <ReaderContext.Provider value={{ words, cite: (fact) => cite(fact, rules(), words) }}>
      <LogbookPage
        {...view}
        recording={recording}
        policy={policy}
        onAskView={(asked) => then(() => requestView.ask(asked))}
        onGiveBackView={() => then(requestView.giveBack)}
        rulesOld={rulesOld(readMoment(nowAsIso())?.day ?? '', rules(), words)}
        rulebook={whichRulebook(rules().about, words)}
        stopped={recording.stopped}
        isStudyName={(text) => studyName.test(text)}
        kinds={unique([...view.flows.flatMap(({ kinds }) => kinds), view.form.kind].filter(Boolean))}
        hosts={unique([...view.flows.flatMap(({ hosts }) => hosts), view.form.host].filter(Boolean))}
        mayHaveMore={view.flows.length === view.most}
        onStart={(study) => then(() => saveRecording({ on: true, study, since: nowAsIso(), stopped: null }))}
        onStop={() => then(() => saveRecording({ ...recording, on: false, since: null, stopped: null }))}
        onForm={(change) => {
          view.form = { ...view.form, ...change };
          view.most = pageOfFlows;
          void refresh();
        }}
        onOpen={(id) => {
          view.open = id === null ? null : { id, rows: [] };
          void refresh();
        }}
        onMore={() => {
          view.most += pageOfFlows;
          void refresh();
        }}
        onEraseRow={(n) => then(() => eraseRows(db, [n]))}
        onEraseFlow={(id) => then(() => eraseFlow(db, id))}
        onEraseAll={() => then(withdraw)}
        onWithhold={(what, isWithheld) => then(() => withhold(db, what, isWithheld))}
        onNote={keepNote}
        onCheck={() => then(() => workThrough(checkTheChain))}
        onDrift={() => then(() => workThrough(countDrift))}
        onRejudge={() => then(() => workThrough(judgeAgain))}
        onLanguage={(language) => {
          view.language = language;
          void tried(() => saveLanguage(language)).then(draw);
        }}
      >
        <ExportSection
          studies={view.studies}
          study={study}
          kinds={exportKinds}
          withheld={{ rows: view.withheld.rows.length, flows: view.withheld.flows.length }}
          isBusy={view.progress !== null}
          onStudy={(chosen) => {
            view.study = chosen;
            void draw();
          }}
          onPackage={() => then(() => exportNow('package'))}
          onExport={(kind) => then(() => exportNow(kind as ExportKind))}
          onCodebook={() => then(async () => saveCodebook())}
        />
      </LogbookPage>
    </ReaderContext.Provider>,
    root,
  );
}

/** Does what was pressed; what failed is said on the page. */
async function tried(work: () => Promise<unknown>): Promise<void> {
  view.failed = await failureOf(work);
}

async function keepNote(flowId: string, note: string): Promise<string | null> {
  const why = personalShape(note);
  if (why !== null) return why;
  await tried(() => record({ what: 'note', flowId, note, ts: now() }));
  await refresh();
  return null;
}

/** Runs work on the whole record, with a bar that grows and a line at its end. */
async function workThrough(work: LongWork): Promise<void> {
  const words = wordsIn(view.language);
  const all = await countRows(db);
  const onRow = (done: number) => {
    view.progress = { done, all };
    view.notice = words.say('log.working', { done, all });
    void draw();
  };
  onRow(0);
  view.notice = null;
  try {
    view.notice = await work(db, words, onRow);
  } finally {
    view.progress = null;
  }
}

async function exportNow(kind: ExportKind | 'package'): Promise<void> {
  const study = exportedStudy((await readRecording()).study);
  await workThrough((store, words, onRow) => saveExport(store, kind, study, words, onRow));
}

async function withdraw(): Promise<void> {
  const recording = await readRecording();
  if (recording.on) await saveRecording({ ...recording, on: false, since: null, stopped: null });
  const exports = (await db.getAll('exports')).map(({ export_id }) => export_id);
  await eraseAll(db);
  db = await openStore();
  Object.assign(view, { open: null, withdrawn: exports, notice: null });
}

async function open(): Promise<void> {
  await loadRules();
  view.language = await readLanguage();
  onRecording(() => void refresh());
  onPolicy(() => void refresh());
  requestView.onChange(() => void refresh());
  onLanguage((language) => {
    view.language = language;
    void draw();
  });
  await refresh();
  void askToKeep().then((keeping) => {
    view.keeping = keeping;
    return draw();
  });
  if (!view.isUnreadable) view.isReminderDue = await remindOfExport(db).catch(() => false);
  if (!(await readRecording()).on) return draw();
  // Flows that fell silent long ago end now, not at the next page.
  await record({ what: 'tick', ts: now() }).catch(() => undefined);
  await refresh();
}

void open();
