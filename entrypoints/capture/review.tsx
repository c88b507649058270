import { useEffect, useState } from 'preact/hooks';
import { type About, AboutCapture } from '../../components/capture/AboutCapture';
import { ReviewEditor } from '../../components/capture/ReviewEditor';
import { useReader } from '../../components/explanation/reader';
import { publicAddress } from '../../core/capture/masked-address';
import type { Cover } from '../../core/capture/review/cover';
import type { FrozenPage } from '../../core/capture/shots/frozen-page';
import type { LabelKey } from '../../core/explanation/words';
import type { Judgement } from '../../core/messages/protocol';
import { reasonOf } from '../../services/browser/browser-errors';
import { saveParts } from '../../services/browser/save-file';
import { encodePicture } from '../../services/capture/draw/encode-picture';
import { fillCovers } from '../../services/capture/draw/fill-covers';
import { keepCapture, NotKept } from '../../services/capture/keep/keep-capture';
import { readMaker, saveMaker } from '../../services/capture/keep/remembered-maker';
import { Signing } from '../own-page/signing';

const nothingSaid: About = { namesPage: false, keepsUncovered: false, collector: '', caseRef: '' };

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
  const [about, setAbout] = useState<About>(nothingSaid);
  const { picture, scale, part, facts, wasCut } = frozen;
  useEffect(() => {
    void readMaker().then((maker) => setAbout((now) => ({ ...now, ...maker })));
  }, []);

  const keep = async (covers: readonly Cover[]) => {
    setRefused(null);
    setKeeping(true);
    try {
      const filled = fillCovers(picture, covers, scale);
      const uncovered = about.keepsUncovered ? await encodePicture(picture, 'image/png') : null;
      const [collector, caseRef] = [about.collector.trim(), about.caseRef.trim()];
      const captureId = await keepCapture({
        frozen,
        filled,
        covers,
        ...judgement,
        language: words.language,
        collector: collector || null,
        caseRef: caseRef || null,
        namesPage: about.namesPage,
        uncovered,
      });
      await saveMaker({ collector, caseRef });
      // Asked for, and the only place where it goes.
      if (uncovered !== null) saveParts([uncovered], uncoveredName(frozen.taken), 'image/png');
      onKept(captureId);
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
      <div class={isKeeping ? 'is-keeping' : undefined} inert={isKeeping}>
        <ReviewEditor
          picture={picture}
          scale={scale}
          part={part}
          places={facts.personal}
          onDone={(covers) => void keep(covers)}
          onDiscard={onDiscard}
        >
          <AboutCapture
            address={publicAddress(judgement.reading.address, judgement.verdict.kind)}
            about={about}
            onChange={(change) => setAbout((now) => ({ ...now, ...change }))}
          />
          <Signing />
        </ReviewEditor>
      </div>
    </section>
  );
}

const uncoveredName = (taken: string): string =>
  `capture_${taken.slice(0, 19).replace(/[-:]/g, '')}Z_uncovered.png`;
