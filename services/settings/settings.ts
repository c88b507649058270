import browser from 'webextension-polyfill';
import { languageFor } from '../../core/explanation/language-for';
import { type Language, languages } from '../../core/explanation/words';
import { choose, keptSettings, onChosen } from './kept-settings';
import { policyNow } from './policy';

/** The organisation's language, else the chosen one, else the one that fits the browser. */
export async function readLanguage(): Promise<Language> {
  const { chosen, managed } = await keptSettings();
  if (managed.policy.language !== null) return managed.policy.language;
  const own = languages.find((known) => known === chosen.language);
  if (own !== undefined) return own;
  // The messages' own language: some Linux builds say en-US beside Indonesian messages. Now and then a process of Chromium
  // has no message at all.
  return languageFor(browser.i18n.getMessage('language') || browser.i18n.getUILanguage());
}

/** Keeps the chosen language; where the organisation set one, the choice holds for the open page only. */
export async function saveLanguage(language: Language): Promise<void> {
  if ((await policyNow()).language === null) await choose({ language });
}

/** Calls back when another language was chosen, in whichever part of the extension. */
export function onLanguage(callback: (language: Language) => void): void {
  onChosen(({ language }) => {
    if (language) void readLanguage().then(callback);
  });
}
