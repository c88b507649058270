import type { Explanation } from '../../core/explanation/explain';
import { useReader } from '../explanation/reader';
import { Told } from '../explanation/Told';

export interface ListedItem {
  /** Page text: shown as text only. */
  caption: string | null;
  explanation: Explanation;
}

/** On a page of many items: those in view that carry a basket, each with its own answer. */
export function ListedBaskets({ listed }: { listed: readonly ListedItem[] }) {
  const { words } = useReader();
  const note = listed[0]?.explanation.seenNote;
  return listed.length === 0 ? null : (
    <section class="listed">
      <h2>{words.say('heading.listed')}</h2>
      <ul class="facts">
        {listed.map(({ caption, explanation }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list is drawn once and never changes
          <li key={index} class={`state-${explanation.state} weight-deciding`}>
            <span class="fact" data-page>
              {caption || words.say('label.no-caption')}
            </span>
            <span class="weight">
              <Told sentence={explanation.answer} />
            </span>
          </li>
        ))}
      </ul>
      {note && (
        <p class="note">
          <Told sentence={note} />
        </p>
      )}
    </section>
  );
}
