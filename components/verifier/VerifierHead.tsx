import type { VerifierWords } from '../../core/bundle/words';
import type { Language } from '../../core/explanation/words';

interface VerifierHeadProps {
  words: VerifierWords;
  onLanguage: (language: Language) => void;
}

const names: Record<Language, string> = { id: 'Bahasa Indonesia', en: 'English' };

/** Title and language. Without the explanation's words and the extension's icon: the page lives alone on a disk. */
export const VerifierHead = ({ words, onLanguage }: VerifierHeadProps) => (
  <>
    <header class="masthead">
      <svg viewBox="0 0 24 24" width="28" height="28" aria-hidden="true">
        <path d="M2 9h20l-2.4 11.4a2 2 0 0 1-2 1.6H6.4a2 2 0 0 1-2-1.6z" fill="#ffc800" />
        <path d="M8 9l3-7M16 9l-3-7" fill="none" stroke="#b58a00" stroke-width="2" />
        <path d="M7.6 15.4l3 3 5.8-6" fill="none" stroke="#1d1a12" stroke-width="2.2" />
      </svg>
      <h1>{words.say('title')}</h1>
      <fieldset class="languages">
        <legend>{words.say('language')}</legend>
        {(['id', 'en'] as const).map((language) => (
          <button
            type="button"
            key={language}
            lang={language}
            aria-label={names[language]}
            aria-pressed={language === words.language}
            onClick={() => onLanguage(language)}
          >
            {language.toUpperCase()}
          </button>
        ))}
      </fieldset>
    </header>
    <p class="lead">{words.say('lead')}</p>
  </>
);
