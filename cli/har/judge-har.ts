import { createHash } from 'node:crypto';
import { exportRow, type Owner, rowsOwnedBy } from '../../core/export/export-row';
import { jsonOfRow } from '../../core/export/to-ndjson';
import { nextRow } from '../../core/log/chain';
import { codebook } from '../../core/log/codebook';
import type { LogRow } from '../../core/log/event';
import { frameEvent } from '../../core/log/frame-event';
import { isPseudonym } from '../../core/log/participant-code';
import { rulesetVersion } from '../../core/log/ruleset-version';
import type { Rulebook } from '../../core/rulebook/rulebook';
import { shownJson } from '../shown-text';
import { emptySummary, type HarSummary } from './har-summary';
import { readHar } from './read-har';
import { recordHar } from './record-har';

/** What a HAR file became. */
export interface HarAnswer {
  /** One JSON object an event, in order, in the fields of the extension's own exports. */
  readonly lines: Iterable<string>;
  /** How many of the file's entries have no readable time or address. */
  readonly unreadable: number;
  /** What became of its pages; complete when the lines were taken. */
  readonly summary: HarSummary;
}

/** For whom a HAR file is judged. */
export interface HarOwner {
  readonly study?: string | undefined;
  /** A code, or a pseudonym of the extension; undefined: a file is a person of its own. */
  readonly participant?: string | undefined;
}

/**
 * Judges a HAR file by the law of the days it was recorded on. The same file gives the same lines.
 *
 * @param version this program's own
 * @throws UsageError when the file cannot be read or is no HAR file
 */
export function judgeHar(file: string, rulebook: Rulebook, version: string, of: HarOwner = {}): HarAnswer {
  const har = readHar(file);
  const newId = countedIds(har.digest);
  const ruleset = rulesetVersion(rulebook.about.version);
  const owner = ownerOf(har.digest, ruleset, of);
  const place = rowsOwnedBy(owner);
  const frame = {
    schema_version: codebook.schema_version,
    study_id: owner.study,
    participant_id: owner.participant,
    ruleset_version: ruleset,
    ext_version: version,
    browser: har.browser,
  };
  const summary = emptySummary();
  function* lines(): Generator<string> {
    let last: LogRow | null = null;
    for (const { event, tzOffsetMin } of recordHar(har, rulebook, newId, summary)) {
      const admitted = frameEvent(event, frame, { eventId: newId(), tzOffsetMin });
      // The salt hides nothing here: the reading's digest is then the file's own, and the same every time.
      last = nextRow(last, admitted.event, digestOf(har.digest, 'salt', String(last?.n ?? 0)).slice(0, 32));
      yield shownJson(jsonOfRow(exportRow(last, place)));
    }
  }
  return { lines: lines(), unreadable: har.unreadable, summary };
}

function ownerOf(digest: string, ruleset: string, { study = 'har', participant }: HarOwner): Owner {
  const whose = participant ?? `har-${digest.slice(0, 12)}`;
  return {
    study,
    participant: whose,
    code: participant === undefined || isPseudonym(participant) ? null : participant,
    exportId: `har-${digestOf(digest, study, whose, ruleset).slice(0, 12)}`,
  };
}

const digestOf = (...texts: readonly string[]): string =>
  createHash('sha256').update(texts.join(' ')).digest('hex');

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
