import browser from 'webextension-polyfill';
import type { Reading } from '../core/page/page';
import { readSignals } from '../core/page/read-signals';
import { builtInRulebook } from '../core/rulebook/built-in';
import { judgeReading } from '../core/verdict/judge';
import type { Verdict } from '../core/verdict/verdict';
import { nowAsIso } from './clock';
import { askPage } from './messages';

/** Longest wait for a page's answer, in milliseconds: a busy page must not keep the popup shut. */
const pagePatience = 1500;

/** The verdict on a reading, today. */
export const verdictToday = (reading: Reading): Verdict => judgeReading(reading, builtInRulebook, nowAsIso());

/** What a tab's page says now; its address alone where it is not one of our hosts or does not answer. */
export async function verdictOfTab(tabId: number): Promise<Verdict> {
  const address = (await browser.tabs.get(tabId)).url ?? '';
  const reading = isOurs(address) ? await readTab(tabId) : null;
  // The page may have moved on between the two questions: what it read then belongs to another address.
  const isCurrent = reading !== null && reading.address === address;
  return verdictToday(isCurrent ? reading : addressOnly(address));
}

const addressOnly = (address: string): Reading =>
  readSignals({ address, states: null, marks: [] }, builtInRulebook.signals);

/** Whether the manifest lets us read pages at this address. */
export function isOurs(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, host } = new URL(address);
  const permitted = browser.runtime.getManifest().host_permissions ?? [];
  return protocol === 'https:' && permitted.includes(`https://${host}/*`);
}

/** A tab's reading; null when the page cannot be read. Tabs from before the installation get the script first. */
async function readTab(tabId: number): Promise<Reading | null> {
  const reading = askPage(tabId).catch(async () => {
    await browser.scripting.executeScript({ target: { tabId }, files: ['/content-scripts/content.js'] });
    return askPage(tabId);
  });
  const tooLate = new Promise<null>((resolve) => setTimeout(resolve, pagePatience, null));
  // An error page or a closed tab takes no script: then the address is all we know, and the verdict says so.
  return Promise.race([reading, tooLate]).catch(() => null);
}
