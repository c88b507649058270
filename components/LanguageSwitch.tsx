import { type Language, languages, languageNames as names, type Words } from '../core/explanation/words';

interface LanguageSwitchProps {
  words: Words;
  onLanguage: (language: Language) => void;
}

export const LanguageSwitch = ({ words, onLanguage }: LanguageSwitchProps) => (
  <fieldset class="languages">
    <legend>{words.say('popup.language')}</legend>
    {languages.map((language) => (
      <button
        type="button"
        key={language}
        lang={language}
        title={names[language]}
        aria-label={names[language]}
        aria-pressed={language === words.language}
        onClick={() => onLanguage(language)}
      >
        {language.toUpperCase()}
      </button>
    ))}
  </fieldset>
);
