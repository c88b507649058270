import type { Reading } from '../../core/page/page';
import { readPage } from '../../core/page/read-page';
import type { Rulebook } from '../../core/rulebook/rulebook';
import { judgeReading } from '../../core/verdict/judge';
import type { Verdict } from '../../core/verdict/verdict';
import type { HarEntry } from './har-entry';
import { pageOf } from './page-of';

export interface JudgedEntry {
  readonly reading: Reading;
  readonly verdict: Verdict;
}

/** Reads and judges the pages of entries, each once and for the moment it was asked for. */
export function pageJudge(rulebook: Rulebook): (entry: HarEntry) => JudgedEntry {
  const judged = new WeakMap<HarEntry, JudgedEntry>();
  return (entry) => {
    const known = judged.get(entry);
    if (known) return known;
    const reading = readPage(pageOf(entry, rulebook.signals), rulebook);
    const verdict = judgeReading(reading, rulebook, new Date(entry.ts).toISOString());
    judged.set(entry, { reading, verdict });
    return { reading, verdict };
  };
}
