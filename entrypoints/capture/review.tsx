import { useState } from 'preact/hooks';
import { ReviewEditor } from '../../components/capture/ReviewEditor';
import { useReader } from '../../components/explanation/reader';
import type { Cover } from '../../core/capture/review/cover';
import type { FrozenPage } from '../../core/capture/shots/frozen-page';
import type { LabelKey } from '../../core/explanation/words';
import type { Judgement } from '../../core/messages/protocol';
import { reasonOf } from '../../services/browser/browser-errors';
import { fillCovers } from '../../services/capture/draw/fill-covers';
import { keepCapture, NotKept } from '../../services/capture/keep/keep-capture';
import { Signing } from '../own-page/signing';

export interface ReviewProps {
  frozen: FrozenPage<HTMLCanvasElement>;
  /** How the page was judged when it was taken. */
  judgement: Judgement;
  onKept: (captureId: string) => void;
  onDiscard: () => void;
}

/** From the frozen picture to the stored bundle: the covers are reviewed, filled, and only then is anything written. */
export function Review({ frozen, judgement, onKept, onDiscard }: ReviewProps) {
  const { words } = useReader();
  const [isKeeping, setKeeping] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const { picture, scale, part, facts, wasCut } = frozen;

  const keep = async (covers: readonly Cover[]) => {
    setRefused(null);
    setKeeping(true);
    try {
      const filled = fillCovers(picture, covers, scale);
      onKept(await keepCapture({ frozen, filled, covers, ...judgement, language: words.language }));
    } catch (cause) {
      const reason = reasonOf(cause);
      const why = cause instanceof NotKept ? cause.why : 'not-made';
      setRefused(words.say(`keep.refused.${why}` as LabelKey, { reason }));
    }
    setKeeping(false);
  };

  return (
    <section class="reviewing">
      {wasCut && <p class="note">{words.say('capture.was-cut', { pixels: picture.height })}</p>}
      {refused !== null && (
        <p class="keep-refused" role="alert">
          {refused}
        </p>
      )}
      {isKeeping && (
        <p class="keeping" role="status">
          {words.say('capture.keeping')}
        </p>
      )}
      <Signing />
      <div class={isKeeping ? 'is-keeping' : undefined} inert={isKeeping}>
        <ReviewEditor
          picture={picture}
          scale={scale}
          part={part}
          places={facts.personal}
          onDone={(covers) => void keep(covers)}
          onDiscard={onDiscard}
        />
      </div>
    </section>
  );
}
