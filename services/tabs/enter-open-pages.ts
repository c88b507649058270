import browser from 'webextension-polyfill';
import { takeOldNotes } from '../../in-page/note/take-old-notes';

/**
 * Brings our script into the pages that are open already, as after an update: the scripts of the version before are there
 * still, but can reach nobody, and a note of theirs would stand for ever.
 */
export async function enterOpenPages(): Promise<void> {
  const matches = browser.runtime.getManifest().host_permissions ?? [];
  const tabs = await browser.tabs.query({ url: matches, discarded: false });
  await Promise.all(
    tabs.map(async ({ id }) => {
      if (id === undefined) return;
      // An error page takes no script; where a dialog of the page stands, the script comes when that is closed.
      const into = { target: { tabId: id } };
      await browser.scripting.executeScript({ ...into, func: takeOldNotes }).catch(() => []);
      await browser.scripting.executeScript({ ...into, files: ['/page-reader.js'] }).catch(() => []);
    }),
  );
}
