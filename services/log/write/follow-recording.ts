import browser from 'webextension-polyfill';
import type { Begun } from '../../browser/how-begun';
import { obeyPolicy, onRecording, readRecording } from '../../settings/recording';
import type { TabPart } from '../../tabs/follow-tabs';
import { showRecording } from '../../tabs/toolbar';
import type { HeldContacts } from './held-contacts';
import { now, record, tabsOfOpenFlows } from './recorder';

const observer = 'host-observer';

/** Keeps what hangs on recording in step with it: the sign in the toolbar, the observer in pages, the end of flows. */
export function followRecording(): void {
  onRecording(async (recording, before) => {
    if (recording.on === before.on) return;
    // Whoever wrote it there: what the organisation forbids does not begin.
    if (recording.on && !(await readRecording()).on) return obeyPolicy();
    void quietly(showRecording(recording.on));
    void quietly(recording.on ? startObserver() : stopObserver());
    if (!recording.on) void quietly(record({ what: 'stopped', ts: now() }));
  });
}

/** The record of tabs: what is held of a page is written before the next one comes, and a flow ends with its last tab. */
export const recordOfTabs = (held: HeldContacts): TabPart => ({
  coming: (tabId) => held.pageComing(tabId),
  moved: (tabId) => held.pageMoved(tabId),
  loaded: (tabId) => held.pageThere(tabId),
  left: (tabId, how) => {
    held.pageThere(tabId);
    held.flush(tabId);
    void quietly(record({ what: 'left', tabId, how, ts: now() }));
  },
  replaced: (tabId, before) => {
    held.replaced(tabId, before);
    void quietly(record({ what: 'replaced', tabId, before, ts: now() }));
  },
});

/** Time for the browser to tell that it gave a tab another number, in ms: that may be what woke us. */
const replacedPatience = 300;

/**
 * Takes recording up again as the background begins. Flows go on where the browser ran on, and end where it was started
 * anew: none of their tabs is there any more.
 *
 * @returns the tabs of flows that go on: what happened there while nobody listened is to be read again
 */
export async function resumeRecording(begun: Promise<Begun>): Promise<readonly number[]> {
  if (!(await readRecording()).on) return [];
  await showRecording(true);
  // An update takes the observer away, whatever was asked of the browser when it was registered.
  await startObserver();
  const how = await begun;
  const tabs = how === 'started' ? [] : await tabsOfOpenFlows();
  // Also without a flow: the time in which the browser was closed was not recorded.
  if (how === 'started' || (how === 'renewed' && (await areAllGone(tabs)))) {
    await record({ what: 'restarted', ts: now() });
    return [];
  }
  if (tabs.length === 0) return [];
  await record({ what: 'resumed', ts: now() });
  await new Promise((resolve) => setTimeout(resolve, replacedPatience));
  const still: number[] = [];
  // Read again: one may have got another number meanwhile.
  for (const tabId of await tabsOfOpenFlows()) {
    const tab = await browser.tabs.get(tabId).catch(() => null);
    if (tab === null) await record({ what: 'left', tabId, how: 'closed', ts: now() });
    else still.push(tabId);
  }
  return still;
}

/** A browser that was killed soon after the installation does not tell that it was started; its tabs tell. */
async function areAllGone(tabs: readonly number[]): Promise<boolean> {
  const known = await Promise.all(tabs.map((tabId) => browser.tabs.get(tabId).catch(() => null)));
  return tabs.length > 0 && known.every((tab) => tab === null);
}

async function startObserver(): Promise<void> {
  const known = await browser.scripting.getRegisteredContentScripts({ ids: [observer] });
  if (known.length > 0) return;
  await browser.scripting.registerContentScripts([
    {
      id: observer,
      matches: browser.runtime.getManifest().content_scripts?.[0]?.matches ?? [],
      js: ['host-observer.js'],
      runAt: 'document_start',
      persistAcrossSessions: true,
    },
  ]);
}

const stopObserver = (): Promise<void> => browser.scripting.unregisterContentScripts({ ids: [observer] });

/** What fails here has stopped recording and said so already, or has nothing left to do. */
const quietly = (work: Promise<unknown>): Promise<void> => work.then(() => undefined).catch(() => undefined);
