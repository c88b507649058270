import browser from 'webextension-polyfill';

/** Where it is kept that the page was opened. */
export const welcomed = 'welcomed';

/** Opens the first-run page once in the life of an installation: never after an update, never twice. */
export function welcomeOnce(): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') void welcome();
  });
}

async function welcome(): Promise<void> {
  // A browser may tell of an installation again, as when an unpacked extension is loaded anew.
  if ((await browser.storage.local.get(welcomed))[welcomed] === true) return;
  await browser.storage.local.set({ [welcomed]: true });
  await browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
}
