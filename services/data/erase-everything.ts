import { deleteDB } from 'idb';
import browser from 'webextension-polyfill';
import { welcomed } from '../browser/welcome';
import { captureStoreName } from '../capture/keep/capture-store';
import { eraseOldRecord, eraseStudy, exportsOf, inStudy, readStudies } from '../log/store/read-studies';
import { afterRecording } from '../log/write/recorder';
import { requestView } from '../log/write/request-view';
import { forget } from '../settings/kept-settings';
import { readRecording, saveRecording } from '../settings/recording';

/**
 * Takes all of it out of the browser: the records of all studies, captures, all keys, settings, the optional permission. To be called in
 * the background, which writes the record: what it was about to write is written before, and goes too.
 *
 * @returns ids of the exports that were made of the record, to be told to whoever has them
 */
export async function eraseEverything(): Promise<readonly string[]> {
  const recording = await readRecording();
  if (recording.on) await saveRecording({ ...recording, on: false, since: null, stopped: null });
  const exports = await afterRecording(async () => {
    const made: string[] = [];
    // Whoever holds a store open, such as an open logbook, closes it when it is asked.
    for (const study of await readStudies()) {
      // A store that cannot be read goes as well.
      made.push(...(await inStudy(study, exportsOf).catch(() => [])));
      await eraseStudy(study);
    }
    await eraseOldRecord();
    await deleteDB(captureStoreName);
    return made;
  });
  await requestView.giveBack();
  await browser.storage.session.clear();
  await browser.storage.local.clear();
  forget();
  // The one thing that is kept: that the first-run page was opened, so that it never opens again.
  await browser.storage.local.set({ [welcomed]: true });
  return exports;
}
