import { samePage } from '../../core/address/same-address';
import { onRecording } from '../settings/recording';
import { onLanguage } from '../settings/settings';
import type { TabPart } from './follow-tabs';
import type { JudgedPage, JudgedPages } from './judged';
import { forgetAnswer, keepAnswer, lastAnswer, lastAnswers } from './last-answers';
import { clearVerdict, showVerdict } from './toolbar';

/**
 * Shows a judged page in the toolbar, and keeps the answer for when the page does not answer. It is kept first: a language
 * that is chosen meanwhile is asked of the answers that are kept.
 */
export async function showJudged(tabId: number, page: JudgedPage): Promise<void> {
  await keepAnswer(tabId, page);
  await showVerdict(tabId, page.verdict);
}

/** An answer stays in the toolbar while its page does: a page that only rewrites its query keeps it. */
export const toolbarOfTabs = (pages: JudgedPages): TabPart => ({
  moved: (tabId, address) =>
    void pages.inTurn(tabId, async () => {
      const shown = await lastAnswer(tabId);
      if (shown !== null && samePage(shown.verdict.address, address)) return;
      await forgetAnswer(tabId);
      await clearVerdict(tabId);
    }),
  left: (tabId) => void pages.inTurn(tabId, () => forgetAnswer(tabId)),
  replaced: (_tabId, before) => void pages.inTurn(before, () => forgetAnswer(before)),
});

/**
 * Shows every answer of the toolbar anew in the language that was chosen, and with the sign of recording or without it;
 * nothing is read, judged or written for it.
 */
export function keepToolbarTrue(pages: JudgedPages): void {
  // Each in the turn of its tab, and by then anew: a tab that moved on meanwhile has no answer any more, or another.
  const show = (tabId: number) =>
    pages.inTurn(tabId, async () => {
      const answer = await lastAnswer(tabId);
      if (answer !== null) await showVerdict(tabId, answer.verdict);
    });
  const showAll = async () => {
    await Promise.all((await lastAnswers()).map(([tabId]) => show(tabId)));
  };
  onLanguage(showAll);
  onRecording(async (recording, before) => {
    if (recording.on !== before.on) await showAll();
  });
}
