import type { SeenFact } from '../core/explanation/explain';
import type { Words } from '../core/explanation/words';
import { UnbrokenHosts } from './UnbrokenHosts';

interface EvidenceListProps {
  seen: readonly SeenFact[];
  /** How far the way of reading was proved. */
  note: string | null;
  words: Words;
}

/** What was seen on the page, with its weight and place. Values come from pages: they are text, never markup. */
export const EvidenceList = ({ seen, note, words }: EvidenceListProps) =>
  seen.length === 0 ? null : (
    <section>
      <h2>{words.say('heading.seen')}</h2>
      <ul class="facts">
        {seen.map((fact) => (
          <li key={fact.text} class={`weight-${fact.weight}`}>
            <span class="fact">
              <UnbrokenHosts text={fact.text} />
            </span>
            <span class="weight">
              {fact.weightText} · {fact.whereText}
            </span>
          </li>
        ))}
      </ul>
      {note && <p class="note">{note}</p>}
    </section>
  );
