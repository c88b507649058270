import type { Note } from '../../core/bundle/notes';
import type { NotesEdit } from '../../core/capture/review/edit-notes';
import { useReader } from '../explanation/reader';

interface MarkRowProps {
  note: Note;
  at: number;
  isChosen: boolean;
  onEdit: (edit: NotesEdit) => void;
}

/** A mark in the list below the picture: its words, and a way to remove it. */
export function MarkRow({ note, at, isChosen, onEdit }: MarkRowProps) {
  const { words } = useReader();
  const name = words.say('note.mark', { kind: words.say(`note.${note.kind}`), number: at + 1 });
  return (
    <li class={isChosen ? 'chosen' : ''}>
      <label class="field">
        {name}
        <input
          name={`mark-${at}`}
          value={note.text}
          maxLength={2000}
          placeholder={words.say('note.words')}
          onFocus={() => onEdit({ do: 'choose', at })}
          onInput={({ currentTarget }) => onEdit({ do: 'say', at, text: currentTarget.value })}
        />
      </label>
      <button
        type="button"
        class="quiet"
        aria-label={`${words.say('note.remove')}: ${name}`}
        onClick={() => onEdit({ do: 'remove', at })}
      >
        {words.say('note.remove')}
      </button>
    </li>
  );
}
