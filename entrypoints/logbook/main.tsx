import { render } from 'preact';
import { ReaderContext } from '../../components/explanation/reader';
import type { FlowRow } from '../../components/logbook/FlowDetail';
import { type FilterForm, noFilter } from '../../components/logbook/FlowFilters';
import { LogbookPage } from '../../components/logbook/LogbookPage';
import { readMoment } from '../../core/calendar/read-moment';
import { cite } from '../../core/citation/cite';
import { rulesOld, whichRulebook } from '../../core/explanation/explain';
import { type Language, wordsIn } from '../../core/explanation/words';
import { codebookCsv } from '../../core/export/codebook-csv';
import type { FlowSummary } from '../../core/flow/summarize-flow';
import { eventOfRow } from '../../core/log/chain';
import { personalShape } from '../../core/log/guard';
import { type Rejudged, rejudge } from '../../core/log/rejudge';
import { builtInRulebook } from '../../core/rulebook/built-in';
import { nowAsIso } from '../../services/clock';
import { eraseAll, eraseFlow, eraseRows } from '../../services/log/erase';
import { type ExportKind, exportKinds, exportLog } from '../../services/log/export-log';
import { type LogDatabase, openStore, readState } from '../../services/log/open-store';
import { type FlowFilter, readFlows } from '../../services/log/read-flows';
import { checkChain, countRows, readRows, rowsOfFlow } from '../../services/log/read-rows';
import { now, record } from '../../services/log/recorder';
import { onRecording, readRecording, saveRecording, studyName } from '../../services/recording';
import { FileInTheMaking } from '../../services/save-file';
import { readLanguage, saveLanguage } from '../../services/settings';

const root = document.getElementById('logbook') as HTMLElement;
const pageOfFlows = 50;
const day = 24 * 60 * 60_000;

/** All that the page shows; redrawn whole on every change. */
const view = {
  language: 'id' as Language,
  form: noFilter as FilterForm,
  most: pageOfFlows,
  flows: [] as FlowSummary[],
  all: 0,
  open: null as { id: string; rows: FlowRow[] } | null,
  refused: 0,
  notice: null as string | null,
  progress: null as { done: number; all: number } | null,
};
let db: LogDatabase;

const filterOf = (form: FilterForm): FlowFilter => ({
  from: form.from === '' ? null : (readMoment(form.from)?.time ?? null),
  until: form.until === '' ? null : (readMoment(form.until)?.time ?? 0) + day,
  kind: form.kind || null,
  processor: form.processor || null,
  host: form.host || null,
  onlyDrift: form.onlyDrift,
});

const asFlowRow = (row: FlowRow['row']): FlowRow => ({
  row,
  event: eventOfRow(row) ?? null,
});

async function refresh(): Promise<void> {
  view.flows = await readFlows(db, filterOf(view.form), view.most);
  view.all = await db.count('flows');
  const refused = await readState(db, 'refused');
  view.refused = Object.values(refused ?? {}).reduce((sum, count) => sum + count, 0);
  if (view.open) view.open = { id: view.open.id, rows: (await rowsOfFlow(db, view.open.id)).map(asFlowRow) };
  await draw();
}

const unique = (values: readonly string[]): string[] => [...new Set(values)].toSorted();

async function draw(): Promise<void> {
  const recording = await readRecording();
  const words = wordsIn(view.language);
  document.documentElement.lang = view.language;
  document.title = words.say('log.heading');
  const then = (work: Promise<unknown>) => void work.then(refresh);
  render(
    <ReaderContext.Provider value={{ words, cite: (fact) => cite(fact, builtInRulebook, words) }}>
      <LogbookPage
        {...view}
        recording={recording}
        rulesOld={rulesOld(readMoment(nowAsIso())?.day ?? '', builtInRulebook, words)}
        rulebook={whichRulebook(builtInRulebook.about, words)}
        stopped={recording.stopped}
        isStudyName={(text) => studyName.test(text)}
        kinds={unique([...view.flows.flatMap(({ kinds }) => kinds), view.form.kind].filter(Boolean))}
        hosts={unique([...view.flows.flatMap(({ hosts }) => hosts), view.form.host].filter(Boolean))}
        mayHaveMore={view.flows.length === view.most}
        onStart={(study) => then(saveRecording({ on: true, study, since: nowAsIso(), stopped: null }))}
        onStop={() => then(saveRecording({ ...recording, on: false, since: null, stopped: null }))}
        onForm={(form) => {
          view.form = form;
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
        onEraseRow={(n) => then(eraseRows(db, [n]))}
        onEraseFlow={(id) => then(eraseFlow(db, id))}
        onEraseAll={() => then(withdraw())}
        onNote={keepNote}
        onCheck={() => then(check())}
        onRejudge={() => then(judgeAgain())}
        onLanguage={(language) => {
          view.language = language;
          void saveLanguage(language).then(draw);
        }}
      >
        {exportKinds.map((kind) => (
          <button type="button" key={kind} class={`export-${kind}`} onClick={() => then(saveExport(kind))}>
            {words.say(`log.export.${kind}`)}
          </button>
        ))}
        <button type="button" class="export-codebook" onClick={saveCodebook}>
          {words.say('log.export.codebook')}
        </button>
      </LogbookPage>
    </ReaderContext.Provider>,
    root,
  );
}

async function keepNote(flowId: string, note: string): Promise<string | null> {
  const why = personalShape(note);
  if (why !== null) return why;
  await record({ what: 'note', flowId, note, ts: now() });
  await refresh();
  return null;
}

/** 2026-11-24T05:00:00.000Z as 20261124T0500Z: fit for a file's name. */
const stampOf = (iso: string): string => `${iso.slice(0, 16).replace(/[-:]/g, '')}Z`;

async function saveExport(kind: ExportKind): Promise<void> {
  const words = wordsIn(view.language);
  const created = nowAsIso();
  const all = await countRows(db);
  const { study } = await readRecording();
  const onRow = (done: number) => {
    view.progress = { done, all };
    view.notice = words.say('log.exporting', { done, all });
    void draw();
  };
  try {
    onRow(0);
    const name = await exportLog(db, kind, { study, stamp: stampOf(created), created }, onRow);
    view.notice = words.say('log.exported', { name });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    view.notice = words.say('log.export-failed', { reason });
  }
  view.progress = null;
}

function saveCodebook(): void {
  const file = new FileInTheMaking();
  file.take(codebookCsv());
  file.save('di-balik-keranjang_codebook.csv', 'text/csv');
}

async function withdraw(): Promise<void> {
  const recording = await readRecording();
  if (recording.on) await saveRecording({ ...recording, on: false, since: null, stopped: null });
  await eraseAll(db);
  db = await openStore();
  view.open = null;
  view.notice = null;
}

async function check(): Promise<void> {
  const all = await countRows(db);
  const report = await checkChain(db, (done) => {
    view.progress = { done, all };
    void draw();
  });
  view.progress = null;
  view.notice = wordsIn(view.language).say('log.checked', {
    rows: report.rows,
    faults: report.faults.length,
    erased: report.erased,
  });
}

/** The longest list of changed judgements that a person reads on a screen. */
const mostChanges = 200;

async function judgeAgain(): Promise<void> {
  const words = wordsIn(view.language);
  const changes: Rejudged[] = [];
  let judged = 0;
  let changed = 0;
  for await (const row of readRows(db)) {
    const { event } = asFlowRow(row);
    if (event === null || event.reading === null) continue;
    judged += 1;
    const change = rejudge(event, builtInRulebook);
    if (change === null) continue;
    changed += 1;
    if (changes.length < mostChanges) changes.push(change);
  }
  view.notice = [
    words.say('log.rejudged', { changed, all: judged }),
    ...changes.map(
      ({ flow_id, seq, before, after, signals }) =>
        `${words.say('log.rejudged-line', { flow: flow_id.slice(0, 8), seq, before, after })} (${signals.join(', ')})`,
    ),
  ].join('\n');
}

async function open(): Promise<void> {
  view.language = await readLanguage();
  db = await openStore();
  // Flows that fell silent long ago end now, not at the next page.
  await record({ what: 'tick', ts: now() }).catch(() => undefined);
  onRecording(() => void refresh());
  await refresh();
}

void open();
