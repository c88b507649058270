import type { Explanation } from '../core/explanation/explain';
import type { Words } from '../core/explanation/words';
import { UnbrokenHosts } from './UnbrokenHosts';

export interface ListedItem {
  /** Page text: shown as text only. */
  caption: string | null;
  explanation: Explanation;
}

/** On a page of many items: those in view that carry a basket, each with its own answer. */
export const ListedBaskets = ({ listed, words }: { listed: readonly ListedItem[]; words: Words }) =>
  listed.length === 0 ? null : (
    <section>
      <h2>{words.say('heading.listed')}</h2>
      <ul class="facts">
        {listed.map(({ caption, explanation }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list is drawn once and never changes
          <li key={index} class={`state-${explanation.state} weight-deciding`}>
            <span class="fact">{caption || words.say('listed.none')}</span>
            <span class="weight">
              <UnbrokenHosts text={explanation.answer} />
            </span>
          </li>
        ))}
      </ul>
      <p class="note">{listed[0]?.explanation.seenNote}</p>
    </section>
  );
