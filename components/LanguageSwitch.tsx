import { type Language, languages, nameOfLanguage, type Words } from '../core/explanation/words';

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
        title={nameOfLanguage(language)}
        // What is written stands in the name, so that it can be spoken to.
        aria-label={`${language.toUpperCase()}, ${nameOfLanguage(language)}`}
        aria-pressed={language === words.tag}
        onClick={() => onLanguage(language)}
      >
        {language.toUpperCase()}
      </button>
    ))}
  </fieldset>
);
