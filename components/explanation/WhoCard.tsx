import type { WhoNote } from '../../core/explanation/explain-who';
import { SayingItem } from './SayingItem';
import { Told } from './Told';

/** Who says what the answer says, and what nobody has checked. */
export const WhoCard = ({ who }: { who: WhoNote }) => (
  <>
    {who.sayings.map((saying) => (
      <SayingItem key={saying.fact} saying={saying} />
    ))}
    {who.ruling && (
      <p class="note">
        <Told sentence={who.ruling} />
      </p>
    )}
  </>
);
