import browser from 'webextension-polyfill';
import { defineBackground } from 'wxt/utils/define-background';
import { samePage } from '../core/address/same-address';
import { contactOfTiming } from '../core/flow/contact-of-timing';
import type { PopupAnswer } from '../core/messages/protocol';
import { readingOf } from '../core/page/read-page';
import { howBegun } from '../services/browser/how-begun';
import { isOurs } from '../services/browser/permitted-hosts';
import { welcomeOnce } from '../services/browser/welcome';
import { captureOnCommand } from '../services/capture/open-capture';
import { eraseEverything } from '../services/data/erase-everything';
import { followRecording, recordOfTabs, resumeRecording } from '../services/log/write/follow-recording';
import { HeldContacts } from '../services/log/write/held-contacts';
import { recordContacts, recordPage } from '../services/log/write/recorder';
import { watchRequests } from '../services/log/write/watch-requests';
import { answer, askPage, tellMoved } from '../services/messages';
import { noteOf, notesOfTabs, putNote, silenceNotes } from '../services/note/put-note';
import { loadRules, rules, rulesSignedBy } from '../services/rulebook/rules-in-use';
import { onManaged } from '../services/settings/kept-settings';
import { obeyPolicy, readRecording } from '../services/settings/recording';
import { readLanguage } from '../services/settings/settings';
import { enterOpenPages } from '../services/tabs/enter-open-pages';
import { followTabs, type TabPart } from '../services/tabs/follow-tabs';
import { type JudgedPage, JudgedPages, type Why } from '../services/tabs/judged';
import { lastAnswer } from '../services/tabs/last-answers';
import { answerFor, answerOfTab, answerTold, type TabRead } from '../services/tabs/tab-verdict';
import { keepToolbarTrue, showJudged, toolbarOfTabs } from '../services/tabs/toolbar-of-tabs';

export default defineBackground(() => {
  const begun = howBegun();
  let isResumed = false;
  // Until the record of before is taken up no page is in it: contacts wait for their own.
  const held = new HeldContacts((tabId, contacts) =>
    isResumed
      ? recordContacts(tabId, contacts)
      : resumed.then(() => pages.inTurn(tabId, () => recordContacts(tabId, contacts))),
  );
  void loadRules();
  welcomeOnce();
  void obeyPolicy();
  onManaged(() => void obeyPolicy());
  captureOnCommand();
  followRecording();

  /** The record of before is taken up, or ended, before anything is added to it. */
  const resumed = resumeRecording(begun)
    .catch(() => [])
    .finally(() => {
      isResumed = true;
    });
  const pages = new JudgedPages({
    isThere: async (tabId, { reading }) => {
      const tab = await browser.tabs.get(tabId).catch(() => null);
      return tab !== null && (tab.url === undefined || samePage(tab.url, reading.address));
    },
    toolbar: showJudged,
    record: async (tabId, { reading, verdict }) => {
      await resumed;
      await recordPage(tabId, reading, verdict);
    },
    contacts: (tabId) => held.pageThere(tabId),
    note: (tabId, { verdict }) => putNote(tabId, verdict),
  });
  keepToolbarTrue(pages);
  const pageOfTabs: TabPart = { moved: (tabId, address) => void (isOurs(address) && tellMoved(tabId)) };
  followTabs([watchRequests(held), recordOfTabs(held), toolbarOfTabs(pages), notesOfTabs, pageOfTabs]);

  const judged = (tabId: number, found: TabRead, why: Why): Promise<boolean> =>
    pages.judged(tabId, asPage(found), why);
  const lookAgain = async (tabId: number): Promise<void> => {
    const found = await answerOfTab(tabId);
    if (found.silence === null) await judged(tabId, found, 'resumed');
  };
  // A tab may be closed while we look at it.
  void resumed.then((tabs) => Promise.all(tabs.map((tabId) => lookAgain(tabId).catch(() => undefined))));
  void begun.then((how) => (how === 'renewed' ? enterOpenPages() : undefined));

  answer({
    'page.seen': async ({ why, page: seen }, { tab }) => {
      await loadRules();
      if (tab?.id === undefined) return { isSettled: true };
      // The script in the page knows the rules that it was built with: by others the page is read once more.
      const reading = rulesSignedBy() === null ? readingOf(seen, rules()) : await askPage(tab.id);
      // A page that has just loaded tells of itself; its program is asked only where its state is about something else.
      const isTold = why === 'loaded' && reading.item.outcome !== 'other-item';
      const found = isTold ? answerTold(reading) : await answerFor(tab.id, reading);
      if (found === null || !(await judged(tab.id, found, why))) return { isSettled: false };
      const { unread } = found.answer.verdict;
      // What is not there yet may still come; the item of a page that moved on within itself is drawn a while later.
      return {
        isSettled:
          reading.look !== 'not-yet' && (why === 'loaded' || unread.every(({ what }) => what !== 'item')),
      };
    },
    'hosts.seen': async ({ hosts }, { tab, url }) => {
      if (tab?.id === undefined || tab.incognito) return null;
      await loadRules();
      const contacts = hosts.flatMap((host) => contactOfTiming(host, rules().hosts) ?? []);
      // The last words of a page that is gone belong to its own step, not to the page that came after it.
      if (samePage(url ?? '', tab.url ?? '')) held.add(tab.id, contacts);
      else if (contacts.length > 0) await recordContacts(tab.id, contacts);
      return null;
    },
    'verdict.get': async ({ tabId }) => {
      const [found, language, { on: isRecording }] = await Promise.all([
        answerOfTab(tabId),
        readLanguage(),
        readRecording(),
      ]);
      // The person waits for the answer, not for the toolbar.
      if (found.silence === null) void judged(tabId, found, 'asked');
      return { ...(await withLast(tabId, found)), language, isRecording };
    },
    'judgement.get': async ({ tabId }) => {
      const { reading, answer } = await answerOfTab(tabId);
      return { reading, verdict: answer.verdict };
    },
    'note.get': async (_ask, { tab }) => (tab?.id === undefined ? null : noteOf(tab.id)),
    'note.silence': silenceNotes,
    'data.erase': async () => ({ exports: await eraseEverything() }),
  });
});

const asPage = ({ reading, answer: { verdict, caption } }: TabRead): JudgedPage => ({
  reading,
  verdict,
  caption,
});

/** Where a page does not answer, what it said last stands, and is called that. */
async function withLast(
  tabId: number,
  { answer, silence, reading }: TabRead,
): Promise<Omit<PopupAnswer, 'language' | 'isRecording'>> {
  const last = silence === null ? null : await lastAnswer(tabId);
  const isLast = last !== null && samePage(last.verdict.address, reading.address);
  return { ...answer, ...(isLast && last), silence, isLast };
}
