import browser from 'webextension-polyfill';
import { findSurface } from '../core/address/find-surface';
import { addressPage, type ItemReading, type Reading } from '../core/page/page';
import { itemIdIn, mergeItems } from '../core/page/read-item';
import { readPage } from '../core/page/read-page';
import { judgeReading } from '../core/verdict/judge';
import type { Verdict } from '../core/verdict/verdict';
import { nowAsIso } from './clock';
import { askPage, type ItemAnswer, type TabAnswer } from './messages';
import { readProps } from './page-props';
import { isOurs } from './permitted-hosts';
import { loadRules, rules } from './rulebook/rules-in-use';

/** Longest wait for a page's answer, in milliseconds: a busy page must not keep the popup shut. */
const pagePatience = 1500;

/** The verdict on a reading, today. */
export const verdictToday = (reading: Reading): Verdict => judgeReading(reading, rules(), nowAsIso());

/** A tab's answer, and the whole reading it rests on. */
export interface TabRead {
  readonly answer: TabAnswer;
  readonly reading: Reading;
}

/** What a tab's page says now; its address alone where it is not one of our hosts or does not answer. */
export async function answerOfTab(tabId: number): Promise<TabRead> {
  await loadRules();
  const address = await addressOf(tabId);
  const reading = isOurs(address) ? await readingOf(tabId, address) : addressOnly(address);
  const answer = { caption: null, verdict: verdictToday(reading), listed: [] };
  return (await answerFor(tabId, reading)) ?? { answer, reading };
}

/** A reading completed by what the page's own data tell; null when the tab has moved on meanwhile. */
export async function answerFor(tabId: number, reading: Reading): Promise<TabRead | null> {
  await loadRules();
  const { items, ...more } = await readMore(tabId, reading);
  if ((await addressOf(tabId)) !== reading.address) return null;
  const whole: Reading = { ...reading, ...more };
  const verdict = verdictToday(whole);
  const listed = items.map(asAnswer).filter((item) => item.verdict.basket !== 'no');
  const caption = verdict.kind === 'video' ? whole.item.caption : null;
  return { answer: { caption, verdict, listed }, reading: whole };
}

const addressOf = async (tabId: number): Promise<string> => (await browser.tabs.get(tabId)).url ?? '';

const addressOnly = (address: string): Reading => readPage(addressPage(address), rules());

/** Of a host of ours that tells us nothing, the address alone would say too much: whether its page came is not known. */
async function readingOf(tabId: number, address: string): Promise<Reading> {
  const found = await readTab(tabId);
  // The page may have moved on between the two questions: what it read then belongs to another address.
  return found?.address === address ? found : { ...addressOnly(address), look: 'no-answer' };
}

/** A tab's reading; null when the page cannot be read. Tabs from before the installation get the script first. */
async function readTab(tabId: number): Promise<Reading | null> {
  const reading = askPage(tabId).catch(async () => {
    await browser.scripting.executeScript({ target: { tabId }, files: ['/page-reader.js'] });
    return askPage(tabId);
  });
  const tooLate = new Promise<null>((resolve) => setTimeout(resolve, pagePatience, null));
  // An error page or a closed tab takes no script: then the address is all we know, and the verdict says so.
  return Promise.race([reading, tooLate]).catch(() => null);
}

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
