import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
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
export const chromiumPolicyFiles = (extensionId: string): PolicyFiles =>
  policyFiles(
    folders.map((folder) => join(folder, 'policies/managed', `test-${extensionId}.json`)),
    (policy) => ({ '3rdparty': { extensions: { [extensionId]: policy } } }),
  );

/**
 * The policy file of a Firefox on this machine, which it reads when it starts.
 * @throws where there is one already: there can be only one
 */
export function firefoxPolicyFile(addOnId: string): PolicyFiles {
  const file = '/etc/firefox/policies/policies.json';
  if (existsSync(file)) throw new Error(`${file} is there already and is not ours`);
  return policyFiles([file], (policy) => ({
    policies: { '3rdparty': { Extensions: { [addOnId]: policy } } },
  }));
}

function policyFiles(files: readonly string[], asFile: (policy: object) => object): PolicyFiles {
  const made: string[] = [];
  return {
    set: (policy) => {
      for (const file of files) {
        const first = mkdirSync(dirname(file), { recursive: true });
        if (first !== undefined) made.push(first);
        writeFileSync(file, JSON.stringify(asFile(policy)));
      }
    },
    remove: () => {
      for (const file of files) rmSync(file, { force: true });
      for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
    },
  };
}
