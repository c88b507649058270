import { copyFileSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import type { Download } from './driver';
import type { FirefoxWindow } from './firefox-window';
import { waitFor } from './wait-for';

/** Waits for the next file that the browser has saved whole. Taken over, it leaves the folder of downloads. */
export async function nextDownload(window: FirefoxWindow, timeout?: number): Promise<Download> {
  const saved = async () => (await window.run(savedFiles)) as string[];
  const before = new Set(await saved());
  const path = await waitFor(async () => (await saved()).find((one) => !before.has(one)), {
    ...(timeout !== undefined && { timeout }),
    told: () => 'Firefox saved no file',
  });
  return {
    suggestedFilename: () => basename(path.replace(/^\d+:/, '')),
    saveAs: async (wanted) => {
      const from = path.replace(/^\d+:/, '');
      copyFileSync(from, wanted);
      rmSync(from);
    },
  };
}

/** Numbered, as one name may be saved again once its file was taken over. */
const savedFiles = `(async () => {
  const { Downloads } = ChromeUtils.importESModule('resource://gre/modules/Downloads.sys.mjs');
  const all = await (await Downloads.getList(Downloads.ALL)).getAll();
  return all.map((one, index) => (one.succeeded ? index + ':' + one.target.path : '')).filter(Boolean);
})()`;
