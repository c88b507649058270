import browser from 'webextension-polyfill';
import { WelcomePage } from '../../components/welcome/WelcomePage';
import { browserKind } from '../../services/browser/browser-kind';
import { OwnPage } from '../own-page/own-page';

const hosts = (browser.runtime.getManifest().host_permissions ?? []).map(
  (pattern) => new URL(pattern.replace('*', '')).host,
);
const page = new OwnPage({
  id: 'welcome',
  title: (words) => words.say('label.name'),
  show: () => (
    <WelcomePage
      browser={browserKind()}
      hosts={hosts}
      onLanguage={(language) => void page.choose(language)}
    />
  ),
});

void page.open().then(() => page.draw());
