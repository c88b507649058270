import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Where Chromium, Chrome and Chrome for Testing look on Linux: compiled in, so only root can try them. */
const folders = ['/etc/chromium', '/etc/opt/chrome', '/etc/opt/chrome_for_testing'];

export const maySetPolicies = process.platform === 'linux' && process.getuid?.() === 0;

export interface PolicyFiles {
  /** What the organisation sets from now on, for one extension alone. */
  set(policy: object): void;
  /** Takes the files away, and the folders that were made for them. */
  remove(): void;
}

/** Policy files for a Chromium on this machine, which concern one extension only. */
export function chromiumPolicyFiles(extensionId: string): PolicyFiles {
  const files = folders.map((folder) => join(folder, 'policies/managed', `test-${extensionId}.json`));
  const made: string[] = [];
  return {
    set: (policy) => {
      for (const file of files) {
        const first = mkdirSync(dirname(file), { recursive: true });
        if (first !== undefined) made.push(first);
        writeFileSync(file, JSON.stringify({ '3rdparty': { extensions: { [extensionId]: policy } } }));
      }
    },
    remove: () => {
      for (const file of files) rmSync(file, { force: true });
      for (const folder of made) rmSync(folder, { recursive: true, force: true });
    },
  };
}
