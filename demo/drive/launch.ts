import { join } from 'node:path';
import { launchDemoBrowser } from '../browser';
import type { BrowserName, DrivenBrowser, LaunchOptions } from './driver';
import { launchFirefox } from './firefox';

const folders: Record<BrowserName, string> = { Chromium: 'chrome-mv3', Firefox: 'firefox-mv3' };

/** Folder of the extension as it is built for a browser. */
export const builtFor = (name: BrowserName): string =>
  join(import.meta.dirname, '../../.output', folders[name]);

/** Starts a browser with the extension in it. @throws {BrowserNotFound} */
export const launchBrowser = (name: BrowserName, options: LaunchOptions): Promise<DrivenBrowser> =>
  (name === 'Chromium' ? launchDemoBrowser : launchFirefox)({ extensionPath: builtFor(name), ...options });
