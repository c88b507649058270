import type { Explanation } from '../../core/explanation/explain';
import type { AnswerState } from '../../core/explanation/state-of';
import type { LabelKey } from '../../core/explanation/words';
import { useReader } from '../explanation/reader';
import { Told } from '../explanation/Told';

export interface ListedItem {
  /** Page text: shown as text only. */
  caption: string | null;
  explanation: Explanation;
}

/** Each answer in two or three words; whole, it is a press away on the item's own page. */
const inShort: Partial<Record<AnswerState, LabelKey>> = {
  tokopedia: 'path.market',
  'other-region': 'listed.other-region',
  dropped: 'listed.dropped',
  conflicting: 'listed.conflicting',
};

/** On a page of many items: those in view that carry a basket, each with its own answer; what holds for all, once. */
export function ListedBaskets({ listed }: { listed: readonly ListedItem[] }) {
  const { words } = useReader();
  const note = listed[0]?.explanation.seenNote;
  const named = listed.find(({ explanation }) => explanation.state === 'tokopedia');
  const said = named && words.tell('who.listed', named.explanation.answer.facts);
  return listed.length === 0 ? null : (
    <section class="listed">
      <h2>{words.say('heading.listed')}</h2>
      <ul>
        {listed.map(({ caption, explanation: { state, answer } }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list is drawn once and never changes
          <li key={index} class={`state-${state}`}>
            <span data-page>{caption || words.say('label.no-caption')}</span>
            <span class="in-short" data-facts={answer.facts.join(' ')}>
              {words.say(inShort[state] ?? 'listed.unknown')}
            </span>
          </li>
        ))}
      </ul>
      <p class="note">
        {said && <Told sentence={said} />} {note && <Told sentence={note} />}
      </p>
    </section>
  );
}
