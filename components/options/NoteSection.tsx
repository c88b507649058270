import type { Policy } from '../../core/policy/read-policy';
import { useReader } from '../explanation/reader';
import { Section, SetByOrganisation } from './Section';

export interface NoteSectionProps {
  policy: Policy;
  /** Whether notes are put on pages. */
  noteIsOn: boolean;
  /** Whether the person has chosen; until then the organisation's wish holds. */
  noteIsChosen: boolean;
  onNote: (isOn: boolean) => void;
}

/** The one thing that changes a page: off until it is switched on. */
export function NoteSection({ policy, noteIsOn, noteIsChosen, onNote }: NoteSectionProps) {
  const { words } = useReader();
  const isForbidden = policy.note === 'forbidden';
  return (
    <Section name="note">
      <label class="tick">
        <input
          type="checkbox"
          name="note"
          checked={noteIsOn}
          disabled={isForbidden}
          aria-describedby="note-hint"
          onChange={({ currentTarget }) => onNote(currentTarget.checked)}
        />
        <span>{words.say('options.note-on')}</span>
      </label>
      <p id="note-hint" class="hint">
        {words.say('options.note-hint')}
      </p>
      {isForbidden && <p class="managed">{words.say('managed.note-forbidden')}</p>}
      {policy.note !== null && (isForbidden || !noteIsChosen) && <SetByOrganisation />}
    </Section>
  );
}
