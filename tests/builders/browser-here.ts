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
export const launchHere = (options: LaunchOptions): Promise<DrivenBrowser> =>
  launchBrowser(browserHere, options);
