import { useReader } from '../explanation/reader';

export interface ShootingProps {
  progress: { readonly done: number; readonly all: number };
  onStop: () => void;
}

/** While the shots are taken, behind the page that is captured: how far it is, and what it is careful about. */
export function Shooting({ progress, onStop }: ShootingProps) {
  const { words } = useReader();
  const text = words.say('capture.progress', { done: progress.done, all: progress.all });
  return (
    <section class="shooting">
      <h2>{words.say('capture.shooting')}</h2>
      <p>{words.say('capture.stay')}</p>
      <progress max={progress.all} value={progress.done} aria-label={text} />
      <p class="note" role="status">
        {text}
      </p>
      <p class="note">
        {words.say('capture.memory')} {words.say('capture.keys')}
      </p>
      <button type="button" class="stop" onClick={onStop}>
        {words.say('capture.stop')}
      </button>
    </section>
  );
}
