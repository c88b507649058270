import { spawnSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { installPackages } from './install-packages';

/** No Chromium is on this machine and none could be installed. The message is one sentence for the user. */
export class BrowserNotFound extends Error {
  override readonly name = 'BrowserNotFound';
}

const VERSION_TIMEOUT_MS = 20_000;
const INSTALL_TIMEOUT_MS = 10 * 60_000;
const NAMES_ON_PATH = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const MAC_PLACES = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/**
 * The path of a Chromium that starts: `CHROMIUM_PATH`, Playwright's own, one on PATH, one in the usual
 * places; else one is installed (Playwright's download, then apt) and stderr says so.
 * @throws {BrowserNotFound} when nothing is found and nothing can be installed.
 */
export async function findChromium(): Promise<string> {
  const wished = process.env.CHROMIUM_PATH;
  if (wished && !starts(wished))
    say(`CHROMIUM_PATH is ${wished}, but that does not start; looking elsewhere.`);

  const found = firstThatStarts();
  if (found) return found;

  say('No Chromium was found on this machine; installing one for Playwright.');
  installWithPlaywright();
  const downloaded = firstThatStarts();
  if (downloaded) return downloaded;

  if (installWithApt()) {
    const installed = firstThatStarts();
    if (installed) return installed;
  }
  throw new BrowserNotFound(
    'No Chromium was found and none could be installed: install Chromium or Google Chrome yourself, or set CHROMIUM_PATH to its program file.',
  );
}

function firstThatStarts(): string | undefined {
  return candidates().find(starts);
}

function candidates(): string[] {
  const places = [process.env.CHROMIUM_PATH, playwrightsOwn(), ...onPath(), ...usualPlaces()];
  return [...new Set(places.filter((place): place is string => Boolean(place)))];
}

function playwrightsOwn(): string | undefined {
  try {
    return chromium.executablePath();
  } catch {
    return undefined; // Playwright has no build for this platform
  }
}

function onPath(): string[] {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const ending = process.platform === 'win32' ? '.exe' : '';
  return NAMES_ON_PATH.flatMap((name) => folders.map((folder) => join(folder, name + ending)));
}

function usualPlaces(): string[] {
  if (process.platform === 'darwin') return MAC_PLACES;
  if (process.platform !== 'win32') return [];
  const roots = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA];
  const programs = ['Google\\Chrome\\Application\\chrome.exe', 'Chromium\\Application\\chrome.exe'];
  return roots.flatMap((root) => (root ? programs.map((program) => join(root, program)) : []));
}

/** On Windows existing must do: chrome.exe opens a window instead of answering `--version`. */
function starts(path: string): boolean {
  if (!existsSync(path)) return false;
  if (process.platform === 'win32') return true;
  return spawnSync(path, ['--version'], { stdio: 'ignore', timeout: VERSION_TIMEOUT_MS }).status === 0;
}

function installWithPlaywright(): void {
  const folder = dirname(createRequire(import.meta.url).resolve('playwright-core/package.json'));
  // --no-shell: the headless shell cannot load extensions.
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(folder, 'cli.js'), 'install', 'chromium', '--no-shell'],
    { encoding: 'utf8', timeout: INSTALL_TIMEOUT_MS },
  );
  if (status === 0) return;
  const cause = /^Error: (.+)$/m.exec(`${stderr}${stdout}`)?.[1];
  say(`Playwright's Chromium could not be downloaded${cause ? ` (${cause})` : ''}.`);
}

/** Debian keeps every language but English in -l10n; where that package is unknown, chromium has them all. */
const installWithApt = (): boolean =>
  installPackages('chromium', 'chromium-l10n') || installPackages('chromium');

function say(sentence: string): void {
  process.stderr.write(`find-browser: ${sentence}\n`);
}

function isTheCommand(): boolean {
  const script = process.argv[1];
  return script !== undefined && realpathSync(script) === fileURLToPath(import.meta.url);
}

if (isTheCommand()) {
  try {
    process.stdout.write(`${await findChromium()}\n`);
  } catch (error) {
    if (!(error instanceof BrowserNotFound)) throw error;
    say(error.message);
    process.exitCode = 1;
  }
}
