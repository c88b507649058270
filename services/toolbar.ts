import browser from 'webextension-polyfill';
import { shortAnswer } from '../core/explanation/answer';
import type { AnswerState } from '../core/explanation/state-of';
import { wordsIn } from '../core/explanation/words';
import type { Verdict } from '../core/verdict/verdict';
import { isTabGone } from './browser-errors';
import { readRecording } from './recording';
import { rules } from './rulebook/rules-in-use';
import { readLanguage } from './settings';

type Mark = 'plain' | 'tokopedia' | 'other' | 'none' | 'unknown' | 'alert';

/** Which drawing of public/icon stands for which state, and the badge's ground. */
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

const grounds: Record<Mark, string> = {
  plain: '#5b6470',
  tokopedia: '#0b7a3b',
  other: '#1f5fa8',
  none: '#5b6470',
  unknown: '#8a5a00',
  alert: '#b3261e',
};

/** While flows are recorded the badge is red, whatever it says; where it says nothing it is a dot. */
const recordingGround = '#b3261e';
const recordingSign = '●';

const icons = (mark: Mark): Record<number, string> => ({
  16: `/icon/${mark}-16.png`,
  32: `/icon/${mark}-32.png`,
});

/** Shows a tab's verdict in the toolbar: icon, short badge, and the answer as the title. */
export async function showVerdict(tabId: number, verdict: Verdict): Promise<void> {
  const { on: isRecording } = await readRecording();
  const { state, badge, title } = await shownOf(verdict, isRecording);
  const mark = marks[state];
  const { setBadgeTextColor } = browser.action as Partial<typeof browser.action>;
  await onTab(() =>
    Promise.all([
      browser.action.setIcon({ tabId, path: icons(mark) }),
      browser.action.setBadgeText({ tabId, text: badge || (isRecording ? recordingSign : '') }),
      browser.action.setBadgeBackgroundColor({ tabId, color: isRecording ? recordingGround : grounds[mark] }),
      // Safari has no such word; the title, set after it, is what a screen reader tells.
      setBadgeTextColor?.({ tabId, color: '#ffffff' }),
      browser.action.setTitle({ tabId, title }),
    ]),
  );
}

/** Says a tab's verdict in the reader's language, which was changed; all else stays. */
export async function retellVerdict(tabId: number, verdict: Verdict): Promise<void> {
  const { title } = await shownOf(verdict, (await readRecording()).on);
  await onTab(() => browser.action.setTitle({ tabId, title }));
}

async function shownOf(verdict: Verdict, isRecording: boolean) {
  const words = wordsIn(await readLanguage());
  const { state, answer, badge } = shortAnswer(verdict, rules(), words);
  const shown = words.say('popup.title', { name: extensionName(), answer: answer.text });
  const title = isRecording ? words.say('popup.title-recording', { title: shown }) : shown;
  return { state, badge, title };
}

/** Takes the last answer off a tab whose page has changed, until the new page is judged. */
export async function clearVerdict(tabId: number): Promise<void> {
  const { on: isRecording } = await readRecording();
  await onTab(() =>
    Promise.all([
      browser.action.setIcon({ tabId, path: icons('plain') }),
      browser.action.setBadgeText({ tabId, text: isRecording ? recordingSign : '' }),
      browser.action.setTitle({ tabId, title: extensionName() }),
    ]),
  );
}

/** The sign on every tab that shows no verdict, in every window. */
export const showRecording = (isRecording: boolean): Promise<unknown> =>
  Promise.all([
    browser.action.setBadgeText({ text: isRecording ? recordingSign : '' }),
    browser.action.setBadgeBackgroundColor({ color: recordingGround }),
  ]);

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
