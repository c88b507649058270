import type { CaptureSaying } from '../bundle/capture-facts';
import { editionOf } from '../bundle/edition';
import { explanationOf } from '../bundle/explanation-of';
import { stripEvidence } from '../flow/strip-evidence';
import { stripReading } from '../flow/strip-reading';
import type { Reading } from '../page/page';
import type { Rect } from '../personal/personal-place';
import type { Rulebook } from '../rulebook/rulebook';
import type { Verdict } from '../verdict/verdict';
import { maskedAddress } from './masked-address';
import type { Cover } from './review/cover';
import { isStitched, limitsOf } from './review/limits-of';
import type { FrozenPage } from './shots/frozen-page';

/** What a capture is made of, and what only the surroundings know. */
export interface CaptureInput {
  readonly frozen: Omit<FrozenPage<unknown>, 'picture'>;
  readonly covers: readonly Cover[];
  readonly reading: Reading;
  /** Masked: `maskedVerdict`. */
  readonly verdict: Verdict;
  readonly captureId: string;
  readonly flowId: string | null;
  /** ISO, UTC: when the covers were reviewed. */
  readonly reviewed: string;
  readonly extVersion: string;
  readonly browser: string;
  readonly osFamily: string;
  /** Who took it, as they wish to be named. */
  readonly collector: string | null;
  readonly caseRef: string | null;
  /** Host and path, where the page is named. */
  readonly pageUrl: string | null;
  /** Hex, where the page or the uncovered picture is sealed instead. */
  readonly pageCommitment: string | null;
  readonly originalCommitment: string | null;
}

/**
 * A verdict as a capture may hold it: no names, no numbers, no query.
 * @returns null where the page's address cannot be masked
 */
export function maskedVerdict(verdict: Verdict, { hosts }: Rulebook): Verdict | null {
  const address = maskedAddress(verdict.address, hosts);
  return address === '' ? null : { ...verdict, address, evidence: stripEvidence(verdict.evidence, hosts) };
}

/** All that the facts of a capture say; pure, so that it can be made and checked anywhere. */
export function captureSaying(input: CaptureInput, rulebook: Rulebook): CaptureSaying {
  const { frozen, covers, verdict } = input;
  const { viewport, dpr, scroll } = frozen.facts.layout;
  return {
    capture_id: input.captureId,
    flow_id: input.flowId,
    taken_utc: frozen.taken,
    judged: frozen.judged,
    tz_offset_min: frozen.tzOffsetMin,
    clock_note: { id: 'jam perangkat, tidak diperiksa', en: 'device clock, unverified' },
    page_url_masked: verdict.address,
    page_url: input.pageUrl,
    page_commitment: input.pageCommitment,
    page_title_masked: frozen.facts.title,
    viewport: { w: Math.round(viewport.w), h: Math.round(viewport.h), dpr },
    scroll,
    stitched: isStitched(frozen),
    redactions: covers
      .filter(({ state }) => state === 'kept')
      .map((cover) => ({ ...wholePixels(cover), kind: cover.kind, by: cover.by })),
    signals: signalsOf(stripReading(input.reading, rulebook.hosts)),
    // Copied: a verdict is read-only, facts are JSON.
    verdict: JSON.parse(JSON.stringify(verdict)),
    ...explanationOf(verdict, rulebook, verdict.date),
    ruleset_version: verdict.rulebook.version,
    ext_version: input.extVersion,
    words_edition: editionOf(rulebook),
    browser: input.browser,
    os_family: input.osFamily,
    collector: input.collector,
    case_ref: input.caseRef,
    custody: [
      { utc: frozen.taken, action: 'captured', by: 'di-balik-keranjang' },
      {
        utc: input.reviewed,
        action: 'covers reviewed by the person at the screen',
        by: input.collector ?? 'di-balik-keranjang',
      },
    ],
    original_commitment: input.originalCommitment,
    limits_text: { id: limitsOf(frozen, covers, 'id'), en: limitsOf(frozen, covers, 'en') },
  };
}

/** The whole pixels inside a rectangle: these are of one colour, whatever became of those at its edge. */
export function wholePixels({ x, y, w, h }: Rect): Rect {
  const [left, top] = [Math.max(0, Math.ceil(x)), Math.max(0, Math.ceil(y))];
  return {
    x: left,
    y: top,
    w: Math.max(0, Math.floor(x + w) - left),
    h: Math.max(0, Math.floor(y + h) - top),
  };
}

const signalsOf = ({ item, texts, marks }: Reading): CaptureSaying['signals'] => [
  ...[...item.signals, ...texts]
    .filter(({ values }) => values.length > 0)
    .map(({ signal, values }) => ({ signal, values: [...values] })),
  ...marks.map((mark) => ({ signal: mark, values: [] })),
];
