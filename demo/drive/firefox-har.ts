import type { FirefoxWindow } from './firefox-window';

/** What the network panel of Firefox's developer tools writes of the tab in front. */
export interface FirefoxHar {
  /** Opens the panel; what was asked before is not in the file. */
  begin(): Promise<void>;
  /** The file, as "Save all as HAR" would write it. */
  read(): Promise<string>;
}

export const harOf = (window: FirefoxWindow): FirefoxHar => ({
  begin: async () => {
    await window.run(`(async () => {
      const { require } = ChromeUtils.importESModule('resource://devtools/shared/loader/Loader.sys.mjs');
      const { gDevTools } = require('devtools/client/framework/devtools');
      Services.prefs.setBoolPref('devtools.netmonitor.persistlog', true);
      const toolbox = await gDevTools.showToolboxForTab(gBrowser.selectedTab, { toolId: 'netmonitor' });
      globalThis.netMonitor = await toolbox.getNetMonitorAPI();
      return true;
    })()`);
  },
  read: async () => String(await window.run('netMonitor.getHar().then((har) => JSON.stringify(har))')),
});
