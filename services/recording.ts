import browser from 'webextension-polyfill';

/** Whether flows are recorded, and for which study. */
export interface Recording {
  readonly on: boolean;
  /** The researcher's name for the study: lower case letters, digits and dashes. */
  readonly study: string;
  /** ISO time of switching on; null while off. */
  readonly since: string | null;
  /** Why recording stopped by itself; null where the participant stopped it. */
  readonly stopped: 'full' | 'failed' | null;
}

export const recordingOff: Recording = { on: false, study: 'pribadi', since: null, stopped: null };

/** What a study may be called: it becomes the name of a folder. */
export const studyName = /^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/;

export async function readRecording(): Promise<Recording> {
  const { recording } = await browser.storage.local.get('recording');
  return { ...recordingOff, ...(recording as Partial<Recording> | undefined) };
}

export const saveRecording = (recording: Recording): Promise<void> =>
  browser.storage.local.set({ recording });

/** Calls back on every switch, in whichever part of the extension it was made. */
export function onRecording(callback: (now: Recording, before: Recording) => void): void {
  browser.storage.local.onChanged.addListener(({ recording }) => {
    if (!recording) return;
    callback(
      { ...recordingOff, ...(recording.newValue as Partial<Recording> | undefined) },
      { ...recordingOff, ...(recording.oldValue as Partial<Recording> | undefined) },
    );
  });
}
