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
      <Masthead isPlain onLanguage={onLanguage} />
      <section class="answer-card not-told">
        <div role="alert">
          <h1 class="answer">{text}</h1>
        </div>
        <button type="button" class="again primary" onClick={onAgain}>
          {words.say('popup.again')}
        </button>
      </section>
    </main>
  );
};
