import type { SpelledPart } from '../../core/address/compare-spelling';
import type { Explanation } from '../../core/explanation/explain';
import type { ImitationNote } from '../../core/explanation/explain-imitation';
import { useReader } from '../explanation/reader';
import { Told } from '../explanation/Told';

interface ImitationCardProps {
  answer: Explanation['answer'];
  imitation: ImitationNote;
  onLeave: () => void;
}

/** An address that imitates: the answer, both names letter by letter, what to do, and the way out. */
export function ImitationCard({ answer, imitation, onLeave }: ImitationCardProps) {
  const { words } = useReader();
  const { spelling, how, genuine, genuineAddress, steps } = imitation;
  return (
    <section class="answer-card imitation">
      <div role="status">
        <h1 class="answer">
          <Told sentence={answer} />
        </h1>
      </div>
      <dl class="spelled">
        <div>
          <dt>{words.say('imitation.this')}</dt>
          <dd data-page>
            <Spelled parts={spelling.imitation} />
          </dd>
        </div>
        <div>
          <dt>{words.say('imitation.genuine')}</dt>
          <dd data-facts={how.facts.join(' ')}>
            <Spelled parts={spelling.genuine} />
          </dd>
        </div>
      </dl>
      <p class="how">
        <Told sentence={how} />
      </p>
      <h2>{words.say('imitation.do')}</h2>
      <ol class="steps">
        {steps.map((step) => (
          <li key={step.text}>
            <Told sentence={step} />
          </li>
        ))}
      </ol>
      <p class="actions">
        <button type="button" class="primary leave" onClick={onLeave}>
          {words.say('imitation.leave')}
        </button>
        <a href={genuineAddress} target="_blank" rel="noopener noreferrer">
          <Told sentence={genuine} />
        </a>
      </p>
    </section>
  );
}

/** A name in its letters, what differs set apart by more than colour. Text of an address: never markup. */
const Spelled = ({ parts }: { parts: readonly SpelledPart[] }) => (
  <bdi>
    {parts.map(({ text, differs }, index) =>
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one name never change places
      differs ? <mark key={index}>{text}</mark> : <span key={index}>{text}</span>,
    )}
  </bdi>
);
