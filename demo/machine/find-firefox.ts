import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { BrowserNotFound } from './find-browser';
import { installPackages, isThere } from './install-packages';

const onPath = ['firefox-esr', 'firefox'].flatMap((name) =>
  (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name)),
);
const places = [process.env.FIREFOX_PATH, ...onPath, '/Applications/Firefox.app/Contents/MacOS/firefox'];

const firstThatStarts = (): string | undefined =>
  places.find(
    (path): path is string =>
      Boolean(path) && existsSync(path as string) && isThere(path as string, '--version'),
  );

/**
 * The program of a Firefox that starts: `FIREFOX_PATH`, one on PATH, else Debian's firefox-esr is installed.
 * @throws {BrowserNotFound} when nothing is found and nothing can be installed.
 */
export function findFirefox(): string {
  const found = firstThatStarts() ?? (installPackages('firefox-esr') ? firstThatStarts() : undefined);
  if (found === undefined)
    throw new BrowserNotFound(
      'No Firefox was found and none could be installed: install Firefox yourself, or set FIREFOX_PATH to its program file.',
    );
  return found;
}
