import { render } from 'preact';
import browser from 'webextension-polyfill';
import { ReaderContext } from '../../components/explanation/reader';
import { type NotNow, Popup } from '../../components/popup/Popup';
import { PopupError } from '../../components/popup/PopupError';
import type { Extent } from '../../core/capture/shots/frozen-page';
import { cite } from '../../core/citation/cite';
import { explain } from '../../core/explanation/explain';
import { type Language, wordsIn } from '../../core/explanation/words';
import type { ItemAnswer, PopupAnswer } from '../../core/messages/protocol';
import { failureOf, isTabGone, reasonOf } from '../../services/browser/browser-errors';
import { type CaptureProgress, hearProgress, stopCapture } from '../../services/capture/capture-channel';
import { openCapture } from '../../services/capture/open-capture';
import { type AskedEarly, answerIn, send } from '../../services/messages';
import { loadRules, rules } from '../../services/rulebook/rules-in-use';
import { onLanguage, readLanguage, saveLanguage } from '../../services/settings/settings';
import { extensionName } from '../../services/tabs/toolbar';
import { watchAnswer } from '../../services/tabs/watch-answer';

const root = document.getElementById('popup') as HTMLElement;

/** What popup-ask.ts asked while this program was being loaded. */
declare const askedEarly: AskedEarly;

/** How far a capture is that runs while the popup is open. */
let capturing: CaptureProgress | null = null;
let showAgain = (): void => undefined;
/** The language that was chosen while the popup is open. */
let inLanguage: Language | null = null;

/** From a sign that the tab shows something else to the question what, in ms: signs come in groups. */
const pause = 300;
/** From an answer that the page did not give itself to the next question, in ms. */
const silentPause = 1000;

function notNowOf({ silence, isLast }: PopupAnswer): NotNow | null {
  if (silence === null) return null;
  if (silence === 'loading') return 'loading';
  return isLast ? 'silent' : 'silent-unknown';
}

function show(tabId: number, found: PopupAnswer, language: Language, notNow = notNowOf(found)): void {
  document.documentElement.lang = language;
  const words = wordsIn(language);
  const choose = async (chosen: Language) => {
    inLanguage = chosen;
    again();
    await saveLanguage(chosen);
  };
  const reload = async () => {
    await browser.tabs.reload(tabId);
    window.close();
  };
  const leave = async () => {
    await browser.tabs.remove(tabId);
    window.close();
  };
  const capture = async (extent: Extent) => {
    const tab = await browser.tabs.get(tabId);
    await openCapture(tab, extent);
    // Shown at once; then the capture's own page tells how far it is. The popup stays, as the place to stop it.
    if (!tab.incognito) capturing = { done: 0, all: 1 };
    again();
  };
  const again = () => show(tabId, found, inLanguage ?? language, notNow);
  showAgain = again;
  const tried = (work: () => Promise<unknown>) =>
    void failureOf(work).then((reason) => reason !== null && showError(reason, inLanguage ?? language));
  const told = (answer: ItemAnswer) => ({
    ...answer,
    explanation: explain(answer.verdict, rules(), language),
  });
  const answered = told(found);
  // What a screen reader says first, and a tab's label, is the answer.
  document.title = answered.explanation.answer.text;
  render(
    <ReaderContext.Provider value={{ words, cite: (fact) => cite(fact, rules(), words) }}>
      <Popup
        notNow={notNow}
        {...answered}
        listed={found.listed.map(told)}
        logbookAddress={browser.runtime.getURL('/logbook.html')}
        galleryAddress={browser.runtime.getURL('/gallery.html')}
        isRecording={found.isRecording}
        capturing={capturing}
        onCapture={(extent) => tried(() => capture(extent))}
        onStopCapture={() => {
          stopCapture();
          capturing = null;
          again();
        }}
        historyAddress={browser.runtime.getURL(`/history.html?date=${found.verdict.date}`)}
        onLanguage={(chosen) => tried(() => choose(chosen))}
        onReload={() => tried(reload)}
        onReport={async () => (await import('./save-reports')).saveDriftReport(tabId, found.verdict)}
        onWrong={async (expected) =>
          (await import('./save-reports')).saveWrongCase(tabId, found.verdict, expected)
        }
        onLeave={() => tried(leave)}
      />
    </ReaderContext.Provider>,
    root,
  );
}

function showError(reason: string, language: Language): void {
  document.documentElement.lang = language;
  document.title = extensionName();
  showAgain = () => showError(reason, inLanguage ?? language);
  const words = wordsIn(language);
  render(
    <ReaderContext.Provider value={{ words, cite: (fact) => cite(fact, rules(), words) }}>
      <PopupError
        text={isTabGone(reason) ? words.say('popup.tab-gone') : words.say('popup.failed', { reason })}
        onAgain={() => location.reload()}
        onLanguage={(chosen) => {
          inLanguage = chosen;
          showError(reason, chosen);
          void saveLanguage(chosen);
        }}
      />
    </ReaderContext.Provider>,
    root,
  );
}

/** Keeps the open popup in step with its tab: asks anew when that shows something else, and while its page is silent. */
function follow(tabId: number, first: PopupAnswer): void {
  let found = first;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked = 0;
  const language = () => inLanguage ?? found.language;
  const askIn = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void ask(), ms);
  };
  const ask = async () => {
    asked += 1;
    const turn = asked;
    try {
      const answer = await send('verdict.get', { tabId });
      // Asked once more meanwhile: that answer counts.
      if (turn !== asked) return;
      found = answer;
      show(tabId, found, language());
      if (found.silence !== null) askIn(silentPause);
    } catch (cause) {
      if (turn === asked) showError(reasonOf(cause), language());
    }
  };
  watchAnswer(tabId, {
    shown: () => found.verdict,
    moved: () => {
      show(tabId, found, language(), 'moved');
      askIn(silentPause);
    },
    changed: () => askIn(pause),
  });
  if (found.silence !== null) askIn(silentPause);
}

async function open(): Promise<void> {
  performance.mark('loaded');
  onLanguage((language) => {
    inLanguage = language;
    showAgain();
  });
  try {
    const [{ tabId, reply }] = await Promise.all([askedEarly, loadRules()]);
    const found = answerIn<'verdict.get'>(reply);
    show(tabId, found, found.language);
    performance.mark('drawn');
    follow(tabId, found);
    hearProgress((progress) => {
      capturing = progress;
      showAgain();
    });
  } catch (cause) {
    showError(reasonOf(cause), await readLanguage());
  }
}

void open();
