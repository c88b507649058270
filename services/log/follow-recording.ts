import browser from 'webextension-polyfill';
import { isOurs } from '../permitted-hosts';
import { obeyPolicy, onRecording, readRecording } from '../recording';
import { answerOfTab } from '../tab-verdict';
import { showRecording } from '../toolbar';
import type { HeldContacts } from './held-contacts';
import { now, record, recordPage, tabsOfOpenFlows } from './recorder';

const observer = 'host-observer';
const sameBrowser = 'browserIsTheSame';

/** Keeps what hangs on recording in step with it: the observer in pages, the flows of tabs that go, a new start. */
export function followRecording(held: HeldContacts): void {
  onRecording(async (recording, before) => {
    if (recording.on === before.on) return;
    // Whoever wrote it there: what the organisation forbids does not begin.
    if (recording.on && !(await readRecording()).on) return obeyPolicy();
    void quietly(showRecording(recording.on));
    void (recording.on ? startObserver() : stopObserver());
    if (!recording.on) void quietly(record({ what: 'stopped', ts: now() }));
  });
  browser.tabs.onRemoved.addListener((tabId) => {
    held.flush(tabId);
    void quietly(record({ what: 'left', tabId, how: 'closed', ts: now() }));
  });
  browser.tabs.onUpdated.addListener((tabId, { status }, { url }) => {
    if (status === 'loading') held.pageComing(tabId);
    if (status !== 'complete') return;
    held.pageThere(tabId);
    // A finished page of none of our hosts, whose address is hidden or not: the flow's tab went elsewhere.
    if (isOurs(url ?? '')) return;
    held.flush(tabId);
    void quietly(record({ what: 'left', tabId, how: 'elsewhere', ts: now() }));
  });
  void quietly(resume());
}

/** After the browser stopped our background, the flow goes on; after the browser itself was ended, it does not. */
async function resume(): Promise<void> {
  if (!(await readRecording()).on) return;
  await showRecording(true);
  const { [sameBrowser]: isSame } = await browser.storage.session.get(sameBrowser);
  await browser.storage.session.set({ [sameBrowser]: true });
  const tabs = await tabsOfOpenFlows();
  if (tabs.length === 0) return;
  await record({ what: isSame ? 'resumed' : 'restarted', ts: now() });
  if (!isSame) return;
  // What happened while nobody listened is read again; what was written before is not written twice.
  for (const tabId of tabs) {
    const tab = await browser.tabs.get(tabId).catch(() => null);
    if (tab === null) await record({ what: 'left', tabId, how: 'closed', ts: now() });
    else if (isOurs(tab.url ?? '')) {
      const { reading, answer } = await answerOfTab(tabId);
      await recordPage(tabId, reading, answer.verdict);
    }
  }
}

async function startObserver(): Promise<void> {
  await browser.storage.session.set({ [sameBrowser]: true });
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

const stopObserver = (): Promise<void> =>
  quietly(browser.scripting.unregisterContentScripts({ ids: [observer] }));

/** What fails here has stopped recording and said so already, or has nothing left to do. */
const quietly = (work: Promise<unknown>): Promise<void> => work.then(() => undefined).catch(() => undefined);
