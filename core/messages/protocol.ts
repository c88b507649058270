import type { Language } from '../explanation/words';
import type { NoteWords } from '../note/note-words';
import type { Reading, SeenPage } from '../page/page';
import type { SignalRules } from '../page/signal-rules';
import type { Verdict } from '../verdict/verdict';

/** A verdict on an item, with the first words of the item's caption (page text: show it as text only). */
export interface ItemAnswer {
  readonly caption: string | null;
  readonly verdict: Verdict;
}

/** What a tab's page says: the answer, and on a page of many items those in view that carry a basket. */
export interface TabAnswer extends ItemAnswer {
  readonly listed: readonly ItemAnswer[];
}

/** All that the popup shows first: the answer, in which language, and whether flows are recorded. */
export interface PopupAnswer extends TabAnswer {
  readonly language: Language;
  readonly isRecording: boolean;
  /** Why the page itself did not answer; null where it did. */
  readonly silence: Silence | null;
  /** Whether this is what a page that does not answer now said last. */
  readonly isLast: boolean;
}

/** What was read of a tab's page, and how it was judged. */
export interface Judgement {
  readonly reading: Reading;
  readonly verdict: Verdict;
}

/** Why a page's script read it: it loaded, moved on within itself, or came back as it was from the browser's cache. */
export type WhySeen = 'loaded' | 'moved' | 'returned';

/** Why the page itself did not answer the popup: it is too busy, or it is not whole yet. */
export type Silence = 'no-answer' | 'loading';

/** A host by its name, how its contact was started, and how often. */
interface HostCount {
  readonly host: string;
  readonly type: string;
  readonly count: number;
}

/** Every message between the parts: what is asked and what comes back. */
export interface Protocol {
  /** script in the page → background: the page was read; is what was read all there is to come? */
  'page.seen': {
    ask: { readonly why: WhySeen; readonly page: SeenPage };
    answer: { readonly isSettled: boolean };
  };
  /** background → script in the page: read the page as it is now. */
  'page.read': { ask: SignalRules | null; answer: SeenPage };
  /** background → script in the page: the browser shows another address in its tab. */
  'page.moved': { ask: null; answer: null };
  /** host observer in the page → background, while recording: hosts the page contacted since the last time. */
  'hosts.seen': { ask: { hosts: readonly HostCount[] }; answer: null };
  /** popup → background: who handles an order on this tab's page? */
  'verdict.get': { ask: { tabId: number }; answer: PopupAnswer };
  /** capture → background: what is a capture of this tab's page to say? */
  'judgement.get': { ask: { tabId: number }; answer: Judgement };
  /** script in the page → background: what is the note on this page to say? */
  'note.get': { ask: null; answer: NoteWords | null };
  /** note in the page → background: the person wants no note ever again. */
  'note.silence': { ask: null; answer: null };
  /** background → note in the page: go. */
  'note.end': { ask: null; answer: null };
  /** options → background: take everything out of this browser. */
  'data.erase': { ask: null; answer: { readonly exports: readonly string[] } };
}

type Topic = keyof Protocol;
/** A message as it travels. */
export interface Envelope<T extends Topic> {
  readonly topic: T;
  readonly ask: Protocol[T]['ask'];
}
/** What the page's script is answered. */
export type SeenReply = Reply<'page.seen'>;
/** What the note's script is answered. */
export type NoteReply = Reply<'note.get'>;
export type Reply<T extends Topic> =
  | { ok: true; answer: Protocol[T]['answer'] }
  | { ok: false; error: string };
