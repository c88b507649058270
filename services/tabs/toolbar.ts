import browser from 'webextension-polyfill';
import { shortAnswer } from '../../core/explanation/answer';
import type { AnswerState } from '../../core/explanation/state-of';
import { wordsIn } from '../../core/explanation/words';
import type { Verdict } from '../../core/verdict/verdict';
import { isTabGone } from '../browser/browser-errors';
import { rules } from '../rulebook/rules-in-use';
import { readRecording } from '../settings/recording';
import { readLanguage } from '../settings/settings';

type Mark = 'plain' | 'tokopedia' | 'other' | 'none' | 'unknown' | 'alert';

/** Which drawing of public/icon stands for which state. */
const marks: Record<AnswerState, Mark> = {
  tokopedia: 'tokopedia',
  'other-region': 'other',
  'not-yet': 'none',
  'own-shop': 'other',
  closed: 'none',
  transition: 'unknown',
  none: 'none',
  native: 'none',
  seller: 'none',
  lookalike: 'alert',
  elsewhere: 'plain',
  check: 'unknown',
  conflicting: 'unknown',
  drift: 'unknown',
  stale: 'unknown',
  dropped: 'unknown',
  browse: 'plain',
  'live-basket': 'unknown',
  unknown: 'unknown',
};

/** A badge covers the drawing: only an imitation is worth that. */
const warning = { text: '!', ground: '#b3261e', letters: '#ffffff' };

const icons = (mark: Mark, isRecording: boolean): Record<number, string> =>
  Object.fromEntries(
    [16, 24, 32].map((size) => [size, `/icon/${mark}${isRecording ? '-recording' : ''}-${size}.png`]),
  );

/** Shows a tab's verdict in the toolbar: its drawing, and the answer as the title. */
export async function showVerdict(tabId: number, verdict: Verdict): Promise<void> {
  const { on: isRecording } = await readRecording();
  const { state, title } = await shownOf(verdict, isRecording);
  const mark = marks[state];
  await onTab(() =>
    Promise.all([
      browser.action.setIcon({ tabId, path: icons(mark, isRecording) }),
      ...(mark === 'alert' ? warn(tabId) : [browser.action.setBadgeText({ tabId, text: '' })]),
      browser.action.setTitle({ tabId, title }),
    ]),
  );
}

function warn(tabId: number): Promise<void>[] {
  // Safari has no word for the letters' colour; the title is what a screen reader tells.
  const { setBadgeTextColor } = browser.action as Partial<typeof browser.action>;
  return [
    browser.action.setBadgeText({ tabId, text: warning.text }),
    browser.action.setBadgeBackgroundColor({ tabId, color: warning.ground }),
    setBadgeTextColor?.({ tabId, color: warning.letters }) ?? Promise.resolve(),
  ];
}

async function shownOf(verdict: Verdict, isRecording: boolean) {
  const words = wordsIn(await readLanguage());
  const { state, answer } = shortAnswer(verdict, rules(), words);
  const shown = words.say('popup.title', { name: extensionName(), answer: answer.text });
  const title = isRecording ? words.say('popup.title-recording', { title: shown }) : shown;
  return { state, title };
}

/** Takes the last answer off a tab whose page has changed, until the new page is judged. */
export async function clearVerdict(tabId: number): Promise<void> {
  const { on: isRecording } = await readRecording();
  await onTab(() =>
    Promise.all([
      browser.action.setIcon({ tabId, path: icons('plain', isRecording) }),
      browser.action.setBadgeText({ tabId, text: '' }),
      browser.action.setTitle({ tabId, title: extensionName() }),
    ]),
  );
}

/** The dot of recording on every tab that shows no verdict, in every window. */
export const showRecording = (isRecording: boolean): Promise<void> =>
  browser.action.setIcon({ path: icons('plain', isRecording) });

/** In the browser's language. Not getMessage(): now and then a process of Chromium has no message at all. */
export const extensionName = (): string => browser.runtime.getManifest().name;

/** A tab may be closed while its toolbar is being set: then there is nothing left to show. */
async function onTab(change: () => Promise<unknown>): Promise<void> {
  try {
    await change();
  } catch (cause) {
    if (!isTabGone(cause)) throw cause;
  }
}
