import type { SeenFact } from '../../core/explanation/explain';
import type { Sentence } from '../../core/explanation/sentence';
import { Told } from '../explanation/Told';

interface EvidenceListProps {
  seen: readonly SeenFact[];
  /** How far the way of reading was proved. */
  note: Sentence | null;
}

/** What was seen on the page, with its weight and place. Values come from pages: they are text, never markup. */
export const EvidenceList = ({ seen, note }: EvidenceListProps) => (
  <>
    <ul class="facts">
      {seen.map(({ sentence, weight, weightText, whereText }) => (
        <li key={sentence.text} class={`weight-${weight}`}>
          <span class="fact">
            <Told sentence={sentence} />
          </span>
          <span class="weight">
            {weightText} · {whereText}
          </span>
        </li>
      ))}
    </ul>
    {note && (
      <p class="note">
        <Told sentence={note} />
      </p>
    )}
  </>
);
