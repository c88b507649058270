import type { Examination } from '../../core/bundle/verify/verify';
import { verifierWords } from '../../core/bundle/words';
import { useReader } from '../explanation/reader';
import { usePicture } from '../verifier/Picture';

interface BothPicturesProps {
  found: readonly [Examination, Examination];
}

/** The pictures of two bundles beside each other; one that is not verified says so. */
export function BothPictures({ found }: BothPicturesProps) {
  const { words } = useReader();
  if (found.every(({ picture }) => picture === null)) return null;
  return (
    <>
      <h3>{words.say('compare.pictures')}</h3>
      <div class="both">
        {found.map((one, place) => (
          <figure key={place === 0 ? 'first' : 'second'}>
            <figcaption>{words.say(place === 0 ? 'compare.first' : 'compare.second')}</figcaption>
            {one.picture === null ? (
              <p class="note">{words.say('compare.none')}</p>
            ) : (
              <BundlePicture bytes={one.picture} isInDoubt={!one.holds} />
            )}
          </figure>
        ))}
      </div>
    </>
  );
}

function BundlePicture({ bytes, isInDoubt }: { bytes: Uint8Array; isInDoubt: boolean }) {
  const { words } = useReader();
  const { say } = verifierWords(words.language);
  const { address, isBad, setBad } = usePicture(bytes);
  if (isBad) return <p class="note">{say('picture.bad')}</p>;
  return (
    <>
      {isInDoubt && <p class="doubt">{say('picture.doubt')}</p>}
      {address !== null && <img src={address} alt={say('picture.alt')} onError={() => setBad(true)} />}
    </>
  );
}
