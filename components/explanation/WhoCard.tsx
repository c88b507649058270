import type { WhoNote } from '../../core/explanation/explain-who';
import type { Saying } from '../../core/explanation/saying';
import { useReader } from './reader';
import { SayingItem } from './SayingItem';
import { Told } from './Told';

/** Who says what the answer says, and what nobody has checked. */
export const WhoCard = ({ who }: { who: WhoNote }) => (
  <>
    {who.sayings.map((saying) => (
      <SayingItem key={saying.fact} saying={saying} />
    ))}
    {who.story.length > 0 && <Story story={who.story} />}
    {who.ruling && (
      <p class="note">
        <Told sentence={who.ruling} />
      </p>
    )}
  </>
);

function Story({ story }: { story: readonly Saying[] }) {
  const { words } = useReader();
  return (
    <div class="voices">
      <h3>{words.say('heading.story')}</h3>
      {story.map((saying) => (
        <SayingItem key={saying.fact} saying={saying} />
      ))}
    </div>
  );
}
