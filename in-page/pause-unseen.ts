import { read } from './own-properties';

/**
 * Ends after a time in ms, without the numbers of the page's own timers: those go up by one with each `setTimeout` and
 * each animation frame of ours too, and a page can count them.
 */
export const pauseUnseen = (ms: number): Promise<undefined> =>
  new Promise((resolve) => {
    AbortSignal.timeout(ms).addEventListener('abort', () => resolve(undefined), { once: true });
  });

/** Ends after the browser's next look at what is in view, which comes with each frame that it draws. */
export const nextFrameUnseen = (): Promise<void> =>
  new Promise((resolve) => {
    new IntersectionObserver((_entries, observer) => {
      observer.disconnect();
      resolve();
    }).observe(read(document, 'documentElement'));
  });
