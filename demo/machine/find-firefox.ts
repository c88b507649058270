import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { BrowserNotFound } from './find-browser';
import { installPackages } from './install-packages';

/** The oldest that takes the extension: `strict_min_version` of its manifest. */
export const leastFirefox = 142;

const onPath = ['firefox-esr', 'firefox'].flatMap((name) =>
  (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name)),
);
const usual = [process.env.FIREFOX_PATH, ...onPath, '/Applications/Firefox.app/Contents/MacOS/firefox'];

interface Firefox {
  readonly path: string;
  readonly version: number;
}

/** Those that start, in the order in which they are looked for; a version that cannot be read is 0. */
const startingIn = (places: readonly (string | undefined)[]): Firefox[] =>
  places.flatMap((path) => {
    if (!path || !existsSync(path)) return [];
    const { error, stdout } = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 20_000 });
    return error === undefined ? [{ path, version: Number(/\d+/.exec(stdout ?? '')?.[0] ?? 0) }] : [];
  });

/**
 * The program of a Firefox that starts and takes the extension: `FIREFOX_PATH`, one on PATH, else Debian's firefox-esr is
 * installed.
 *
 * @throws {BrowserNotFound} when there is none, or only older ones, and none can be installed; in a sentence for the person
 */
export function findFirefox(places = usual, install = () => installPackages('firefox-esr')): string {
  const newEnough = ({ version }: Firefox) => version >= leastFirefox;
  const found =
    startingIn(places).find(newEnough) ?? (install() ? startingIn(places).find(newEnough) : undefined);
  if (found !== undefined) return found.path;
  const [old] = startingIn(places);
  throw new BrowserNotFound(
    old === undefined
      ? 'No Firefox was found and none could be installed: install Firefox yourself, or set FIREFOX_PATH to its program file.'
      : `Firefox ${old.version} is here, and the extension needs ${leastFirefox} or newer: install that, or set FIREFOX_PATH to its program file.`,
  );
}
