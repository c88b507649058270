import { useReader } from '../explanation/reader';
import type { Saved } from './saved';

/** Says what became of a press that saves a file. */
export function SavedNote({ saved }: { saved: Saved }) {
  const { words } = useReader();
  if ('failed' in saved) {
    return (
      <p class="saved-note" role="alert">
        {words.say(`report.failed-${saved.failed}`)}
      </p>
    );
  }
  return (
    <p class="saved-note" role="status">
      {words.say('report.saved', { name: saved.name })} {words.say('wrong.to-whom')}
      {!saved.same && ` ${words.say('report.changed')}`}
    </p>
  );
}
