import { render } from 'preact';
import browser from 'webextension-polyfill';
import { ReaderContext } from '../../components/explanation/reader';
import { Popup } from '../../components/popup/Popup';
import { PopupError } from '../../components/popup/PopupError';
import type { Extent } from '../../core/capture/frozen-page';
import { cite } from '../../core/citation/cite';
import { explain } from '../../core/explanation/explain';
import { type Language, wordsIn } from '../../core/explanation/words';
import { type CaptureProgress, hearProgress, stopCapture } from '../../services/capture/capture-channel';
import { openCapture } from '../../services/capture/open-capture';
import { type AskedEarly, answerIn, type ItemAnswer, type PopupAnswer, send } from '../../services/messages';
import { loadRules, rules } from '../../services/rulebook/rules-in-use';
import { readLanguage, saveLanguage } from '../../services/settings';
import { extensionName } from '../../services/toolbar';

const root = document.getElementById('popup') as HTMLElement;

/** What popup-ask.ts asked while this program was being loaded. */
declare const askedEarly: AskedEarly;

/** How far a capture is that runs while the popup is open. */
let capturing: CaptureProgress | null = null;
let showAgain = (): void => undefined;

function show(tabId: number, found: PopupAnswer, language: Language): void {
  document.documentElement.lang = language;
  document.title = extensionName();
  const words = wordsIn(language);
  const choose = async (chosen: Language) => {
    show(tabId, found, chosen);
    await saveLanguage(chosen);
    // Asked again so that the toolbar's title speaks the new language too.
    await send('verdict.get', { tabId });
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
  const again = () => show(tabId, found, language);
  showAgain = again;
  const told = (answer: ItemAnswer) => ({
    ...answer,
    explanation: explain(answer.verdict, rules(), language),
  });
  render(
    <ReaderContext.Provider value={{ words, cite: (fact) => cite(fact, rules(), words) }}>
      <Popup
        {...told(found)}
        listed={found.listed.map(told)}
        logbookAddress={browser.runtime.getURL('/logbook.html')}
        galleryAddress={browser.runtime.getURL('/gallery.html')}
        isRecording={found.isRecording}
        capturing={capturing}
        onCapture={(extent) => void capture(extent)}
        onStopCapture={() => {
          stopCapture();
          capturing = null;
          again();
        }}
        historyAddress={browser.runtime.getURL(`/history.html?date=${found.verdict.date}`)}
        onLanguage={choose}
        onReload={reload}
        onReport={async () => (await import('./save-reports')).saveDriftReport(tabId, found.verdict)}
        onWrong={async (expected) =>
          (await import('./save-reports')).saveWrongCase(tabId, found.verdict, expected)
        }
        onLeave={leave}
      />
    </ReaderContext.Provider>,
    root,
  );
}

function showError(reason: string, language: Language): void {
  document.documentElement.lang = language;
  document.title = extensionName();
  const words = wordsIn(language);
  render(
    <ReaderContext.Provider value={{ words, cite: (fact) => cite(fact, rules(), words) }}>
      <PopupError
        text={words.say('popup.failed', { reason })}
        onLanguage={(chosen) => {
          showError(reason, chosen);
          void saveLanguage(chosen);
        }}
      />
    </ReaderContext.Provider>,
    root,
  );
}

async function open(): Promise<void> {
  try {
    const [{ tabId, reply }] = await Promise.all([askedEarly, loadRules()]);
    const found = answerIn<'verdict.get'>(reply);
    show(tabId, found, found.language);
    hearProgress((progress) => {
      capturing = progress;
      showAgain();
    });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    showError(reason, await readLanguage());
  }
}

void open();
