import type { History } from '../../core/explanation/explain-history';
import { SayingItem } from '../explanation/SayingItem';

/** Every event in words: the timeline for those who cannot, or would rather not, read a drawing. */
export const EventsList = ({ history }: { history: History }) => (
  <ol class="rows">
    {history.points
      .filter(({ percent }) => percent === null)
      .map(({ fact, title, lane, saying }) => (
        <li key={fact} class={`event-row lane-${lane}`}>
          <h3 data-facts={fact}>{title}</h3>
          <SayingItem saying={saying} />
        </li>
      ))}
  </ol>
);
