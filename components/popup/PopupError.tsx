import type { Language } from '../../core/explanation/words';
import { useReader } from '../explanation/reader';
import { Masthead } from '../Masthead';

interface PopupErrorProps {
  text: string;
  onAgain: () => void;
  onLanguage: (language: Language) => void;
}

/** The popup when the background gave no verdict: the reason in words, nothing else claimed. */
export const PopupError = ({ text, onAgain, onLanguage }: PopupErrorProps) => {
  const { words } = useReader();
  return (
    <main class="popup">
      <Masthead onLanguage={onLanguage} />
      <p class="stopped" role="alert">
        {text}
      </p>
      <button type="button" class="again" onClick={onAgain}>
        {words.say('popup.again')}
      </button>
    </main>
  );
};
