import type { Explanation } from '../core/explanation/explain';
import type { Words } from '../core/explanation/words';

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

/** Keeps a host's name on one line, where it is short enough to fit: "shop-" at a line's end reads as a typo. */
const UnbrokenHosts = ({ text }: { text: string }) =>
  text.split(/(\b[\w-]+(?:\.[\w-]+){1,3}\b)/).map((part, index) =>
    index % 2 === 1 && part.length <= 28 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one sentence never change places
      <span class="host" key={index}>
        {part}
      </span>
    ) : (
      part
    ),
  );
