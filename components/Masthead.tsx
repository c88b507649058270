import type { ComponentChildren } from 'preact';
import type { Language } from '../core/explanation/words';
import { BasketMark } from './BasketMark';
import { useReader } from './explanation/reader';
import { LanguageSwitch } from './LanguageSwitch';
import { useKeptFocus } from './use-kept-focus';

interface MastheadProps {
  /** The page's own title; the product's name where none is given. */
  title?: string;
  /** Whether the screen's heading stands below: in the popup that is the answer. */
  isPlain?: boolean;
  /** What is said in the name's place, beside its mark. */
  sign?: ComponentChildren;
  /** Where the options stand, on the screen that leads there. */
  optionsAddress?: string;
  onLanguage: (language: Language) => void;
}

/** The head of every screen: the mark, the name, the language. */
export function Masthead({ title, isPlain = false, sign, optionsAddress, onLanguage }: MastheadProps) {
  const { words } = useReader();
  useKeptFocus();
  const Name = isPlain ? 'p' : 'h1';
  return (
    <header class="masthead">
      <BasketMark size={22} />
      <Name class="name">{sign || (title ?? words.say('label.name'))}</Name>
      {optionsAddress && (
        <a
          class="to-options"
          href={optionsAddress}
          target="_blank"
          rel="noopener"
          aria-label={words.say('options.heading')}
        >
          {/* The link has the name: a drawing with one too would be read twice. */}
          <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">
            <path d="M3 5.5h7M14 5.5h3M3 14.5h3M10 14.5h7M12 3.5a2 2 0 1 0 0 4 2 2 0 0 0 0-4zM8 12.5a2 2 0 1 0 0 4 2 2 0 0 0 0-4z" />
          </svg>
        </a>
      )}
      <LanguageSwitch words={words} onLanguage={onLanguage} />
    </header>
  );
}
