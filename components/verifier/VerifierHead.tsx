import type { VerifierWords } from '../../core/bundle/words';
import type { WrittenLanguage } from '../../core/explanation/words';
import { BasketMark } from '../BasketMark';

interface VerifierHeadProps {
  words: VerifierWords;
  onLanguage: (language: WrittenLanguage) => void;
}

const names: Record<WrittenLanguage, string> = { id: 'Bahasa Indonesia', en: 'English' };

/** Title and language. Without the explanation's words and the extension's icon: the page lives alone on a disk. */
export const VerifierHead = ({ words, onLanguage }: VerifierHeadProps) => (
  <>
    <header class="masthead">
      <BasketMark size={32} />
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
