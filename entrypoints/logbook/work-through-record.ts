import { saidIn } from '../../core/export/export-row';
import { ExposureRows } from '../../core/export/exposure-rows';
import { FlowRows } from '../../core/export/flow-rows';
import { eventOfRow } from '../../core/log/chain';
import { DriftTally } from '../../core/log/drift-tally';
import { type Rejudged, rejudge } from '../../core/log/rejudge';
import { readDaysMet } from '../../services/log/export/read-exposure';
import type { LogDatabase } from '../../services/log/store/open-store';
import { checkChain, countingRows } from '../../services/log/store/read-rows';
import { isWithheldBy, readWithheld } from '../../services/log/take-out/withhold';
import { rules } from '../../services/rulebook/rules-in-use';
import type { Notice } from '../own-page/own-page';

/** Work that reads the whole record: tells how many rows have passed, and ends with what is said of it. */
export type LongWork = (db: LogDatabase, onRow: (rows: number) => void) => Promise<Notice>;

export const checkTheChain: LongWork = async (db, onRow) => {
  const { rows, faults, erased } = await checkChain(db, onRow);
  return (words) => words.say('log.checked', { rows, faults: faults.length, erased });
};

/** The longest list of changed judgements that a person reads on a screen. */
const mostChanges = 200;

/** Judges all that was kept by today's rulebook; nothing in the record changes. */
export const judgeAgain: LongWork = async (db, onRow) => {
  const changes: Rejudged[] = [];
  let judged = 0;
  let changed = 0;
  for await (const row of countingRows(db, onRow)) {
    const event = row.reading === undefined ? undefined : eventOfRow(row);
    if (event === undefined) continue;
    judged += 1;
    const change = rejudge(event, rules());
    if (change === null) continue;
    changed += 1;
    if (changes.length < mostChanges) changes.push(change);
  }
  return (words) =>
    [
      words.say('log.rejudged', { changed, all: judged }),
      ...changes.map(
        ({ flow_id, seq, before, after, signals }) =>
          `${words.say('log.rejudged-line', { flow: flow_id.slice(0, 8), seq, before, after })} (${signals.join(', ')})`,
      ),
    ].join('\n');
};

/** Counts how often each rule was not met, since which day: many pages of a kind may have changed their shape. */
export const countDrift: LongWork = async (db, onRow) => {
  const tally = new DriftTally();
  for await (const row of countingRows(db, onRow)) tally.take(row);
  const { steps, rules } = tally.finish();
  if (rules.length === 0) return (words) => words.say('log.drift-none', { all: steps });
  return (words) =>
    rules
      .map(({ rule, missed, steps: all, since }) =>
        words.say('log.drift-line', { rule, n: missed, all, day: words.date(since) }),
      )
      .join('\n');
};

/** Days that a person reads on a screen. */
const mostDays = 100;
const nobody = { study: '', participant: '', code: null, exportId: '' };

/** What an export would say of exposure now, day by day, the newest first. */
export const countExposure: LongWork = async (db, onRow) => {
  const isWithheld = isWithheldBy(await readWithheld(db));
  const exposure = new ExposureRows(nobody, await readDaysMet(db));
  const flows = new FlowRows(nobody, exposure.take);
  for await (const row of countingRows(db, onRow)) {
    const said = saidIn(row, isWithheld(row));
    if (said) flows.take(said);
  }
  // The flows tell their pages as they are worked out.
  for (const _flow of flows.rows());
  const days = exposure.sorted().toReversed().slice(0, mostDays);
  if (days.length === 0) return (words) => words.say('log.exposure-none');
  return (words) =>
    days
      .map(({ date, ms, pages }) => {
        const judged = (basket: string) =>
          Object.entries(pages).reduce((sum, [met, n]) => (met.endsWith(` ${basket}`) ? sum + n : sum), 0);
        const [yes, no, open] = [judged('yes'), judged('no'), judged('unknown') + judged('conflicting')];
        const minutes = Math.round(ms / 60_000);
        const all = yes + no + open;
        return words.say('log.exposure-line', { day: words.date(date), minutes, all, yes, no, open });
      })
      .join('\n');
};
