import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { BrowserName, DrivenBrowser } from '../../demo/drive/driver';
import { addOnId } from '../../demo/drive/firefox-window';

/** Where Chromium, Chrome and Chrome for Testing look on Linux: compiled in, so only root can try them. */
const folders = ['/etc/chromium', '/etc/opt/chrome', '/etc/opt/chrome_for_testing'];
const isRoot = process.platform === 'linux' && process.getuid?.() === 0;

interface Way {
  /** Whether this run may write where the browser looks. */
  readonly isOpen: boolean;
  /** Whether a running browser notices that a file has changed. */
  readonly isHeardLive: boolean;
  /** How the browser calls the extension. */
  idIn(browser: DrivenBrowser): string;
  files(own: string, extensionId: string): string[];
  asFile(extensionId: string, policy: object): object;
}

/** How each browser is told what an organisation sets for one extension. Firefox can be pointed at a file. */
const ways: Record<BrowserName, Way> = {
  Chromium: {
    isOpen: isRoot,
    isHeardLive: true,
    idIn: (browser) => new URL(browser.address('')).host,
    files: (_own, id) => folders.map((folder) => join(folder, 'policies/managed', `test-${id}.json`)),
    asFile: (id, policy) => ({ '3rdparty': { extensions: { [id]: policy } } }),
  },
  Firefox: {
    isOpen: true,
    isHeardLive: false,
    idIn: () => addOnId,
    files: (own) => [join(own, 'policies.json')],
    asFile: (id, policy) => ({ policies: { '3rdparty': { Extensions: { [id]: policy } } } }),
  },
};

export interface PolicyFiles {
  readonly isHeardLive: boolean;
  /** For the start of the browser. */
  readonly policyFile: string;
  /** What the organisation sets from now on, for one extension alone. */
  set(browser: DrivenBrowser, policy: object): void;
  /** Takes the files away, and the folders that were made for them. */
  remove(): void;
}

/** Policy files for a browser on this machine; null where only root may write them. */
export function policyFilesFor(name: BrowserName): PolicyFiles | null {
  const { isOpen, isHeardLive, idIn, files, asFile } = ways[name];
  if (!isOpen) return null;
  const own = mkdtempSync(join(tmpdir(), 'policy-'));
  const made: string[] = [own];
  const written = new Set<string>();
  return {
    isHeardLive,
    policyFile: join(own, 'policies.json'),
    set: (browser, policy) => {
      const extensionId = idIn(browser);
      for (const file of files(own, extensionId)) {
        const first = mkdirSync(dirname(file), { recursive: true });
        if (first !== undefined) made.push(first);
        writeFileSync(file, JSON.stringify(asFile(extensionId, policy)));
        written.add(file);
      }
    },
    remove: () => {
      for (const file of written) rmSync(file, { force: true });
      for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
    },
  };
}
