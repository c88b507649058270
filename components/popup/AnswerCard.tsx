import type { Explanation } from '../../core/explanation/explain';
import { useReader } from '../explanation/reader';
import { Told } from '../explanation/Told';

interface AnswerCardProps {
  explanation: Explanation;
  onReload: () => void;
}

/** The one sentence, and what can be done about it. */
export function AnswerCard({ explanation, onReload }: AnswerCardProps) {
  const { words } = useReader();
  return (
    <section class="answer-card">
      <p class="answer" role="status">
        <Told sentence={explanation.answer} />
      </p>
      {explanation.advice.map((line) => (
        <p class="advice" key={line.text}>
          <Told sentence={line} />
        </p>
      ))}
      {explanation.canReload && (
        <button type="button" class="reload primary" onClick={onReload}>
          {words.say('popup.reload')}
        </button>
      )}
    </section>
  );
}
