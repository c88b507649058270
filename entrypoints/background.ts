import browser from 'webextension-polyfill';
import { defineBackground } from 'wxt/utils/define-background';
import { contactOfTiming } from '../core/flow/contact-of-timing';
import { readingOf } from '../core/page/read-page';
import { captureOnCommand } from '../services/capture/open-capture';
import { eraseEverything } from '../services/data/erase-everything';
import { followRecording } from '../services/log/follow-recording';
import { HeldContacts } from '../services/log/held-contacts';
import { recordContacts, recordPage } from '../services/log/recorder';
import { watchRequests } from '../services/log/watch-requests';
import { answer, askPage } from '../services/messages';
import { followNotes, noteOf, putNote, silenceNotes } from '../services/note/put-note';
import { isOurs } from '../services/permitted-hosts';
import { onPolicy } from '../services/policy';
import { obeyPolicy, readRecording } from '../services/recording';
import { loadRules, rules, rulesSignedBy } from '../services/rulebook/rules-in-use';
import { readLanguage } from '../services/settings';
import { answerFor, answerOfTab, type TabRead, verdictToday } from '../services/tab-verdict';
import { clearVerdict, showVerdict } from '../services/toolbar';
import { welcomeOnce } from '../services/welcome';

/** Waits before looking at a page that moved on within itself, in ms: it draws the new item first, slow devices late. */
const patience = [60, 240, 1200];

export default defineBackground(() => {
  const held = new HeldContacts(recordContacts);
  void loadRules();
  welcomeOnce();
  void obeyPolicy();
  onPolicy(() => void obeyPolicy());
  captureOnCommand();
  followRecording(held);
  watchRequests(held);
  followNotes();

  answer({
    'page.seen': async (seen, { tab }) => {
      await loadRules();
      // The script in the page knows the rules that it was built with: by others the page is read once more.
      if (tab?.id === undefined) return { isSettled: true };
      const reading = rulesSignedBy() === null ? readingOf(seen, rules()) : await askPage(tab.id);
      if (tab.url === reading.address) {
        const verdict = verdictToday(reading);
        await showVerdict(tab.id, verdict);
        await recordPage(tab.id, reading, verdict);
        held.pageThere(tab.id);
        await putNote(tab.id, verdict);
      }
      return { isSettled: reading.look !== 'not-yet' };
    },
    'hosts.seen': async ({ hosts }, { tab, url }) => {
      if (tab?.id === undefined || tab.incognito) return null;
      await loadRules();
      const contacts = hosts.flatMap((host) => contactOfTiming(host, rules().hosts) ?? []);
      // The last words of a page that is gone belong to its own step, not to the page that came after it.
      if (url === tab.url) held.add(tab.id, contacts);
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
      void show(tabId, found);
      return { ...found.answer, language, isRecording };
    },
    'judgement.get': async ({ tabId }) => {
      const { reading, answer } = await answerOfTab(tabId);
      return { reading, verdict: answer.verdict };
    },
    'note.get': async (_ask, { tab }) => (tab?.id === undefined ? null : noteOf(tab.id)),
    'note.silence': async (_ask, { tab }) => silenceNotes(tab?.id ?? -1),
    'data.erase': async () => ({ exports: await eraseEverything() }),
  });

  /** How often each tab has moved: an answer counts only while its tab has not moved again. */
  const moves = new Map<number, number>();

  browser.tabs.onUpdated.addListener(async (tabId, { url }) => {
    if (url === undefined) return;
    const move = (moves.get(tabId) ?? 0) + 1;
    moves.set(tabId, move);
    await clearVerdict(tabId);
    if (!isOurs(url)) return;
    for (const wait of patience) {
      await new Promise((resolve) => setTimeout(resolve, wait));
      // After an in-page navigation our script is still there and reads again; after a load the new page
      // speaks for itself, and the old one's last words are recognised by their address.
      const reading = await askPage(tabId).catch(() => null);
      if (moves.get(tabId) !== move || reading?.address !== url) return;
      const found = await answerFor(tabId, reading);
      if (moves.get(tabId) !== move || found === null) return;
      await show(tabId, found);
      await putNote(tabId, found.answer.verdict);
      if (found.answer.verdict.unread.every(({ what }) => what !== 'item')) return;
    }
  });
  browser.tabs.onRemoved.addListener((tabId) => {
    moves.delete(tabId);
  });
});

async function show(tabId: number, { answer: { verdict }, reading }: TabRead): Promise<void> {
  await showVerdict(tabId, verdict);
  await recordPage(tabId, reading, verdict);
}
