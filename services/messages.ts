import * as v from 'valibot';
import browser, { type Runtime } from 'webextension-polyfill';
import type { Language } from '../core/explanation/words';
import type { Reading, SeenPage } from '../core/page/page';
import { readingOf } from '../core/page/read-page';
import { seenPageSchema } from '../core/page/reading-schema';
import type { SignalRules } from '../core/page/signal-rules';
import type { Verdict } from '../core/verdict/verdict';
import { reasonOf } from './browser-errors';
import type { NoteWords } from './note/note-words';
import { isOurs } from './permitted-hosts';
import { loadRules, rules, rulesSignedBy } from './rulebook/rules-in-use';

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
type Reply<T extends Topic> = { ok: true; answer: Protocol[T]['answer'] } | { ok: false; error: string };

/** The other side could not answer; the message says why, in words. */
export class MessageError extends Error {
  override readonly name = 'MessageError';
}

const text = (most: number) => v.pipe(v.string(), v.maxLength(most));

/** The shape of every message that is asked. */
const envelopeSchema = v.strictObject({ topic: v.string(), ask: v.unknown() });

const asks = {
  'page.seen': v.strictObject({ why: v.picklist(['loaded', 'moved', 'returned']), page: seenPageSchema }),
  'hosts.seen': v.strictObject({
    hosts: v.pipe(
      v.array(
        v.strictObject({
          host: text(253),
          type: text(40),
          count: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000)),
        }),
      ),
      v.maxLength(500),
    ),
  }),
  'verdict.get': v.strictObject({ tabId: v.pipe(v.number(), v.integer()) }),
  'judgement.get': v.strictObject({ tabId: v.pipe(v.number(), v.integer()) }),
  'note.get': v.null(),
  'note.silence': v.null(),
  'data.erase': v.null(),
};
type Answered = keyof typeof asks;

type Sender = Runtime.MessageSender;

/** A page of the extension itself, not inside another page. */
const isOwnPage = ({ url, frameId }: Sender): boolean =>
  (frameId ?? 0) === 0 && (url?.startsWith(browser.runtime.getURL('')) ?? false);

/** A script of ours in the top frame of a page that the manifest lets us read. */
const isOurScript = ({ tab, frameId, url }: Sender): boolean =>
  tab?.id !== undefined && frameId === 0 && url !== undefined && isOurs(url);

/** Who may ask what: a page's process must not learn what another tab shows. */
const mayAsk: Record<Answered, (sender: Sender) => boolean> = {
  'page.seen': isOurScript,
  'hosts.seen': isOurScript,
  'note.get': isOurScript,
  'note.silence': isOurScript,
  'verdict.get': isOwnPage,
  'judgement.get': isOwnPage,
  'data.erase': isOwnPage,
};

export type Handlers = {
  [T in Answered]: (ask: Protocol[T]['ask'], sender: Runtime.MessageSender) => Promise<Protocol[T]['answer']>;
};

/** Asks the background. Throws MessageError when it could not answer. */
export async function send<T extends Answered>(
  topic: T,
  ask: Protocol[T]['ask'],
): Promise<Protocol[T]['answer']> {
  return answerIn<T>(await browser.runtime.sendMessage({ topic, ask }));
}

/** What the popup's first script asked, before its program was there to ask: the background's reply as it came. */
export type AskedEarly = Promise<{ readonly tabId: number; readonly reply: unknown }>;

/** The answer in a reply of the background. Throws MessageError when it could not answer. */
export function answerIn<T extends Answered>(reply: unknown): Protocol[T]['answer'] {
  const known = reply as Reply<T> | undefined;
  if (!known) throw new MessageError('the background gave no answer');
  if (!known.ok) throw new MessageError(known.error);
  return known.answer;
}

/** Asks our script in a tab's top frame. Throws MessageError when no script of ours answers with a reading. */
export async function askPage(tabId: number): Promise<Reading> {
  await loadRules();
  const envelope: Envelope<'page.read'> = {
    topic: 'page.read',
    ask: rulesSignedBy() === null ? null : rules().signals,
  };
  let answer: unknown;
  try {
    answer = await browser.tabs.sendMessage(tabId, envelope, { frameId: 0 });
  } catch (cause) {
    throw new MessageError('no script of ours is in this page', { cause });
  }
  const parsed = v.safeParse(seenPageSchema, answer);
  if (!parsed.success) throw new MessageError('the page answered in a shape we do not know');
  return readingOf(parsed.output, rules());
}

/** Tells our script in a tab's page that the browser shows another address; one that is not there yet needs no telling. */
export async function tellMoved(tabId: number): Promise<void> {
  const moved: Envelope<'page.moved'> = { topic: 'page.moved', ask: null };
  await browser.tabs.sendMessage(tabId, moved, { frameId: 0 }).catch(() => undefined);
}

/** Answers messages, each by its handler, after checking its shape, that it comes from this extension, and from a part that may ask. */
export function answer(handlers: Handlers): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: Sender) => {
    if (sender.id !== browser.runtime.id) return undefined;
    const parsed = v.safeParse(envelopeSchema, message);
    if (!parsed.success) return undefined;
    const { topic, ask } = parsed.output;
    return isAnswered(topic) && mayAsk[topic](sender) ? replyTo(topic, ask, sender, handlers) : undefined;
  });
}

const isAnswered = (topic: string): topic is Answered => Object.hasOwn(asks, topic);

async function replyTo<T extends Answered>(
  topic: T,
  ask: unknown,
  sender: Sender,
  handlers: Handlers,
): Promise<Reply<T>> {
  const parsed = v.safeParse(asks[topic], ask);
  if (!parsed.success) return { ok: false, error: `a "${topic}" message of a shape we do not know` };
  try {
    return { ok: true, answer: await handlers[topic](parsed.output as Protocol[T]['ask'], sender) };
  } catch (cause) {
    return { ok: false, error: reasonOf(cause) };
  }
}
