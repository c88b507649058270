import { createHash } from 'node:crypto';
import { codebook } from '../../core/log/codebook';
import { frameEvent } from '../../core/log/frame-event';
import type { Rulebook } from '../../core/rulebook/rulebook';
import { shownJson } from '../shown-text';
import { emptySummary, type HarSummary } from './har-summary';
import { readHar } from './read-har';
import { recordHar } from './record-har';

/** What a HAR file became. */
export interface HarAnswer {
  /** One JSON object an event, in order, in the fields of the extension's log without its chain. */
  readonly lines: Iterable<string>;
  /** How many of the file's entries have no readable time or address. */
  readonly unreadable: number;
  /** What became of its pages; complete when the lines were taken. */
  readonly summary: HarSummary;
}

/**
 * Judges a HAR file by the law of the days it was recorded on. The same file gives the same lines.
 *
 * @param version this program's own
 * @throws UsageError when the file cannot be read or is no HAR file
 */
export function judgeHar(file: string, rulebook: Rulebook, version: string): HarAnswer {
  const har = readHar(file);
  const newId = countedIds(har.digest);
  const frame = {
    schema_version: codebook.schema_version,
    study_id: 'har',
    participant_id: 'har',
    ruleset_version: rulebook.about.version,
    ext_version: version,
    browser: har.browser,
  };
  const summary = emptySummary();
  function* lines(): Generator<string> {
    for (const { event, tzOffsetMin } of recordHar(har, rulebook, newId, summary)) {
      const admitted = frameEvent(event, frame, { eventId: newId(), tzOffsetMin });
      yield shownJson(JSON.stringify(admitted.event));
    }
  }
  return { lines: lines(), unreadable: har.unreadable, summary };
}

/** Ids that the file alone decides: UUIDs of version 8, which is there for digests. */
function countedIds(digest: string): () => string {
  let count = 0;
  return () => {
    count += 1;
    const hex = createHash('sha256').update(`${digest} ${count}`).digest('hex');
    const variant = '89ab'[Number.parseInt(hex.charAt(16), 16) % 4];
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
  };
}
