import type { Policy } from '../../core/policy/read-policy';
import { useReader } from '../explanation/reader';
import { Section, SetByOrganisation } from './Section';

export interface RecordingSectionProps {
  policy: Policy;
  recording: { readonly on: boolean; readonly study: string };
  onStopRecording: () => void;
}

/** Whether flows are recorded. It is switched on in the logbook, where the consent stands. */
export function RecordingSection({ policy, recording, onStopRecording }: RecordingSectionProps) {
  const { words } = useReader();
  const { on, study } = recording;
  const isForbidden = policy.recording === 'forbidden';
  return (
    <Section name="recording">
      <p role="status">
        {isForbidden
          ? words.say('managed.recording-forbidden')
          : on
            ? words.say('options.recording-on', { study })
            : words.say('options.recording-off')}
      </p>
      <p class="actions">
        {on && (
          <button type="button" class="stop-recording" onClick={onStopRecording}>
            {words.say('log.stop')}
          </button>
        )}
        <a href="/logbook.html">
          {words.say(on || isForbidden ? 'label.logbook' : 'options.recording-start')}
        </a>
      </p>
      {policy.recording !== null && <SetByOrganisation />}
      {policy.study !== null && !isForbidden && (
        <p class="managed">{words.say('managed.study', { study })}</p>
      )}
    </Section>
  );
}
