import { Fragment } from 'preact';
import type { Explanation } from '../../core/explanation/explain';
import { orderPaths } from '../../core/explanation/order-path';
import type { Verdict } from '../../core/verdict/verdict';
import { PathIcon } from './PathIcon';
import { useReader } from './reader';
import { Told } from './Told';

interface OrderPathProps {
  explanation: Explanation;
  /** Whose page the reader stands on; null where no page is judged but a day. */
  surface: Verdict['surface'] | null;
}

const shopSurfaces: readonly string[] = ['shop-tokopedia', 'tiktok-shop'];

/** A small picture of the path of an order, with the place where the reader stands. It rests on the answer's facts. */
export function OrderPath({ explanation: { state, answer, owned }, surface }: OrderPathProps) {
  const { words } = useReader();
  const stops = orderPaths[state];
  if (!stops || surface === 'elsewhere') return null;
  const here = stops.length === 3 && shopSurfaces.includes(surface ?? '') ? 1 : 0;
  const isHere = (index: number) => surface !== null && index === here;
  return (
    <section
      class={`path of-${stops.length}`}
      aria-label={words.say('heading.path')}
      data-facts={answer.facts.join(' ')}
    >
      {owned && (
        <p class="owned">
          <Told sentence={owned} />
        </p>
      )}
      <ol>
        {stops.map((stop, index) => (
          <Fragment key={stop.name}>
            {index > 0 && <li class="arrow" aria-hidden="true" />}
            <li
              class={`stop ${stop.icon} ${isHere(index) ? 'here' : ''}`}
              aria-current={isHere(index) ? 'step' : undefined}
            >
              <PathIcon name={stop.icon} />
              <strong>{words.say(stop.name)}</strong>
              <span class="stop-note">{words.say(isHere(index) ? 'path.here' : stop.note)}</span>
            </li>
          </Fragment>
        ))}
      </ol>
    </section>
  );
}
