/** The requests of a browser, from the extension's start to the browser's end. */
export interface Calls {
  /** All that came from the browser: its own, the pages', the extension's. */
  readonly seen: number;
  /** What the extension asked for: its pages, its background, its scripts in pages. Links that a person follows are no calls. */
  readonly byExtension: readonly string[];
}
