import * as v from 'valibot';
import browser, { type Runtime } from 'webextension-polyfill';
import type { Envelope, Protocol, Reply } from '../core/messages/protocol';
import type { Reading } from '../core/page/page';
import { readingOf } from '../core/page/read-page';
import { seenPageSchema } from '../core/page/reading-schema';
import { reasonOf } from './browser/browser-errors';
import { isOurs } from './browser/permitted-hosts';
import { loadRules, rules, rulesSignedBy } from './rulebook/rules-in-use';

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
