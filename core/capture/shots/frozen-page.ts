import type { PersonalPlace, Rect } from '../../personal/personal-place';

/** Heights that fixed and sticky parts cover at the viewport's edges, CSS pixels. */
export interface Stuck {
  readonly top: number;
  readonly bottom: number;
}

/** How a page lies at one moment, in CSS pixels of the document. */
export interface PageLayout {
  readonly viewport: { readonly w: number; readonly h: number };
  readonly document: { readonly w: number; readonly h: number };
  readonly scroll: { readonly x: number; readonly y: number };
  /** Device pixels a CSS pixel, zoom included. */
  readonly dpr: number;
  /** Heights at the viewport's upper and lower edge that fixed and sticky parts cover. */
  readonly stuck: Stuck;
  /** Changes whenever the layout of what is drawn changes. */
  readonly fingerprint: string;
}

/** What the page's script tells of a page beside its pixels; nothing in it holds personal data. */
export interface PageFacts {
  readonly layout: PageLayout;
  readonly personal: readonly PersonalPlace[];
  /** The document as HTML, redacted by the same rules: no script, no form value, text masked but for known phrases. */
  readonly snapshot: string;
  /** The document's title, masked. */
  readonly title: string;
}

/** What of the page was taken. */
export type Extent = 'visible' | 'full';

/** Why a capture ended without a picture. */
export type CaptureRefusal =
  | 'stopped'
  | 'page-changed'
  /** The item that is judged is another one than before the shots. */
  | 'item-changed'
  /** More of the view changed between search and shot than can be covered. */
  | 'keeps-moving'
  /** Something lies over the whole page, and would be in a full picture once a view. */
  | 'overlaid'
  /** The page was not searched or did not answer in time. */
  | 'page-busy'
  /** Our script in the page failed: what is personal there is not known. */
  | 'not-read'
  | 'page-left'
  | 'not-in-front'
  | 'not-permitted'
  | 'private'
  | 'busy'
  | 'quota'
  | 'too-large'
  | 'no-picture';

/** What was taken, in memory only: it is not redacted yet and must not be written anywhere. */
export interface FrozenPage<Picture> {
  readonly picture: Picture;
  /** Pixels of the picture a CSS pixel. */
  readonly scale: number;
  /** The part of the document that the picture shows, CSS pixels. */
  readonly part: Rect;
  readonly extent: Extent;
  /** Parts that keep their place while the page scrolls, and were painted over where they would have come again. */
  readonly leftOut: number;
  /** A large part of the page scrolls by itself, and shows only a part of what it holds. */
  readonly scrollsInside: boolean;
  /** The document went on below what was taken. */
  readonly wasCut: boolean;
  readonly facts: PageFacts;
  /** ISO time, UTC, device's clock, of the first shot. */
  readonly taken: string;
  readonly tzOffsetMin: number;
  /** ISO times, UTC, at which the item was judged: before the first shot and after the last one. */
  readonly judged: { readonly before: string; readonly after: string };
  readonly tabId: number;
}
