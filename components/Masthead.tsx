import type { Language } from '../core/explanation/words';
import { useReader } from './explanation/reader';
import { LanguageSwitch } from './LanguageSwitch';

interface MastheadProps {
  /** The page's own title; the product's name where none is given. */
  title?: string;
  onLanguage: (language: Language) => void;
}

/** The head of every screen: the mark, the name, the language. */
export function Masthead({ title, onLanguage }: MastheadProps) {
  const { words } = useReader();
  return (
    <header class="masthead">
      <img src="/icon/plain-32.png" width="20" height="20" alt="" />
      <h1>{title ?? words.say('label.name')}</h1>
      <LanguageSwitch words={words} onLanguage={onLanguage} />
    </header>
  );
}
