import { useState } from 'preact/hooks';
import { useReader } from '../explanation/reader';
import { SavedNote } from './SavedNote';
import type { Saved } from './saved';

/** Where our rules were not met: a file for those who mend them, made at one press. */
export function ReportButton({ onReport }: { onReport: () => Promise<Saved> }) {
  const { words } = useReader();
  const [saved, setSaved] = useState<Saved | null>(null);
  const press = () => void onReport().then(setSaved, () => setSaved({ failed: 'other' }));
  return (
    <div class="report">
      <button type="button" class="make-report" onClick={press}>
        {words.say('report.make')}
      </button>
      {saved ? <SavedNote saved={saved} /> : <p class="note">{words.say('report.what')}</p>}
    </div>
  );
}
