import { rowsOwnedBy } from '../../core/export/export-row';
import type { Advance, Observation, PlacedEvent, RecorderState } from '../../core/flow/flow-state';
import { nothingOpen } from '../../core/flow/flow-state';
import { nextStep } from '../../core/flow/next-step';
import { observePage } from '../../core/flow/observe-page';
import { nextRow } from '../../core/log/chain';
import type { LogRow } from '../../core/log/event';
import { frameEvent, type InstallFrame } from '../../core/log/frame-event';
import { rulesetVersion } from '../../core/log/ruleset-version';
import { pageFromHtml } from '../../core/page/from-html';
import type { Page } from '../../core/page/page';
import { readPage } from '../../core/page/read-page';
import { builtInRulebook as rulebook } from '../../core/rulebook/built-in';
import { judgeReading } from '../../core/verdict/judge';
import { pageNamed } from '../../demo/shop/demo-pages';

export const minute = 60_000;
export const start = Date.parse('2026-11-24T02:00:00Z');

/** Ids that count up: a test can tell them apart, and gets the same ones again. */
export function countingIds(): () => string {
  let count = 0;
  return () => {
    count += 1;
    return `00000000-0000-4000-8000-${String(count).padStart(12, '0')}`;
  };
}

/** A page seen in a tab, judged and stripped as the product does it. */
export function pageSeen(
  page: Page,
  { tabId = 1, openerTabId = null as number | null, ts = start } = {},
): Observation {
  const reading = readPage(page, rulebook);
  const verdict = judgeReading(reading, rulebook, new Date(ts).toISOString());
  return observePage({ tabId, openerTabId, ts, reading, verdict }, rulebook.hosts, 'secret');
}

/** A page of the demo seen so. */
export function demoPageSeen(name: string, seen: Parameters<typeof pageSeen>[1] = {}): Observation {
  const { address, html } = pageNamed(name);
  return pageSeen(pageFromHtml(html, address, rulebook.signals), seen);
}

/** What a run of observations adds up to. */
export function recordAll(observations: readonly Observation[], newId = countingIds()): Advance {
  let state: RecorderState = nothingOpen;
  const events: PlacedEvent[] = [];
  const days: Advance['days'][number][] = [];
  for (const observation of observations) {
    const advance = nextStep(state, observation, newId);
    state = advance.state;
    events.push(...advance.events);
    days.push(...advance.days);
  }
  return { state, events, days };
}

export const frame = {
  schema_version: '1.1.0',
  study_id: 'uji-coba',
  participant_id: '0123456789abcdef0123456789abcdef',
  ruleset_version: rulesetVersion(rulebook.about.version),
  ext_version: '0.1.0',
  browser: 'Chromium 156',
};

/** Events as rows of a chain, with salts that a test knows. */
export function rowsOf(
  events: readonly PlacedEvent[],
  newId = countingIds(),
  ofInstall: InstallFrame = frame,
): LogRow[] {
  const rows: LogRow[] = [];
  for (const event of events) {
    const { event: admitted } = frameEvent(event, ofInstall, {
      eventId: `e${newId().slice(1)}`,
      tzOffsetMin: 420,
    });
    const salt = String(rows.length).padStart(32, '5');
    rows.push(nextRow(rows.at(-1) ?? null, admitted, salt));
  }
  return rows;
}

/** The participant whom the rows above belong to. */
export const owner = {
  study: frame.study_id,
  participant: frame.participant_id,
  code: null,
  exportId: 'x1',
};
export const place = rowsOwnedBy(owner);
