import { existsSync, readdirSync } from 'node:fs';
import { expect } from 'vitest';
import {
  type BrowserName,
  browserNames,
  type DrivenBrowser,
  type LaunchOptions,
} from '../../demo/drive/driver';
import { builtFor, launchBrowser } from '../../demo/drive/launch';
import { type DemoServer, type OtherHost, startDemoServer } from '../../demo/server';

const wished = process.env.SCENARIO_BROWSER;

/** The browser that this run of a scenario file is for. */
export const browserHere: BrowserName = browserNames.find((name) => name === wished) ?? 'Chromium';
/** Folder of the extension that was built for it. */
export const builtHere = builtFor(browserHere);
/** Every page that was built, such as 'logbook.html'. */
export const pagesHere = existsSync(builtHere)
  ? readdirSync(builtHere).filter((name) => name.endsWith('.html'))
  : [];

interface Launched {
  readonly browser: DrivenBrowser;
  readonly requests: LaunchOptions['requests'];
}
const launched: Launched[] = [];

interface Opened {
  close(): void | Promise<void>;
}
/** What the file opened for itself, and did not close yet. */
const open = new Set<Opened>();

/** Closed at the latest when the file ends, what was opened last before all else. */
export function untilTheEnd<T extends Opened>(opened: T): T {
  const { close } = opened;
  open.add(opened);
  return Object.assign(opened, {
    close: () => {
      open.delete(opened);
      return close();
    },
  });
}

/** A demo shop of the file's own, with pages of others; it is closed when the file ends. */
export const serveHere = async (others?: readonly OtherHost[]): Promise<DemoServer> =>
  untilTheEnd(await startDemoServer(others));

/** A browser of the file's own, closed when the file ends; most files do with the worker's (stage-here.ts). */
export async function launchHere(options: LaunchOptions): Promise<DrivenBrowser> {
  const browser = untilTheEnd(await launchBrowser(browserHere, options));
  launched.push({ browser, requests: options.requests });
  return browser;
}

/** What the extension asked of the network, as the browser or the server saw it: nothing, if all is well. */
export function callsOfExtension({ browser, requests = [] }: Launched): string[] {
  const served = requests.filter(({ from }) => /^\w+-extension:/.test(from));
  return [...(browser.calls()?.byExtension ?? []), ...served.map(({ path, from }) => `${path} from ${from}`)];
}

/** Closes what the file opened for itself; its browsers saw no call of the extension. */
export async function endFile(): Promise<void> {
  for (const one of [...open].toReversed()) await one.close();
  const mine = launched.splice(0);
  if (mine.length === 0) return;
  const all = mine.map(({ browser }) => browser.calls());
  const seen = all.reduce((sum, calls) => sum + (calls?.seen ?? 0), 0);
  const untold = all.filter((calls) => calls === null).length;
  const byExtension = mine.flatMap(callsOfExtension);
  console.log(
    `${seen} requests seen in all, ${byExtension.length} by the extension${untold > 0 ? `; ${untold} browsers were killed before they told` : ''}`,
  );
  expect(byExtension, 'the extension calls nobody').toEqual([]);
}
