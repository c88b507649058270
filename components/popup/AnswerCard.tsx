import type { Explanation } from '../../core/explanation/explain';
import type { AnswerState } from '../../core/explanation/state-of';
import type { LabelKey } from '../../core/explanation/words';
import { useReader } from '../explanation/reader';
import { Told } from '../explanation/Told';
import { UnbrokenHosts } from '../explanation/UnbrokenHosts';

interface AnswerCardProps {
  explanation: Explanation;
  onReload: () => void;
  /** Whether it is the heading of its screen. */
  isHeading?: boolean;
  /** Whether what a basket looks like stands on the screen already. */
  hasExamples?: boolean;
}

/** Whose name the sentence is about, in the states that know whose system or site it is. */
const handlers: Partial<Record<AnswerState, LabelKey>> = {
  tokopedia: 'path.market',
  native: 'path.market',
  'other-region': 'path.market.other',
  'own-shop': 'path.market.other',
};

/** Where nothing is bought: what it looks like where something is. */
const withoutOrder: readonly AnswerState[] = ['none', 'seller', 'elsewhere', 'browse'];

/** The one sentence, and what can be done about it. */
export function AnswerCard(props: AnswerCardProps) {
  const { explanation, onReload, isHeading = false, hasExamples = false } = props;
  const { words } = useReader();
  const { state, answer, advice, nextStep, canReload } = explanation;
  const handler = handlers[state];
  const Answer = isHeading ? 'h1' : 'p';
  return (
    <section class="answer-card">
      <div role="status">
        <Answer class="answer" data-facts={answer.facts.join(' ')}>
          <Spoken text={answer.text} name={handler === undefined ? null : words.say(handler)} />
        </Answer>
      </div>
      {advice.map((line) => (
        <p class="advice" key={line.text}>
          <Told sentence={line} />
        </p>
      ))}
      {nextStep && <p class="next-step">{nextStep}</p>}
      {withoutOrder.includes(state) && !hasExamples && (
        <a class="to-examples" href="/examples.html" target="_blank" rel="noopener">
          {words.say('popup.to-examples')}
        </a>
      )}
      {canReload && (
        // Where nothing can be said before it, it is the one press that matters.
        <button type="button" class={`reload ${state === 'stale' ? 'primary' : ''}`} onClick={onReload}>
          {words.say('popup.reload')}
        </button>
      )}
    </section>
  );
}

/** A sentence whose name is read first: one sentence all the same, for eyes and for screen readers. */
function Spoken({ text, name }: { text: string; name: string | null }) {
  const at = name === null ? -1 : text.indexOf(name);
  if (name === null || at < 0) return <UnbrokenHosts text={text} />;
  const [mark = '', after = ''] = splitMark(text.slice(at + name.length));
  return (
    <>
      <span class="before">{text.slice(0, at)}</span>
      <span>
        <strong class="handler">{name}</strong>
        <span class="unseen">{mark}</span>
      </span>
      <span class="after">{after}</span>
    </>
  );
}

/** The mark behind a name: heard and copied, but at the end of a line of its own it is a speck. */
const splitMark = (text: string): string[] => /^([.,:;]?)(.*)$/s.exec(text)?.slice(1) ?? [];
