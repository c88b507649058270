import { setTimeout as pause } from 'node:timers/promises';

/** A page of the extension, opened in a tab. */
export interface OwnPage {
  evaluate(expression: string): Promise<unknown>;
}

interface Reached {
  readonly name: 'Chromium' | 'Firefox';
  /** A part of the extension from which all is done: not the background itself, which may sleep. */
  readonly hands: OwnPage;
  ownPage(path: string): Promise<OwnPage>;
  stopBackground(): Promise<void>;
  /** The value of an expression in the background itself. */
  inBackground(expression: string): Promise<unknown>;
  /** Loads the extension anew, as an update does. */
  renew(): Promise<void>;
  close(): Promise<void>;
}

/**
 * A browser as people have it: with its back/forward cache, with prerendered pages, and no debugger at any page of the
 * web. All is done by the extension's own rights, from a page of it. Tabs are named by the browser's numbers.
 */
export class FreeBrowser {
  constructor(private readonly reached: Reached) {}

  get name(): 'Chromium' | 'Firefox' {
    return this.reached.name;
  }
  ownPage = (path: string): Promise<OwnPage> => this.reached.ownPage(path);
  /** Ends the background at once, as the browser does when it is idle. */
  stopBackground = (): Promise<void> => this.reached.stopBackground();
  /** The value of an expression in the background itself. */
  inBackground = (expression: string): Promise<unknown> => this.reached.inBackground(expression);
  /** Loads the extension anew while the browser runs on, as an update does; its own pages are closed by it. */
  renew = (): Promise<void> => this.reached.renew();
  close = (): Promise<void> => this.reached.close();
  /** The value of an expression in a page of the extension, awaited. */
  byExtension = (expression: string): Promise<unknown> => this.reached.hands.evaluate(expression);

  /** Opens a tab and waits until its page is there. */
  async open(address: string): Promise<number> {
    const tabId = Number(
      await this.byExtension(`chrome.tabs.create({ url: ${JSON.stringify(address)} }).then(({ id }) => id)`),
    );
    await this.isAt(tabId, address);
    return tabId;
  }
  async go(tabId: number, address: string): Promise<void> {
    await this.byExtension(
      `chrome.tabs.update(${tabId}, { url: ${JSON.stringify(address)} }).then(() => null)`,
    );
    await this.isAt(tabId, address);
  }
  async back(tabId: number, address: string): Promise<void> {
    // Not `tabs.goBack`: Chromium passes over pages that nobody has touched.
    await this.inPage(tabId, 'void setTimeout(() => history.back())');
    await this.isAt(tabId, address);
  }
  /** The tab's address, or '' where the browser hides it. */
  async addressOf(tabId: number): Promise<string> {
    return String(await this.byExtension(`chrome.tabs.get(${tabId}).then(({ url }) => url ?? '')`));
  }
  /** The value of an expression in the page's own world, awaited. */
  inPage(tabId: number, expression: string): Promise<unknown> {
    return this.byExtension(
      `chrome.scripting.executeScript({ target: { tabId: ${tabId} }, world: 'MAIN', injectImmediately: true,
        func: async () => (${expression}\n) }).then(([{ result }]) => result ?? null)`,
    );
  }
  title = async (tabId: number): Promise<string> =>
    String(await this.byExtension(`chrome.action.getTitle({ tabId: ${tabId} })`));

  private async isAt(tabId: number, address: string): Promise<void> {
    for (const end = Date.now() + 10_000; Date.now() < end; await pause(30)) {
      const tab = (await this.byExtension(
        `chrome.tabs.get(${tabId}).then(({ url, status }) => ({ url, status }))`,
      )) as { url?: string; status?: string };
      if (
        tab.status === 'complete' &&
        (tab.url ?? address).replace(/#.*/s, '') === address.replace(/#.*/s, '')
      )
        return;
    }
    throw new Error(`the tab did not come to ${address}`);
  }
}
