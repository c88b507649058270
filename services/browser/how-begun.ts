import browser from 'webextension-polyfill';

const key = 'browserIsTheSame';
/** Longest wait for the browser's word that it was started, in ms. */
const patience = 1500;

/**
 * Why the background runs from here on: it was woken; the extension was renewed (updated, loaded anew, switched on
 * again) in a browser that ran on; or the browser itself was started.
 */
export type Begun = 'woken' | 'renewed' | 'started';

/** To be called as the background begins, and once: the browser tells of its start at once or never. */
export async function howBegun(): Promise<Begun> {
  let wasStarted = false;
  const started = new Promise<void>((resolve) => {
    browser.runtime.onStartup.addListener(() => {
      wasStarted = true;
      resolve();
    });
  });
  const { [key]: isSame } = await browser.storage.session.get(key);
  if (isSame) return 'woken';
  await browser.storage.session.set({ [key]: true });
  await Promise.race([started, new Promise((resolve) => setTimeout(resolve, patience))]);
  return wasStarted ? 'started' : 'renewed';
}
