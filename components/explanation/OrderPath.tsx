import { Fragment } from 'preact';
import type { Explanation } from '../../core/explanation/explain';
import type { AnswerState } from '../../core/explanation/state-of';
import type { LabelKey } from '../../core/explanation/words';
import type { Verdict } from '../../core/verdict/verdict';
import { PathIcon, type PathIconName } from './PathIcon';
import { useReader } from './reader';
import { Told } from './Told';

interface OrderPathProps {
  explanation: Explanation;
  /** Whose page the reader stands on; null where no page is judged but a day. */
  surface: Verdict['surface'] | null;
}

interface Stop {
  icon: PathIconName;
  name: LabelKey;
  note: LabelKey;
}

const social: Stop = { icon: 'phone', name: 'path.social', note: 'path.social.note' };
const tokopedia: Stop = { icon: 'basket', name: 'path.market', note: 'path.market.note' };
const tiktokShop: Stop = { icon: 'basket', name: 'path.market.other', note: 'path.market.other.note' };
const ownShop: Stop = { icon: 'basket', name: 'path.market.other', note: 'path.market.note' };
const unknown: Stop = { icon: 'question', name: 'path.market.unknown', note: 'path.unknown.note' };
const seller: Stop = { icon: 'parcel', name: 'path.seller', note: 'path.seller.note' };

/** The stops an order passes, by state; states without an order have no path. */
const paths: Partial<Record<AnswerState, readonly Stop[]>> = {
  tokopedia: [social, tokopedia, seller],
  'other-region': [social, tiktokShop, seller],
  'own-shop': [social, ownShop, seller],
  transition: [social, unknown, seller],
  conflicting: [social, unknown, seller],
  check: [social, unknown, seller],
  drift: [social, unknown, seller],
  stale: [social, unknown, seller],
  dropped: [social, unknown, seller],
  'live-basket': [social, unknown, seller],
  unknown: [social, unknown, seller],
  native: [tokopedia, seller],
};

const shopSurfaces: readonly string[] = ['shop-tokopedia', 'tiktok-shop'];

/** A small picture of the path of an order, with the place where the reader stands. It rests on the answer's facts. */
export function OrderPath({ explanation: { state, answer, owned }, surface }: OrderPathProps) {
  const { words } = useReader();
  const stops = paths[state];
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
