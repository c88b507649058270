import { render } from 'preact';
import browser from 'webextension-polyfill';
import { ReaderContext } from '../../components/explanation/reader';
import { WelcomePage } from '../../components/welcome/WelcomePage';
import { type Language, wordsIn } from '../../core/explanation/words';
import { browserKind } from '../../services/browser-kind';
import { onLanguage, readLanguage, saveLanguage } from '../../services/settings';

const root = document.getElementById('welcome') as HTMLElement;
const hosts = (browser.runtime.getManifest().host_permissions ?? []).map(
  (pattern) => new URL(pattern.replace('*', '')).host,
);

function show(language: Language): void {
  const words = wordsIn(language);
  document.documentElement.lang = language;
  document.title = words.say('label.name');
  render(
    <ReaderContext.Provider value={{ words, cite: () => null }}>
      <WelcomePage
        browser={browserKind()}
        hosts={hosts}
        onLanguage={(chosen) => {
          show(chosen);
          void saveLanguage(chosen);
        }}
      />
    </ReaderContext.Provider>,
    root,
  );
}

void readLanguage().then(show);
onLanguage(show);
