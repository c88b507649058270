import { type Language, languages, nameOfLanguage } from '../../core/explanation/words';
import { useReader } from '../explanation/reader';
import { Section, SetByOrganisation } from './Section';

interface LanguageSectionProps {
  fixed: boolean;
  onLanguage: (language: Language) => void;
}

export function LanguageSection({ fixed, onLanguage }: LanguageSectionProps) {
  const { words } = useReader();
  return (
    <Section name="language">
      <fieldset class="choices" disabled={fixed}>
        <legend>{words.say('options.language-hint')}</legend>
        {languages.map((language) => (
          <label key={language} lang={language}>
            <input
              type="radio"
              name="language"
              value={language}
              checked={language === words.language}
              onChange={() => onLanguage(language)}
            />
            {nameOfLanguage(language)}
          </label>
        ))}
      </fieldset>
      {fixed && <SetByOrganisation />}
    </Section>
  );
}
