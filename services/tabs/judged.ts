import type { Reading } from '../../core/page/page';
import type { Verdict } from '../../core/verdict/verdict';

/** What was read of a tab's page, and how it was judged. */
export interface JudgedPage {
  readonly reading: Reading;
  readonly verdict: Verdict;
  readonly caption: string | null;
}

/**
 * Why a page was judged: it loaded, moved on within itself, or came back as it was (each told by its own script); the
 * person asked in the popup; or the background began again and looked at what it had missed.
 */
export type Why = 'loaded' | 'moved' | 'returned' | 'asked' | 'resumed';

/** What a judged page changes. Each gets the whole and takes what it needs. */
export interface JudgedParts {
  /** Whether the tab still shows the page that was judged. */
  isThere(tabId: number, page: JudgedPage): Promise<boolean>;
  toolbar(tabId: number, page: JudgedPage): Promise<unknown>;
  /** Writes nothing where the record says the same already. */
  record(tabId: number, page: JudgedPage): Promise<unknown>;
  /** Lets the contacts go that were held until it was known whose step they are. */
  contacts(tabId: number, page: JudgedPage): unknown;
  note(tabId: number, page: JudgedPage): Promise<unknown>;
}

/** A note is for a person who comes upon a page: one who asked reads the answer already, and nobody came where we resume. */
const bringsNote: Record<Why, boolean> = {
  loaded: true,
  moved: true,
  returned: true,
  asked: false,
  resumed: false,
};

/**
 * The one way of every judged page, in one order: toolbar, record, contacts, note. What did not answer was not judged,
 * and does not come here. Pages of a tab go one after the other; one that is gone by its turn changes nothing.
 */
export class JudgedPages {
  private readonly turns = new Map<number, Promise<unknown>>();

  constructor(private readonly parts: JudgedParts) {}

  /** Whether the page was still there. */
  judged(tabId: number, page: JudgedPage, why: Why): Promise<boolean> {
    const { parts } = this;
    return this.inTurn(tabId, async () => {
      if (!(await parts.isThere(tabId, page))) return false;
      await parts.toolbar(tabId, page);
      await parts.record(tabId, page);
      parts.contacts(tabId, page);
      if (bringsNote[why]) await parts.note(tabId, page);
      return true;
    });
  }

  /** Does work on a tab once the pages before it are through. */
  inTurn<T>(tabId: number, work: () => Promise<T>): Promise<T> {
    const done = (this.turns.get(tabId) ?? Promise.resolve()).then(work, work);
    this.turns.set(tabId, done);
    const end = (): void => {
      if (this.turns.get(tabId) === done) this.turns.delete(tabId);
    };
    done.then(end, end);
    return done;
  }
}
