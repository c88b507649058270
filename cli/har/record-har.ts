import { contactKey } from '../../core/flow/contact-of-request';
import { type Contact, nothingOpen, type Observation, type PlacedEvent } from '../../core/flow/flow-state';
import { idleLimit, nextStep } from '../../core/flow/next-step';
import { observePage } from '../../core/flow/observe-page';
import type { Rulebook } from '../../core/rulebook/rulebook';
import { contactOf } from './contact-of';
import { findPages, type Part } from './find-pages';
import type { HarEntry } from './har-entry';
import { countEntry, emptySummary, type HarSummary } from './har-summary';
import { pageJudge } from './judge-page';
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
 * @param summary is filled while the events are taken
 */
export function* recordHar(
  har: Har,
  rulebook: Rulebook,
  newId: () => string,
  summary: HarSummary = emptySummary(),
): Generator<RecordedEvent> {
  const judge = pageJudge(rulebook);
  const recorder = new HarRecorder(rulebook, judge, har.digest, newId);
  const partOf = findPages(rulebook.hosts);
  const parts = har.entries.map((entry) => ({ entry, part: partOf(entry) }));
  const pages = parts.filter(({ part }) => part === 'page');
  const stoodIn = new Set(
    pages.filter(({ entry }, n) => isStandIn(entry, pages[n + 1]?.entry, judge)).map(({ entry }) => entry),
  );
  for (const { entry, part } of parts) {
    countEntry(summary, entry, part === 'page' && !stoodIn.has(entry), rulebook.hosts);
    yield* recorder.take(entry, stoodIn.has(entry) ? 'contact' : part);
  }
  yield* recorder.finish();
}

type PageJudge = ReturnType<typeof pageJudge>;
type Moment = Pick<HarEntry, 'ts' | 'tzOffsetMin'>;

/** ms in which a page that stood in for another gives way to it. */
const soon = 60_000;

/** What held none of a page's data and was followed at once by an answer for the same address: a challenge, mostly. */
function isStandIn(entry: HarEntry, next: HarEntry | undefined, judge: PageJudge): boolean {
  if (next === undefined || next.ts - entry.ts > soon) return false;
  const addressOf = ({ url }: HarEntry): string => `${url.origin}${url.pathname}`;
  return addressOf(entry) === addressOf(next) && judge(entry).reading.states.length === 0;
}

class HarRecorder {
  private state = nothingOpen;
  /** Contacts of the step that is current, not yet written: one row each when it ends. */
  private readonly contacts = new Map<string, Contact>();
  private lastContact: Moment | null = null;
  /** Redirects under way: they belong to the page they lead to, even where that page begins the flow. */
  private redirects: HarEntry[] = [];
  private last: Moment | null = null;

  constructor(
    private readonly rulebook: Rulebook,
    private readonly judge: PageJudge,
    private readonly secret: string,
    private readonly newId: () => string,
  ) {}

  *take(entry: HarEntry, part: Part): Generator<RecordedEvent> {
    yield* this.keepUp(entry);
    this.last = entry;
    if (part === 'page') yield* this.page(entry);
    else if (part === 'redirect') this.redirects.push(entry);
    else this.count(entry);
  }

  /** The file ends, and the tab with it: nothing in it tells whether the person went on. */
  *finish(): Generator<RecordedEvent> {
    if (this.last === null) return;
    this.countRedirects();
    yield* this.writeContacts();
    yield* this.tell({ what: 'left', tabId, how: 'file_ended', ts: this.last.ts }, this.last);
  }

  private *page(entry: HarEntry): Generator<RecordedEvent> {
    const { rulebook } = this;
    const { reading, verdict } = this.judge(entry);
    // As in the extension: where the tab leaves the hosts we know, the flow ends, and nothing of that page is kept.
    const isOurs = verdict.surface !== 'elsewhere';
    if (!isOurs) this.countRedirects();
    yield* this.writeContacts();
    const seen: Observation = isOurs
      ? observePage({ tabId, openerTabId: null, ts: entry.ts, reading, verdict }, rulebook.hosts, this.secret)
      : { what: 'left', tabId, how: 'elsewhere', ts: entry.ts };
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
