import browser from 'webextension-polyfill';
import { findSurface } from '../../core/address/find-surface';
import { samePage } from '../../core/address/same-address';
import type { ItemAnswer, Silence, TabAnswer } from '../../core/messages/protocol';
import { addressPage, type ItemReading, type Reading } from '../../core/page/page';
import { itemIdIn, mergeItems } from '../../core/page/read-item';
import { readPage } from '../../core/page/read-page';
import { judgeReading } from '../../core/verdict/judge';
import type { Verdict } from '../../core/verdict/verdict';
import { readyState } from '../../in-page/read/ready-state';
import { nowAsIso } from '../browser/clock';
import { isOurs } from '../browser/permitted-hosts';
import { within } from '../browser/within';
import { askPage } from '../messages';
import { loadRules, rules } from '../rulebook/rules-in-use';
import { readProps } from './page-props';

/** Longest wait for a page's answer, in milliseconds: a busy page must not keep the popup shut. */
const pagePatience = 1500;

/** The verdict on a reading, today. */
export const verdictToday = (reading: Reading): Verdict => judgeReading(reading, rules(), nowAsIso());

/** A tab's answer, and the whole reading it rests on. */
export interface TabRead {
  readonly answer: TabAnswer;
  readonly reading: Reading;
  /** Null where this is a judgement: the page answered, or its address is all that we may know of it. */
  readonly silence: Silence | null;
}

/** So often a page is asked that moves on between being asked and being answered for. */
const tries = 3;

/**
 * What a tab's page says now; its address alone where it is not one of our hosts. A page of ours that does not answer
 * was not judged: then `silence` says why.
 */
export async function answerOfTab(tabId: number): Promise<TabRead> {
  await loadRules();
  for (let tried = 0; tried < tries; tried += 1) {
    const { url = '', status } = await browser.tabs.get(tabId);
    if (!isOurs(url)) return byAddress(url === '' ? hidden : url, null);
    const reading = await readTab(tabId, url);
    if (reading === null) return byAddress(url, status === 'loading' ? 'loading' : 'no-answer');
    // Half a page may hold what is asked for; what it does not hold yet may still come.
    if (status === 'loading' && reading.item.outcome !== 'read' && !(await isWhole(tabId)))
      return byAddress(url, 'loading');
    // The page may have moved on between the two questions: what it read then belongs to another address.
    const found = samePage(reading.address, url) ? await answerFor(tabId, reading) : null;
    if (found) return found;
  }
  return byAddress((await browser.tabs.get(tabId)).url ?? hidden, 'no-answer');
}

/** Stands for the address of a page that the browser does not show us: never one of ours. */
const hidden = 'about:blank';

function byAddress(address: string, silence: Silence | null): TabRead {
  // Of a host of ours that tells us nothing, the address alone would say too much: whether its page came is not known.
  const look = silence === 'loading' ? 'not-yet' : silence;
  const reading: Reading = { ...addressOnly(address), look };
  return { answer: { caption: null, verdict: verdictToday(reading), listed: [] }, reading, silence };
}

/** Whether a page's own text has been parsed to its end, though pictures may still be on their way. */
async function isWhole(tabId: number): Promise<boolean> {
  const look = { target: { tabId }, injectImmediately: true, func: readyState };
  const [found] = await browser.scripting.executeScript(look).catch(() => []);
  return found?.result !== 'loading';
}

/** A reading as the page's script told it, judged. */
export function answerTold(reading: Reading): TabRead {
  const verdict = verdictToday(reading);
  const caption = verdict.kind === 'video' ? reading.item.caption : null;
  return { answer: { caption, verdict, listed: [] }, reading, silence: null };
}

/** A reading completed by what the page's own data tell; null when the tab has moved on meanwhile. */
export async function answerFor(tabId: number, reading: Reading): Promise<TabRead | null> {
  await loadRules();
  const { items, ...more } = await readMore(tabId, reading);
  if (!samePage(await addressOf(tabId), reading.address)) return null;
  const whole = answerTold({ ...reading, ...more });
  const listed = items.map(asAnswer).filter((item) => item.verdict.basket !== 'no');
  return { ...whole, answer: { ...whole.answer, listed } };
}

const addressOf = async (tabId: number): Promise<string> => (await browser.tabs.get(tabId)).url ?? '';

const addressOnly = (address: string): Reading => readPage(addressPage(address), rules());

/** Questions that no page has answered yet: one that is busy is asked once in a while, however often its answer is wanted. */
const unanswered = new Map<string, Promise<Reading>>();
/** After this long, in ms, a page that does not answer is asked again. */
const askAgain = 15_000;

/** A tab's reading; null when the page cannot be read. Tabs from before the installation get the script first. */
async function readTab(tabId: number, url: string): Promise<Reading | null> {
  const key = `${tabId} ${url}`;
  const reading = unanswered.get(key) ?? enterAndAsk(tabId);
  if (!unanswered.has(key)) {
    unanswered.set(key, reading);
    const forget = () => unanswered.get(key) === reading && unanswered.delete(key);
    reading.then(forget, forget);
    setTimeout(forget, askAgain);
  }
  // An error page or a closed tab takes no script.
  return within(pagePatience, reading).catch(() => null);
}

const enterAndAsk = (tabId: number): Promise<Reading> =>
  askPage(tabId).catch(async () => {
    // At once: a page whose end never comes gets no script of its own.
    await browser.scripting.executeScript({
      target: { tabId },
      files: ['/page-reader.js'],
      injectImmediately: true,
    });
    return askPage(tabId);
  });

interface MoreOfPage {
  readonly item?: ItemReading;
  readonly room?: Reading['room'];
  readonly items: readonly { readonly id: string; readonly reading: ItemReading }[];
}

/** What the embedded state leaves open and the page's own data may tell. */
async function readMore(tabId: number, reading: Reading): Promise<MoreOfPage> {
  if (!reading.wasRead || reading.item.outcome === 'read') return { items: [] };
  const url = new URL(reading.address);
  const itemId = itemIdIn(url.pathname, rules().signals);
  const { rule, kind } = findSurface(url, rules().hosts);
  if (itemId !== null) return withItem(await readProps(tabId, 'item', itemId));
  if (kind === 'live') return { room: (await readProps(tabId, 'room')).room, items: [] };
  if (rule?.items === 'in-view') return withItem(await readProps(tabId, 'in-view'));
  if (rule?.items === 'listed') return { items: (await readProps(tabId, 'listed')).items };
  return { items: [] };
}

function withItem({ items }: Awaited<ReturnType<typeof readProps>>): MoreOfPage {
  const item = mergeItems(items.map(({ reading }) => reading));
  return item === null ? { items: [] } : { item, items: [] };
}

/** An item of a grid, judged as if its own page were open. */
function asAnswer({ id, reading }: { id: string; reading: ItemReading }): ItemAnswer {
  const address = `https://www.tiktok.com/@/video/${id}`;
  return {
    caption: reading.caption,
    verdict: verdictToday({ ...addressOnly(address), wasRead: true, item: reading }),
  };
}
