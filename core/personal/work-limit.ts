/** The search of a page took longer than it may: where personal data lie is not known then. */
export class SearchTooLong extends Error {
  override readonly name = 'SearchTooLong';
}

/** A limit of time on work in a page, which nobody can stop from outside. */
export class WorkLimit {
  readonly #end: number;

  /** @param now a clock in ms @param ms for how long from now on */
  constructor(
    readonly now: () => number,
    ms: number,
  ) {
    this.#end = now() + ms;
  }

  /** @throws {SearchTooLong} once the time is over */
  check(): void {
    if (this.now() > this.#end) throw new SearchTooLong('the search took too long');
  }
}

/** For texts of our own, which are short. */
export const unlimited = new WorkLimit(() => 0, 0);
