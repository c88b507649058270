import type { Words } from '../../core/explanation/words';
import { eventOfRow } from '../../core/log/chain';
import { DriftTally } from '../../core/log/drift-tally';
import { type Rejudged, rejudge } from '../../core/log/rejudge';
import type { LogDatabase } from '../../services/log/open-store';
import { checkChain, countingRows } from '../../services/log/read-rows';
import { rules } from '../../services/rulebook/rules-in-use';

/** Work that reads the whole record: tells how many rows have passed, and ends with a text for the person. */
export type LongWork = (db: LogDatabase, words: Words, onRow: (rows: number) => void) => Promise<string>;

export const checkTheChain: LongWork = async (db, words, onRow) => {
  const { rows, faults, erased } = await checkChain(db, onRow);
  return words.say('log.checked', { rows, faults: faults.length, erased });
};

/** The longest list of changed judgements that a person reads on a screen. */
const mostChanges = 200;

/** Judges all that was kept by today's rulebook; nothing in the record changes. */
export const judgeAgain: LongWork = async (db, words, onRow) => {
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
  return [
    words.say('log.rejudged', { changed, all: judged }),
    ...changes.map(
      ({ flow_id, seq, before, after, signals }) =>
        `${words.say('log.rejudged-line', { flow: flow_id.slice(0, 8), seq, before, after })} (${signals.join(', ')})`,
    ),
  ].join('\n');
};

/** Counts how often each rule was not met, since which day: many pages of a kind may have changed their shape. */
export const countDrift: LongWork = async (db, words, onRow) => {
  const tally = new DriftTally();
  for await (const row of countingRows(db, onRow)) tally.take(row);
  const { steps, rules } = tally.finish();
  if (rules.length === 0) return words.say('log.drift-none', { all: steps });
  return rules
    .map(({ rule, missed, steps: all, since }) =>
      words.say('log.drift-line', { rule, n: missed, all, day: words.date(since) }),
    )
    .join('\n');
};
