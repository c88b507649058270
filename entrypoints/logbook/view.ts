import type { FlowRow } from '../../components/logbook/FlowDetail';
import { type FilterForm, noFilter } from '../../components/logbook/FlowFilters';
import type { Language } from '../../core/explanation/words';
import type { FlowSummary } from '../../core/flow/summarize-flow';
import type { Keeping } from '../../services/data/ask-to-keep';
import { nothingWithheld } from '../../services/log/withhold';
import type { RequestView } from '../../services/request-view';

export const pageOfFlows = 50;

/** All that the page shows; redrawn whole on every change. */
export const view = {
  language: 'id' as Language,
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
  notice: null as string | null,
  /** Why the last press did not work. */
  failed: null as string | null,
  progress: null as { done: number; all: number } | null,
  studies: [] as readonly string[],
  /** Chosen for exports; null: the one that is recorded. */
  study: null as string | null,
  withheld: nothingWithheld,
  /** Export ids of a record that was just erased: to be told to whoever has them. */
  withdrawn: [] as readonly string[],
};
/** The study that exports are about: the chosen one, else the one that is recorded now, else any that has rows. */
export function exportedStudy(recorded: string): string {
  const wanted = view.study ?? recorded;
  return view.studies.includes(wanted) ? wanted : (view.studies.at(-1) ?? wanted);
}
