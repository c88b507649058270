/** What a page script holds that wants to find us: the built-ins as they were before it put its own in their places, and what it heard since. */
export interface Kept {
  /** False while the page itself is at work: then nothing is noted. */
  isArmed: boolean;
  readonly heard: Record<string, string[]>;
  note(kind: string, what: string): void;
  /** What was noted of a kind since the last look: each once, sorted. */
  told(kind: string): string[];
  readonly setTimeout: typeof setTimeout;
  readonly requestAnimationFrame: typeof requestAnimationFrame;
  readonly fetch: typeof fetch;
  readonly pushState: (address: string) => void;
  /** Built-ins that were not the browser's own when the page's first script ran. */
  readonly foreign: readonly string[];
  /** Built-ins that no longer are what the page put in their places. */
  replaced(): string[];
  /** Where the extension's files would be, or a made-up extension's. */
  readonly root: string;
}

/** Where a sin is committed: the extension's script in the page, a script in the page's own world (before the page's scripts), or the manifest. */
type SinPlace = 'script' | 'page' | 'manifest';

/** One thing that a page script can look at. */
export interface Probe {
  readonly id: string;
  /** What holds, in a sentence. */
  readonly says: string;
  /** Run in the page: what it finds there, as JSON. Compared with the same page beside an extension that does nothing. */
  readonly look: (kept: Kept) => unknown;
  /** Code of what an extension must not do, which this probe finds. */
  readonly sin: string;
  readonly where: SinPlace;
}
