import { useEffect, useId, useState } from 'preact/hooks';
import type { Note, Notes } from '../../core/bundle/notes';
import { isPng, sizeOfPng } from '../../core/bundle/stamp-png';
import type { VerifierWords } from '../../core/bundle/words';

interface PictureProps {
  bytes: Uint8Array;
  notes: Notes | null;
  isInDoubt: boolean;
  words: VerifierWords;
}

/** The picture as it lies in the bundle, decoded as a picture and nothing else, with the notes over it if wished. */
export function Picture({ bytes, notes, isInDoubt, words }: PictureProps) {
  const { address, isBad, setBad } = usePicture(bytes);
  const [withNotes, setWithNotes] = useState(true);
  const { say } = words;
  const id = useId();
  return (
    <section class="card picture" aria-labelledby={id}>
      <h2 id={id}>{say('picture.heading')}</h2>
      {isInDoubt && <p class="doubt">{say('picture.doubt')}</p>}
      {isBad && <p>{say('picture.bad')}</p>}
      {!isBad && address !== null && (
        <div class="frame">
          <img src={address} alt={say('picture.alt')} onError={() => setBad(true)} />
          {isInDoubt && (
            <div class="band">
              <span>{say('picture.band')}</span>
            </div>
          )}
          {notes !== null && withNotes && <NotesLayer notes={notes.notes} {...sizeOfPng(bytes)} />}
        </div>
      )}
      {notes !== null && notes.notes.length > 0 && !isBad && (
        <>
          <label class="tick">
            <input
              type="checkbox"
              checked={withNotes}
              onChange={({ currentTarget }) => setWithNotes(currentTarget.checked)}
            />
            {say('picture.notes')}
          </label>
          <ol class="notes">
            {notes.notes
              .filter(({ text }) => text !== '')
              .map((note, n) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the notes of a bundle never change
                <li key={n}>{note.text}</li>
              ))}
          </ol>
        </>
      )}
    </section>
  );
}

/** Where a picture of a bundle can be shown from, null until it can; and whether it is none. */
export function usePicture(bytes: Uint8Array) {
  const [address, setAddress] = useState<string | null>(null);
  const [isBad, setBad] = useState(!isPng(bytes));
  useEffect(() => {
    setBad(!isPng(bytes));
    const made = URL.createObjectURL(new Blob([bytes as BlobPart], { type: 'image/png' }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [bytes]);
  return { address, isBad, setBad };
}

/** Drawn from numbers and texts only; nothing of the bundle becomes markup. */
const NotesLayer = ({ notes, w, h }: { notes: readonly Note[]; w: number; h: number }) => (
  <svg viewBox={`0 0 ${w} ${h}`} aria-hidden="true">
    <defs>
      <marker id="head" viewBox="0 0 10 10" refX="8" refY="5" markerWidth="5" markerHeight="5" orient="auto">
        <path d="M0 0l10 5-10 5z" class="head" />
      </marker>
    </defs>
    {notes.map((note, n) => {
      const key = `${n}`;
      if (note.kind === 'arrow') {
        const { x1, y1, x2, y2 } = note;
        return <line key={key} {...{ x1, y1, x2, y2 }} marker-end="url(#head)" />;
      }
      if (note.kind === 'box') return <rect key={key} x={note.x} y={note.y} width={note.w} height={note.h} />;
      return (
        <text key={key} x={note.x} y={note.y} font-size={Math.max(11, w / 50)}>
          {note.text}
        </text>
      );
    })}
  </svg>
);
