import { contactKey } from '../../core/flow/contact-of-request';
import { type Contact, nothingOpen, type Observation, type PlacedEvent } from '../../core/flow/flow-state';
import { idleLimit, nextStep } from '../../core/flow/next-step';
import { observePage } from '../../core/flow/observe-page';
import type { Rulebook } from '../../core/rulebook/rulebook';
import { contactOf } from './contact-of';
import { findPages } from './find-pages';
import type { HarEntry } from './har-entry';
import { judgePage } from './judge-page';
import type { Har } from './read-har';

/** An event, and the clock's offset that the file gives for it. */
export interface RecordedEvent {
  readonly event: PlacedEvent;
  readonly tzOffsetMin: number;
}

/** Developer tools record one tab. */
const tabId = 1;

/**
 * What the extension's recorder would have written, had it watched the tab that a HAR file is of.
 *
 * @param newId gives the ids of sessions and flows
 */
export function* recordHar(har: Har, rulebook: Rulebook, newId: () => string): Generator<RecordedEvent> {
  const recorder = new HarRecorder(rulebook, har.digest, newId);
  for (const entry of har.entries) yield* recorder.take(entry);
  yield* recorder.finish();
}

type Moment = Pick<HarEntry, 'ts' | 'tzOffsetMin'>;

class HarRecorder {
  private state = nothingOpen;
  private readonly partOf = findPages();
  /** Contacts of the step that is current, not yet written: one row each when it ends. */
  private readonly contacts = new Map<string, Contact>();
  private lastContact: Moment | null = null;
  /** Redirects under way: they belong to the page they lead to, even where that page begins the flow. */
  private redirects: HarEntry[] = [];
  private last: Moment | null = null;

  constructor(
    private readonly rulebook: Rulebook,
    private readonly secret: string,
    private readonly newId: () => string,
  ) {}

  *take(entry: HarEntry): Generator<RecordedEvent> {
    yield* this.keepUp(entry);
    this.last = entry;
    const part = this.partOf(entry);
    if (part === 'page') yield* this.page(entry);
    else if (part === 'redirect') this.redirects.push(entry);
    else this.count(entry);
  }

  /** The file ends, and the tab with it: nothing in it tells whether the person went on. */
  *finish(): Generator<RecordedEvent> {
    if (this.last === null) return;
    this.countRedirects();
    yield* this.writeContacts();
    yield* this.tell({ what: 'left', tabId, ts: this.last.ts }, this.last);
  }

  private *page(entry: HarEntry): Generator<RecordedEvent> {
    const { rulebook } = this;
    const { reading, verdict } = judgePage(entry, rulebook);
    // As in the extension: where the tab leaves the hosts we know, the flow ends, and nothing of that page is kept.
    const isOurs = verdict.surface !== 'elsewhere';
    if (!isOurs) this.countRedirects();
    yield* this.writeContacts();
    const seen: Observation = isOurs
      ? observePage({ tabId, openerTabId: null, ts: entry.ts, reading, verdict }, rulebook.hosts, this.secret)
      : { what: 'left', tabId, ts: entry.ts };
    yield* this.tell(seen, entry);
    this.countRedirects();
    this.count(entry);
  }

  /** A flow that rests too long ends when its time is up, not when the file happens to go on. */
  private *keepUp(now: Moment): Generator<RecordedEvent> {
    if (this.isIdleAt(now.ts)) yield* this.writeContacts();
    if (this.isIdleAt(now.ts)) yield* this.tell({ what: 'tick', ts: this.lastEvent() + idleLimit + 1 }, now);
  }

  private isIdleAt(ts: number): boolean {
    return ts - this.lastEvent() > idleLimit;
  }

  /** One tab, so one flow at most. */
  private lastEvent(): number {
    return this.state.flows[0]?.last ?? Number.POSITIVE_INFINITY;
  }

  private count(entry: HarEntry): void {
    const contact = this.state.flows.length === 0 ? null : contactOf(entry, this.rulebook.hosts);
    if (contact === null) return;
    const key = contactKey(contact);
    this.contacts.set(key, { ...contact, count: contact.count + (this.contacts.get(key)?.count ?? 0) });
    // A redirect is counted later than it was made.
    if (this.lastContact === null || this.lastContact.ts < entry.ts) this.lastContact = entry;
  }

  private countRedirects(): void {
    for (const entry of this.redirects) this.count(entry);
    this.redirects = [];
  }

  private *writeContacts(): Generator<RecordedEvent> {
    const { lastContact } = this;
    if (lastContact === null) return;
    const contacts = [...this.contacts.values()];
    this.contacts.clear();
    this.lastContact = null;
    yield* this.tell({ what: 'hosts', tabId, ts: lastContact.ts, contacts }, lastContact);
  }

  private *tell(seen: Observation, { tzOffsetMin }: Moment): Generator<RecordedEvent> {
    const { state, events } = nextStep(this.state, seen, this.newId);
    this.state = state;
    for (const event of events) yield { event, tzOffsetMin };
  }
}
