import { useReducer, useState } from 'preact/hooks';
import type { Note, Notes } from '../../core/bundle/notes';
import { sizeOfPng } from '../../core/bundle/stamp-png';
import { draftOf, editNotes, type NotesDraft, type NotesEdit } from '../../core/capture/review/edit-notes';
import { useReader } from '../explanation/reader';
import { MarkRow } from './MarkRow';
import { NotesCanvas } from './NotesCanvas';

interface NotesEditorProps {
  /** PNG bytes. */
  picture: Uint8Array;
  notes: Notes | null;
  onSave: (notes: readonly Note[], by: string | null) => void;
  onDetach: () => void;
  onCancel: () => void;
}

const kinds: readonly Note['kind'][] = ['arrow', 'box', 'text'];

/** Arrows, boxes and texts over the frozen picture, drawn by mouse or added and moved by keyboard. */
export function NotesEditor({ picture, notes: before, onSave, onDetach, onCancel }: NotesEditorProps) {
  const { words } = useReader();
  const size = sizeOfPng(picture);
  const [draft, edit] = useReducer(
    (now: NotesDraft, change: NotesEdit) => editNotes(now, change, size),
    before?.notes ?? [],
    draftOf,
  );
  const [tool, setTool] = useState<Note['kind']>('arrow');
  const [by, setBy] = useState(before?.by ?? '');
  const canUndo = draft.past.length > 0;
  return (
    <section
      class="notes-editor card"
      aria-labelledby="notes-title"
      onKeyDown={(event) => {
        const isText = event.target instanceof HTMLInputElement;
        if (!isText && (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z') {
          event.preventDefault();
          edit({ do: 'undo' });
        }
      }}
    >
      <h2 id="notes-title">{words.say('note.heading')}</h2>
      <p>{words.say('note.intro')}</p>
      <p class="note">{words.say('note.how')}</p>
      <div class="buttons tools">
        <fieldset>
          <legend class="unseen">{words.say('note.tool')}</legend>
          {kinds.map((kind) => (
            <button
              type="button"
              key={kind}
              class={`tool-${kind}`}
              aria-pressed={kind === tool}
              onClick={() => setTool(kind)}
            >
              {words.say(`note.${kind}`)}
            </button>
          ))}
        </fieldset>
        <button type="button" class="add" onClick={() => edit({ do: 'add', kind: tool })}>
          {words.say('note.add')}
        </button>
        <button type="button" class="undo" disabled={!canUndo} onClick={() => edit({ do: 'undo' })}>
          {words.say('note.undo')}
        </button>
      </div>
      <NotesCanvas picture={picture} size={size} draft={draft} tool={tool} onEdit={edit} />
      {draft.notes.length === 0 && <p class="note">{words.say('note.empty')}</p>}
      <ol class="marks">
        {draft.notes.map((note, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a mark is its place in the list
          <MarkRow key={at} note={note} at={at} isChosen={draft.chosen === at} onEdit={edit} />
        ))}
      </ol>
      <label class="field">
        {words.say('note.by')}
        <input
          name="by"
          value={by}
          maxLength={200}
          onInput={({ currentTarget }) => setBy(currentTarget.value)}
        />
      </label>
      <div class="buttons">
        <button
          type="button"
          class="primary save-notes"
          disabled={draft.notes.length === 0}
          onClick={() => onSave(draft.notes, by.trim() === '' ? null : by.trim())}
        >
          {words.say('note.save')}
        </button>
        {before !== null && (
          <button type="button" class="detach" onClick={onDetach}>
            {words.say('note.detach')}
          </button>
        )}
        <button type="button" class="quiet" onClick={onCancel}>
          {words.say('note.cancel')}
        </button>
      </div>
    </section>
  );
}
