import type { Kind, Surface } from '../address/find-surface';
import type { Owner } from '../address/owned-host';

export type Basket = 'yes' | 'no' | 'unknown' | 'conflicting';
export type Processor = 'tokopedia' | 'tiktok-shop' | 'none' | 'unknown' | 'conflicting';
export type PhaseId = 'not-yet' | 'own-shop' | 'closed' | 'transition' | 'migrated';
export type Weight = 'deciding' | 'supporting' | 'against';
export type Where = 'address' | 'page state' | 'page props' | 'page mark' | 'page element' | 'rulebook';

/** One observed fact. `value` is short and holds nothing personal. */
export interface Evidence {
  readonly signal: string;
  readonly weight: Weight;
  readonly where: Where;
  readonly value: string;
}

/** What was looked for and could not be read; `why` is a key of the texts. Never shown as "no". */
export interface Unread {
  readonly what: string;
  readonly why: string;
}

/** A rule that should have matched this kind of page and did not. */
export interface Drift {
  readonly rule: string;
  readonly found: string;
}

export interface LawReference {
  readonly regulation: string;
  readonly provisions: readonly string[];
  /** As of the rulebook's review, not of the day judged for. */
  readonly status: 'in-force' | 'revoked';
}

/** The one answer that popup, log, capture, command line and tests share: design contract "verdict". */
export interface Verdict {
  readonly address: string;
  /** The day judged for, in WIB. */
  readonly date: string;
  readonly surface: Surface;
  readonly kind: Kind;
  readonly basket: Basket;
  readonly processor: Processor;
  readonly phase: PhaseId | null;
  readonly lookalike: { readonly of: string; readonly reason: string } | null;
  /** Whose host this is, where it is the companies' own and no place to buy. */
  readonly owner: Owner | null;
  readonly evidence: readonly Evidence[];
  readonly unread: readonly Unread[];
  readonly drift: readonly Drift[];
  readonly law: readonly LawReference[];
  readonly rulebook: { readonly version: string; readonly reviewed: string };
}

/** A step of judging: what one kind of signals says, before dates and law. */
export interface Finding {
  readonly basket: Basket;
  readonly processor: Processor;
  readonly evidence: readonly Evidence[];
  readonly unread: readonly Unread[];
  readonly drift: readonly Drift[];
}
