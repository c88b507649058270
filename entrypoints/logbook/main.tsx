import { ExportSection } from '../../components/logbook/ExportSection';
import { LogbookPage } from '../../components/logbook/LogbookPage';
import { StudiesHeld } from '../../components/logbook/StudiesHeld';
import { readMoment } from '../../core/calendar/read-moment';
import { rulesOld, whichRulebook } from '../../core/explanation/explain';
import { personalShape } from '../../core/log/guard';
import { participantCode } from '../../core/log/participant-code';
import { studyNameOf } from '../../core/log/study-name';
import type { Policy } from '../../core/policy/read-policy';
import { failureOf } from '../../services/browser/browser-errors';
import { nowAsIso } from '../../services/browser/clock';
import { askToKeep } from '../../services/data/ask-to-keep';
import { exportKinds } from '../../services/log/export/export-log';
import type { ExportKind } from '../../services/log/export/export-table';
import { countRows } from '../../services/log/store/read-rows';
import { eraseOldRecord } from '../../services/log/store/read-studies';
import { eraseFlow, eraseRows } from '../../services/log/take-out/erase';
import { withhold } from '../../services/log/take-out/withhold';
import { append } from '../../services/log/write/append';
import { now, record } from '../../services/log/write/recorder';
import { requestView } from '../../services/log/write/request-view';
import { surroundingsFor } from '../../services/log/write/surroundings';
import { onWritten } from '../../services/log/write/written';
import { rules } from '../../services/rulebook/rules-in-use';
import { onManaged } from '../../services/settings/kept-settings';
import { policyNow } from '../../services/settings/policy';
import { onRecording, type Recording, readRecording, saveRecording } from '../../services/settings/recording';
import { OwnPage } from '../own-page/own-page';
import { joinStudy, withdrawFrom } from './join-study';
import { remindOfExport } from './remind-of-export';
import { saveCodebook, saveExport } from './save-exports';
import { pageOfFlows, readView, shown, studyShown, view } from './view';
import { checkTheChain, countDrift, countExposure, judgeAgain, type LongWork } from './work-through-record';

/** What is being erased cannot be read meanwhile, and nothing is wrong with it: its end looks anew. */
let isErasing = false;

/** Reads the store and draws the page; where the store fails the page says so, with all that does not need it. */
async function refresh(): Promise<void> {
  if (isErasing) return;
  try {
    await readView(draw);
  } catch {
    if (isErasing) return;
    // The browser may have closed the store under us, as it does when a disk is full: it is opened anew, once.
    shown.close();
    view.isUnreadable = await readView(draw).then(
      () => false,
      () => !isErasing,
    );
  }
  await draw();
}

const unique = (values: readonly string[]): string[] => [...new Set(values)].toSorted();

/** What is recorded, and what the organisation says of it; null until it was read. */
let set: { readonly recording: Recording; readonly policy: Policy } | null = null;

const then = (work: () => Promise<unknown>) => void tried(work).then(refresh);

const page = new OwnPage({
  id: 'logbook',
  title: (words) => words.say('log.heading'),
  show: (words) => {
    if (set === null) return null;
    const { recording, policy } = set;
    const study = studyShown(recording.study);
    return (
      <LogbookPage
        {...view}
        notice={view.notice?.(words) ?? null}
        recording={recording}
        policy={policy}
        onAskView={(asked) => then(() => requestView.ask(asked))}
        onGiveBackView={() => then(() => requestView.giveBack())}
        rulesOld={rulesOld(readMoment(nowAsIso())?.day ?? '', rules(), words)}
        rulebook={whichRulebook(rules().about, words)}
        stopped={recording.stopped}
        nameOf={studyNameOf}
        kinds={unique([...view.flows.flatMap(({ kinds }) => kinds), view.form.kind].filter(Boolean))}
        hosts={unique([...view.flows.flatMap(({ hosts }) => hosts), view.form.host].filter(Boolean))}
        mayHaveMore={view.flows.length === view.most}
        codeIn={(study) => view.held.find((one) => one.study === study)?.code ?? ''}
        isCode={(text) => text === '' || participantCode(text)}
        onStart={(study, code) => then(() => joinStudy(study, code))}
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
        isBusy={view.progress !== null}
        onPackage={() => then(() => exportNow('package'))}
        onMore={() => {
          view.most += pageOfFlows;
          void refresh();
        }}
        onEraseRow={(n) => then(() => eraseRows(shown.db, [n]))}
        onEraseFlow={(id) => then(() => eraseFlow(shown.db, id))}
        onEraseAll={() => then(() => withdraw(view.held.map(({ study }) => study)))}
        onWithhold={(what, isWithheld) => then(() => withhold(shown.db, what, isWithheld))}
        onNote={keepNote}
        onCheck={() => then(() => workThrough(checkTheChain))}
        onDrift={() => then(() => workThrough(countDrift))}
        onExposure={() => then(() => workThrough(countExposure))}
        hasRecord={view.held.length > 0}
        onRejudge={() => then(() => workThrough(judgeAgain))}
        onLanguage={(language) => void page.choose(language)}
        studies={
          <StudiesHeld
            held={view.held}
            recorded={recording.on ? recording.study : null}
            hasOld={view.hasOld}
            onErase={(which) => then(() => withdraw([which]))}
            onEraseOld={() => then(() => eraseOldRecord())}
          />
        }
      >
        <ExportSection
          studies={view.held.map((one) => one.study)}
          study={study}
          kinds={exportKinds}
          withheld={{ rows: view.withheld.rows.length, flows: view.withheld.flows.length }}
          isBusy={view.progress !== null}
          onStudy={(chosen) => {
            Object.assign(view, { study: chosen, open: null, all: null, most: pageOfFlows });
            void refresh();
          }}
          onPackage={() => then(() => exportNow('package'))}
          onExport={(kind) => then(() => exportNow(kind as ExportKind))}
          onCodebook={() => then(async () => saveCodebook())}
        />
      </LogbookPage>
    );
  },
});

async function draw(): Promise<void> {
  const [recording, policy] = await Promise.all([readRecording(), policyNow()]);
  set = { recording, policy };
  page.draw();
}

/** Does what was pressed; what failed is said on the page. */
async function tried(work: () => Promise<unknown>): Promise<void> {
  view.failed = await failureOf(work);
}

/** Whatever is recorded now: a note belongs to the study of its flow. */
async function keepNote(flowId: string, note: string): Promise<string | null> {
  const why = personalShape(note);
  if (why !== null) return why;
  await tried(async () => {
    const { db, study } = shown;
    await append(db, [{ what: 'note', flowId, note, ts: now() }], await surroundingsFor(study, db));
  });
  await refresh();
  return null;
}

/** Runs work on the whole record, with a bar that grows and a line at its end. */
async function workThrough(work: LongWork): Promise<void> {
  const { db } = shown;
  const all = await countRows(db);
  const onRow = (done: number) => {
    view.progress = { done, all };
    view.notice = (words) => words.say('log.working', { done, all });
    void draw();
  };
  onRow(0);
  view.notice = null;
  try {
    view.notice = await work(db, onRow);
  } finally {
    view.progress = null;
  }
}

async function exportNow(kind: ExportKind | 'package'): Promise<void> {
  const { study } = shown;
  await workThrough((store, onRow) => saveExport(store, kind, study, page.words.language, onRow));
}

async function withdraw(studies: readonly string[]): Promise<void> {
  isErasing = true;
  shown.close();
  const withdrawn = await withdrawFrom(studies).finally(() => {
    isErasing = false;
  });
  Object.assign(view, { study: null, open: null, all: null, withdrawn, notice: null });
}

async function open(): Promise<void> {
  await page.open();
  onRecording(() => void refresh());
  // What is recorded meanwhile stands there when one looks, or comes back.
  const refreshSeen = () => {
    if (document.visibilityState === 'visible' && view.progress === null) void refresh();
  };
  document.addEventListener('visibilitychange', refreshSeen);
  onWritten(refreshSeen);
  onManaged(() => void refresh());
  requestView.onChange(() => void refresh());
  await refresh();
  void askToKeep().then((keeping) => {
    view.keeping = keeping;
    return draw();
  });
  if (!view.isUnreadable && view.all) view.isReminderDue = await remindOfExport(shown).catch(() => false);
  if (!(await readRecording()).on) return draw();
  // Flows that fell silent long ago end now, not at the next page.
  await record({ what: 'tick', ts: now() }).catch(() => undefined);
  await refresh();
}

void open();
