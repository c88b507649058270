import { useReader } from '../explanation/reader';

interface RecordingBarProps {
  study: string;
  since: string;
  onStop: () => void;
}

/** The sign that recording is on, and the press that ends it. */
export function RecordingBar({ study, since, onStop }: RecordingBarProps) {
  const { words } = useReader();
  return (
    <div class="recording" role="status">
      <span class="recording-dot" aria-hidden="true" />
      <p>{words.say('log.on', { study, since: words.moment(Date.parse(since)) })}</p>
      <button type="button" class="stop" onClick={onStop}>
        {words.say('log.stop')}
      </button>
    </div>
  );
}
