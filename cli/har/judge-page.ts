import type { Reading } from '../../core/page/page';
import { readPage } from '../../core/page/read-page';
import type { Rulebook } from '../../core/rulebook/rulebook';
import { judgeReading } from '../../core/verdict/judge';
import type { Verdict } from '../../core/verdict/verdict';
import type { HarEntry } from './har-entry';
import { pageOf } from './page-of';

/** Reads and judges the page of an entry, for the moment it was asked for. */
export function judgePage(entry: HarEntry, rulebook: Rulebook): { reading: Reading; verdict: Verdict } {
  const reading = readPage(pageOf(entry, rulebook.signals), rulebook);
  const verdict = judgeReading(reading, rulebook, new Date(entry.ts).toISOString());
  return { reading, verdict };
}
