import type { FigureMark } from '../../core/monitor/figure-marks';
import { useReader } from '../explanation/reader';
import { SayingItem } from '../explanation/SayingItem';
import { ToldParagraph } from '../explanation/Told';

/** The figures that stand beside the observations, by their numbers: who said them, when, of what, and the source. */
export function SaidFigures({ figures }: { figures: readonly FigureMark[] }) {
  const { words } = useReader();
  const facts = figures.map(({ fact }) => fact);
  return (
    <>
      <ToldParagraph sentences={[words.tell('figure.not-these', facts), words.tell('figure.note', facts)]} />
      <ol class="said">
        {figures.map(({ fact, number, precision, title, saying }) => (
          <li key={fact} data-facts={fact}>
            <span class={`ring ${precision}`} aria-hidden="true">
              {number}
            </span>
            <strong>{title}</strong>
            <SayingItem saying={saying} />
          </li>
        ))}
      </ol>
    </>
  );
}
