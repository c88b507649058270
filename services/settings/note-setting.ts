import { choose, keptSettings, onChosen } from './kept-settings';

/** Whether notes are put on pages: the person's choice, else the organisation's, else not. */
export async function readNote(): Promise<boolean> {
  const { chosen, managed } = await keptSettings();
  const { note: rule } = managed.policy;
  if (rule === 'forbidden') return false;
  return typeof chosen.note === 'boolean' ? chosen.note : rule === 'on';
}

/** Whether the person has chosen, rather than the organisation or nobody. */
export const isNoteChosen = async (): Promise<boolean> =>
  typeof (await keptSettings()).chosen.note === 'boolean';

export const saveNote = (isOn: boolean): Promise<void> => choose({ note: isOn });

/** Calls back when it was switched, here or by a press in a note. */
export function onNote(callback: () => void): void {
  onChosen(({ note }) => {
    if (note) callback();
  });
}
