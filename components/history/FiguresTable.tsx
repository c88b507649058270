import type { History } from '../../core/explanation/explain-history';
import { useReader } from '../explanation/reader';
import { SayingItem } from '../explanation/SayingItem';
import { Told } from '../explanation/Told';

/** The percentages of the move in the order they were said, with who said them and what was counted. */
export function FiguresTable({ history }: { history: History }) {
  const { words } = useReader();
  const figures = history.points.filter(({ percent }) => percent !== null);
  const note = words.tell(
    'figure.note',
    figures.map(({ fact }) => fact),
  );
  return (
    <>
      <p class="note">
        <Told sentence={note} />
      </p>
      <ol class="rows">
        {figures.map(({ fact, title, percent, saying }) => (
          <li key={fact} class="figure-row">
            <div class="figure" data-facts={fact}>
              <strong>{title}</strong>
              <meter min="0" max="100" value={percent ?? 0} aria-label={title} />
            </div>
            <SayingItem saying={saying} />
          </li>
        ))}
      </ol>
    </>
  );
}
