import type { CaptureRefusal, Extent } from '../../core/capture/shots/frozen-page';
import { useReader } from '../explanation/reader';

export interface RefusedProps {
  reason: CaptureRefusal | 'failed';
  /** What went wrong, where it is a fault of ours. */
  detail: string;
  /** What was to be taken; null where the page cannot be named. */
  extent: Extent | null;
  onAgain: (extent: Extent) => void;
}

/** Where a second try on the same page makes sense. */
const mayTryAgain: readonly RefusedProps['reason'][] = [
  'stopped',
  'page-changed',
  'item-changed',
  'keeps-moving',
  'overlaid',
  'page-busy',
  'not-read',
  'not-in-front',
  'busy',
  'quota',
  'too-large',
  'no-picture',
  'failed',
];

/** Where the page had been scrolled, and is still there to be put back. */
const wasBegun: readonly RefusedProps['reason'][] = [
  'stopped',
  'page-changed',
  'item-changed',
  'keeps-moving',
  'overlaid',
  'not-in-front',
  'quota',
  'no-picture',
];

/** Where a full page would fail again. */
const visibleFirst: readonly RefusedProps['reason'][] = ['page-changed', 'keeps-moving', 'overlaid'];

/** Why there is no picture, that nothing was kept, and what can be done now. */
export function Refused({ reason, detail, extent, onAgain }: RefusedProps) {
  const { words } = useReader();
  const isAgain = extent !== null && mayTryAgain.includes(reason);
  // A full page that keeps moving would fail again: there its visible part is the first choice.
  const isVisibleFirst = extent === 'visible' || visibleFirst.includes(reason);
  return (
    <section class="refused" role="alert">
      <h2>{words.say(`capture.refused.${reason}`)}</h2>
      <p>{words.say(`capture.help.${reason}`, { reason: detail })}</p>
      <p class="note">
        {words.say('capture.nothing-kept')} {wasBegun.includes(reason) && words.say('capture.put-back')}
      </p>
      {isAgain && (
        <p class="actions">
          <button
            type="button"
            class={isVisibleFirst ? 'again-visible primary' : 'again-visible'}
            onClick={() => onAgain('visible')}
          >
            {words.say('capture.again.visible')}
          </button>
          <button
            type="button"
            class={isVisibleFirst ? 'again-full' : 'again-full primary'}
            onClick={() => onAgain('full')}
          >
            {words.say('capture.again.full')}
          </button>
        </p>
      )}
    </section>
  );
}
