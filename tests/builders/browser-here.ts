import { existsSync, readdirSync } from 'node:fs';
import { expect } from 'vitest';
import {
  type BrowserName,
  browserNames,
  type DrivenBrowser,
  type LaunchOptions,
} from '../../demo/drive/driver';
import { builtFor, launchBrowser } from '../../demo/drive/launch';

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

/** A browser of the file's own, which closes it; most files do with the worker's (stage-here.ts). */
export async function launchHere(options: LaunchOptions): Promise<DrivenBrowser> {
  const browser = await launchBrowser(browserHere, options);
  launched.push({ browser, requests: options.requests });
  return browser;
}

/** What the extension asked of the network, as the browser or the server saw it: nothing, if all is well. */
export function callsOfExtension({ browser, requests = [] }: Launched): string[] {
  const served = requests.filter(({ from }) => /^\w+-extension:/.test(from));
  return [...(browser.calls()?.byExtension ?? []), ...served.map(({ path, from }) => `${path} from ${from}`)];
}

/** That the browsers which a file launched for itself, and closed, saw no call of the extension. */
export function expectNoCalls(): void {
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
