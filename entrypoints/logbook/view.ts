import type { FlowRow } from '../../components/logbook/FlowDetail';
import { type FilterForm, noFilter } from '../../components/logbook/FlowFilters';
import type { FlowSummary } from '../../core/flow/summarize-flow';
import { eventOfRow } from '../../core/log/chain';
import type { Keeping } from '../../services/data/ask-to-keep';
import { readState } from '../../services/log/store/open-store';
import { readFlows } from '../../services/log/store/read-flows';
import { rowsOfFlow } from '../../services/log/store/read-rows';
import {
  hasOldRecord,
  readStudies,
  readStudyHeld,
  type StudyHeld,
} from '../../services/log/store/read-studies';
import { nothingWithheld, readWithheld } from '../../services/log/take-out/withhold';
import { type RequestView, requestView } from '../../services/log/write/request-view';
import { readRecording } from '../../services/settings/recording';
import type { Notice } from '../own-page/own-page';
import { filterOf } from './filter-of';
import { ShownStudy } from './shown-study';

export const pageOfFlows = 50;

/** All that the page shows; redrawn whole on every change. */
export const view = {
  form: noFilter as FilterForm,
  requestView: 'off' as RequestView,
  hasReported: false,
  most: pageOfFlows,
  flows: [] as FlowSummary[],
  /** How many flows there are; null until they were counted. */
  all: null as number | null,
  open: null as { id: string; rows: FlowRow[] } | null,
  refused: 0,
  /** The browser's store cannot be read now. */
  isUnreadable: false,
  keeping: null as Keeping | null,
  isReminderDue: false,
  notice: null as Notice | null,
  /** Why the last press did not work. */
  failed: null as string | null,
  progress: null as { done: number; all: number } | null,
  /** What lies here, study by study. */
  held: [] as readonly StudyHeld[],
  /** A record that an older version kept lies here too. */
  hasOld: false,
  /** Chosen by the person; null: the one that is recorded. */
  study: null as string | null,
  withheld: nothingWithheld,
  /** Export ids of a record that was just erased: to be told to whoever has them. */
  withdrawn: [] as readonly string[],
};

export const shown = new ShownStudy();

const asFlowRow = (row: FlowRow['row']): FlowRow => ({ row, event: eventOfRow(row) ?? null });

/** The study that the page is about: the chosen one, else the one that is recorded now, else any that has rows. */
export function studyShown(recorded: string): string {
  const studies = view.held.map(({ study }) => study);
  const wanted = view.study ?? recorded;
  return studies.includes(wanted) ? wanted : (studies.at(-1) ?? wanted);
}

/** Reads the store of the study that is shown. @param onNewest is called while the flows are still counted */
export async function readView(onNewest: () => Promise<void>): Promise<void> {
  const [recording, studies, hasOld, seen, hasReported] = await Promise.all([
    readRecording(),
    readStudies(),
    hasOldRecord(),
    requestView.read(),
    requestView.hasReported(),
  ]);
  Object.assign(view, { hasOld, requestView: seen, hasReported });
  view.held = await Promise.all(studies.map(readStudyHeld));
  const db = await shown.show(studyShown(recording.study));
  if (db === null) {
    const nothing = { flows: [], all: 0, open: null, refused: 0, withheld: nothingWithheld };
    Object.assign(view, { ...nothing, isUnreadable: false });
    return;
  }
  const { open, form, most } = view;
  const [flows, withheld, refused, rows] = await Promise.all([
    readFlows(db, filterOf(form), most),
    readWithheld(db),
    readState(db, 'refused'),
    open && rowsOfFlow(db, open.id),
  ]);
  // A read that a newer question overtook must not answer it.
  if (form === view.form && most === view.most) view.flows = flows;
  Object.assign(view, { withheld, isUnreadable: false });
  view.refused = Object.values(refused ?? {}).reduce((sum, count) => sum + count, 0);
  if (open && rows && view.open === open) view.open = { id: open.id, rows: rows.map(asFlowRow) };
  // A hundred thousand flows take their time to be counted: the newest are shown meanwhile.
  if (view.all === null) await onNewest();
  view.all = await db.count('flows');
}
