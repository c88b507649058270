import type { Sentence } from '../../core/explanation/sentence';
import { UnbrokenHosts } from './UnbrokenHosts';

/** A sentence that claims something: the facts it rests on stand beside it in the document. */
export const Told = ({ sentence: { text, facts } }: { sentence: Sentence }) => (
  <span data-facts={facts.join(' ')}>
    <UnbrokenHosts text={text} />
  </span>
);

/** Several sentences that belong together, as one paragraph. */
export const ToldParagraph = ({
  sentences,
  class: name,
}: {
  sentences: readonly Sentence[];
  class?: string;
}) =>
  sentences.length === 0 ? null : (
    <p class={name}>
      {sentences.map((sentence, index) => [
        index > 0 && ' ',
        <Told key={sentence.text} sentence={sentence} />,
      ])}
    </p>
  );
