import { choose, keptSettings, onChosen } from './kept-settings';
import { policyNow } from './policy';

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

const recordingOff: Recording = { on: false, study: 'pribadi', since: null, stopped: null };

/** The organisation forbids recording (docs/managed.md). */
export class RecordingForbidden extends Error {
  override readonly name = 'RecordingForbidden';
}

const asRecording = (stored: unknown): Recording => ({
  ...recordingOff,
  ...(stored as Partial<Recording> | undefined),
});

/** What stands, under what the organisation allows: every part of the extension asks here. */
export async function readRecording(): Promise<Recording> {
  const { chosen, managed } = await keptSettings();
  const { recording: rule, study } = managed.policy;
  const wanted = asRecording(chosen.recording);
  const ours = study === null ? wanted : { ...wanted, study };
  return rule === 'forbidden' ? { ...ours, on: false, since: null } : ours;
}

/** @throws {RecordingForbidden} when it would switch on what the organisation forbids */
export async function saveRecording(recording: Recording): Promise<void> {
  const { recording: rule, study } = await policyNow();
  if (recording.on && rule === 'forbidden') throw new RecordingForbidden('recording is forbidden by policy');
  await choose({ recording: { ...recording, study: study ?? recording.study } });
}

/** Switches off what was on before the organisation forbade it: what hangs on recording then ends as by a press. */
export async function obeyPolicy(): Promise<void> {
  const { chosen, managed } = await keptSettings();
  const recording = asRecording(chosen.recording);
  if (!recording.on || managed.policy.recording !== 'forbidden') return;
  await saveRecording({ ...recording, on: false, since: null });
}

/** Calls back on every switch, in whichever part of the extension it was made. */
export function onRecording(callback: (now: Recording, before: Recording) => unknown): void {
  onChosen(({ recording }) => {
    if (recording) callback(asRecording(recording.newValue), asRecording(recording.oldValue));
  });
}
