import browser from 'webextension-polyfill';
import { policyNow } from './policy';

/** Whether notes are put on pages: the person's choice, else the organisation's, else not. */
export async function readNote(): Promise<boolean> {
  const [{ note }, { note: rule }] = await Promise.all([browser.storage.local.get('note'), policyNow()]);
  if (rule === 'forbidden') return false;
  return typeof note === 'boolean' ? note : rule === 'on';
}

/** Whether the person has chosen, rather than the organisation or nobody. */
export const isNoteChosen = async (): Promise<boolean> =>
  typeof (await browser.storage.local.get('note')).note === 'boolean';

export const saveNote = (isOn: boolean): Promise<void> => browser.storage.local.set({ note: isOn });

/** Calls back when it was switched, here or by a press in a note. */
export function onNote(callback: () => void): void {
  browser.storage.local.onChanged.addListener(({ note }) => {
    if (note) callback();
  });
}
