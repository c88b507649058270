import { contactKey } from '../../../core/flow/contact-of-request';
import type { Contact } from '../../../core/flow/flow-state';

/** From a contact to its writing, in ms: contacts alike become one row. */
export const shortPause = 2000;
/** Longest wait for a loading page to be judged, in ms: its contacts belong to the step it turns out to be. */
export const longPause = 20_000;

interface Held {
  readonly contacts: Map<string, Contact>;
  isLoading: boolean;
  timer: ReturnType<typeof setTimeout> | null;
}

/**
 * Holds each tab's contacts for a short while in memory. What a page asks for while it loads comes before it was
 * judged: held back until then, it is written under its own step, and not at all where the page is none.
 */
export class HeldContacts {
  private readonly tabs = new Map<number, Held>();

  constructor(private readonly write: (tabId: number, contacts: readonly Contact[]) => Promise<unknown>) {}

  add(tabId: number, contacts: readonly Contact[]): void {
    const held = this.of(tabId);
    for (const contact of contacts) {
      const key = contactKey(contact);
      held.contacts.set(key, { ...contact, count: contact.count + (held.contacts.get(key)?.count ?? 0) });
    }
    if (held.contacts.size > 0)
      held.timer ??= setTimeout(() => this.flush(tabId), held.isLoading ? longPause : shortPause);
  }

  /** Another page begins to load: what is held belongs to the one before it. */
  pageComing(tabId: number): void {
    if (this.of(tabId).isLoading) return;
    this.flush(tabId);
    this.of(tabId).isLoading = true;
  }

  /** The page was judged, or has finished loading. */
  pageThere(tabId: number): void {
    const held = this.of(tabId);
    held.isLoading = false;
    if (held.timer === null) return;
    clearTimeout(held.timer);
    held.timer = setTimeout(() => this.flush(tabId), shortPause);
  }

  /** The page moved on within itself: what is held belongs to where it was. */
  pageMoved(tabId: number): void {
    if (this.tabs.get(tabId)?.isLoading === false) this.flush(tabId);
  }

  /** The tab got another number. */
  replaced(tabId: number, before: number): void {
    const held = this.tabs.get(before);
    if (!held) return;
    if (held.timer !== null) clearTimeout(held.timer);
    this.tabs.delete(before);
    this.add(tabId, [...held.contacts.values()]);
  }

  /** Writes what is held of a tab now. */
  flush(tabId: number): void {
    const held = this.tabs.get(tabId);
    if (!held) return;
    if (held.timer !== null) clearTimeout(held.timer);
    this.tabs.delete(tabId);
    // What cannot be written has stopped recording and said so already.
    if (held.contacts.size > 0) this.write(tabId, [...held.contacts.values()]).catch(() => undefined);
  }

  private of(tabId: number): Held {
    const held = this.tabs.get(tabId) ?? { contacts: new Map(), isLoading: false, timer: null };
    this.tabs.set(tabId, held);
    return held;
  }
}
