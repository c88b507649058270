import browser from 'webextension-polyfill';
import type { Verdict } from '../../core/verdict/verdict';

/** What was last said of a tab's page, and the caption of the item it was said of. */
export interface LastAnswer {
  readonly verdict: Verdict;
  readonly caption: string | null;
}

/** In memory, for the session only: the background does not live as long as a page. */
const keyOf = (tabId: number): string => `answer-${tabId}`;

/** The last answer on the page that a tab shows; null where it was not judged since it came. */
export const lastAnswer = async (tabId: number): Promise<LastAnswer | null> =>
  ((await browser.storage.session.get(keyOf(tabId)))[keyOf(tabId)] as LastAnswer | undefined) ?? null;

export const keepAnswer = (tabId: number, { verdict, caption }: LastAnswer): Promise<void> =>
  browser.storage.session.set({ [keyOf(tabId)]: { verdict, caption } satisfies LastAnswer });

export const forgetAnswer = (tabId: number): Promise<void> => browser.storage.session.remove(keyOf(tabId));

/** Calls back with each new answer on a tab's page. */
export function onAnswer(tabId: number, callback: (answer: LastAnswer) => void): void {
  browser.storage.session.onChanged.addListener((changes) => {
    const answer = changes[keyOf(tabId)]?.newValue as LastAnswer | undefined;
    if (answer !== undefined) callback(answer);
  });
}

/** Every tab's last answer. */
export async function lastAnswers(): Promise<(readonly [number, LastAnswer])[]> {
  const kept = await browser.storage.session.get(null);
  return Object.entries(kept).flatMap(([key, value]) => {
    const [, tabId] = /^answer-(\d+)$/.exec(key) ?? [];
    return tabId === undefined ? [] : [[Number(tabId), value as LastAnswer] as const];
  });
}
