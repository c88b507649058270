import browser from 'webextension-polyfill';
import { type Language, languageFor, languages } from '../core/explanation/words';

/** The chosen language, or the one that fits the browser. */
export async function readLanguage(): Promise<Language> {
  const { language } = await browser.storage.local.get('language');
  // The messages' own language, not getUILanguage(): some Linux builds say en-US beside Indonesian messages.
  return languages.find((known) => known === language) ?? languageFor(browser.i18n.getMessage('language'));
}

export const saveLanguage = (language: Language): Promise<void> => browser.storage.local.set({ language });
