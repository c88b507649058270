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
}

/** Whose name the sentence is about, in the states that know who handles an order. */
const handlers: Partial<Record<AnswerState, LabelKey>> = {
  tokopedia: 'path.market',
  'own-shop': 'path.market.other',
};

/** What one can do where it is not known who handles an order. */
const nextSteps: Partial<Record<AnswerState, LabelKey>> = {
  unknown: 'do.unknown',
  drift: 'do.drift',
  check: 'do.check',
  'live-basket': 'do.live-basket',
  conflicting: 'do.conflicting',
  dropped: 'do.dropped',
};

/** Where nothing is bought: what it looks like where something is. */
const withoutOrder: readonly AnswerState[] = ['none', 'seller', 'elsewhere', 'browse'];

/** The one sentence, and what can be done about it. */
export function AnswerCard({ explanation, onReload, isHeading = false }: AnswerCardProps) {
  const { words } = useReader();
  const { state, answer, advice, canReload } = explanation;
  const handler = handlers[state];
  const nextStep = nextSteps[state];
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
      {nextStep && <p class="next-step">{words.say(nextStep)}</p>}
      {withoutOrder.includes(state) && (
        <a class="to-examples" href="/examples.html" target="_blank" rel="noopener">
          {words.say('popup.to-examples')}
        </a>
      )}
      {canReload && (
        <button type="button" class="reload primary" onClick={onReload}>
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
        {mark}
      </span>
      <span class="after">{after}</span>
    </>
  );
}

/** What ends a name's line stays with it. */
const splitMark = (text: string): string[] => /^([.,:;]?)(.*)$/s.exec(text)?.slice(1) ?? [];
