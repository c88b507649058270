import browser from 'webextension-polyfill';
import { languageFor } from '../../core/explanation/language-for';
import { type Language, languages } from '../../core/explanation/words';
import { policyNow } from './policy';

/** The organisation's language, else the chosen one, else the one that fits the browser. */
export async function readLanguage(): Promise<Language> {
  const [{ language: set }, { language }] = await Promise.all([
    policyNow(),
    browser.storage.local.get('language'),
  ]);
  if (set !== null) return set;
  const chosen = languages.find((known) => known === language);
  if (chosen !== undefined) return chosen;
  // The messages' own language: some Linux builds say en-US beside Indonesian messages. Now and then a process of Chromium
  // has no message at all.
  return languageFor(browser.i18n.getMessage('language') || browser.i18n.getUILanguage());
}

/** Keeps the chosen language; where the organisation set one, the choice holds for the open page only. */
export async function saveLanguage(language: Language): Promise<void> {
  if ((await policyNow()).language === null) await browser.storage.local.set({ language });
}

/** Calls back when another language was chosen, in whichever part of the extension. */
export function onLanguage(callback: (language: Language) => void): void {
  browser.storage.local.onChanged.addListener(({ language }) => {
    if (language) void readLanguage().then(callback);
  });
}
