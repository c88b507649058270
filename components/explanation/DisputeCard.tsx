import type { DisputeNote } from '../../core/explanation/explain-dispute';
import type { Saying } from '../../core/explanation/saying';
import { useReader } from './reader';
import { SayingItem } from './SayingItem';
import { Told, ToldParagraph } from './Told';

/** An open question and both sides of it, side by side in weight, and whether anybody decided it. */
export function DisputeCard({ dispute }: { dispute: DisputeNote }) {
  const { words } = useReader();
  return (
    <>
      <p class="open-question">
        <Told sentence={dispute.question} />
      </p>
      <Voices title={words.say('label.for')} voices={dispute.for} />
      <Voices title={words.say('label.mixed')} voices={dispute.mixed} />
      <Voices title={words.say('label.against')} voices={dispute.against} />
      <ToldParagraph
        class="note"
        sentences={dispute.earlier ? [dispute.earlier, dispute.ruling] : [dispute.ruling]}
      />
    </>
  );
}

const Voices = ({ title, voices }: { title: string; voices: readonly Saying[] }) =>
  voices.length === 0 ? null : (
    <div class="voices">
      <h3>{title}</h3>
      {voices.map((saying) => (
        <SayingItem key={saying.fact} saying={saying} />
      ))}
    </div>
  );
