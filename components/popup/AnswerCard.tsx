import type { Explanation } from '../core/explanation/explain';
import type { Words } from '../core/explanation/words';
import { UnbrokenHosts } from './UnbrokenHosts';

interface AnswerCardProps {
  explanation: Explanation;
  words: Words;
  onReload: () => void;
}

/** The one sentence, and what can be done about it. */
export const AnswerCard = ({ explanation, words, onReload }: AnswerCardProps) => (
  <section class="answer-card">
    <p class="answer" role="status">
      <UnbrokenHosts text={explanation.answer} />
    </p>
    {explanation.advice.map((line) => (
      <p class="advice" key={line}>
        {line}
      </p>
    ))}
    {explanation.canReload && (
      <button type="button" class="reload" onClick={onReload}>
        {words.say('popup.reload')}
      </button>
    )}
  </section>
);
