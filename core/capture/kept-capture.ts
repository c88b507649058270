import type { CaptureFacts } from '../bundle/capture-facts';
import type { Opening } from '../bundle/commitment';
import type { WrittenLanguage } from '../explanation/words';
import type { ShareLines } from './stamp/share-lines';
import type { StampLines } from './stamp/stamp-lines';

/** What of a capture's facts the gallery lists and searches. */
export type FactsSummary = Pick<
  CaptureFacts,
  | 'capture_id'
  | 'flow_id'
  | 'taken_utc'
  | 'tz_offset_min'
  | 'page_url_masked'
  | 'page_title_masked'
  | 'ruleset_version'
  | 'key_fingerprint'
> & {
  readonly answer: Readonly<Record<WrittenLanguage, string>>;
  /** Captures of before 2026-12 have none of the three. */
  readonly page_url?: string | null;
  readonly collector?: string | null;
  readonly case_ref?: string | null;
  readonly processor: string;
  readonly kind: string;
};

/** A capture without its bundle: what a list needs. */
export interface KeptCapture {
  readonly capture_id: string;
  /** = facts.taken_utc, to sort by. */
  readonly taken: string;
  readonly facts: FactsSummary;
  /** The strip's lines as they were stamped: a share picture says the same, whatever later rulebooks say. */
  readonly stamps: Readonly<Record<WrittenLanguage, StampLines>>;
  /** What pictures to share say; captures of before 2026-12 have none. */
  readonly shares?: Readonly<Record<WrittenLanguage, ShareLines>>;
  /** Of the picture without its strip, in pixels. */
  readonly picture: { readonly w: number; readonly h: number };
  /** A small JPEG of the redacted picture. */
  readonly preview: Uint8Array;
  /** ISO, UTC. */
  readonly kept: string;
  readonly changed: string | null;
  /** SHA-256 of the bundle: whoever replaces it must have seen this one. */
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
  readonly notes: number;
  /** What a time authority answered, ISO; null without one. */
  readonly trustedTime: string | null;
  /** What opens the capture's commitments: never part of its bundle. Null or absent where nothing is sealed. */
  readonly opening?: Opening | null;
}
