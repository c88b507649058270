import type { Language } from '../../core/explanation/words';
import { Masthead } from '../Masthead';

interface PopupErrorProps {
  text: string;
  onLanguage: (language: Language) => void;
}

/** The popup when the background gave no verdict: the reason in words, nothing else claimed. */
export const PopupError = ({ text, onLanguage }: PopupErrorProps) => (
  <main class="popup">
    <Masthead onLanguage={onLanguage} />
    <p class="stopped" role="alert">
      {text}
    </p>
  </main>
);
