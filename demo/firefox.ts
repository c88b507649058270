import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { findFirefox } from '../scripts/find-firefox';

const addOnId = 'di-balik-keranjang@example.org';
/** Fixed, so that the pages of the extension have an address we know. */
const uuid = '11111111-2222-4333-8444-555555555555';
const patience = 20_000;

/** A page of the extension in Firefox: puppeteer cannot drive these, WebDriver BiDi can. */
export interface ExtensionPage {
  /** The value of an expression in the page, awaited, as JSON. @throws what the expression throws */
  evaluate(expression: string): Promise<unknown>;
  /** Waits until an expression is true. @throws after `ms` */
  waitFor(expression: string, ms?: number): Promise<void>;
  /** A PNG of what the window shows, base64. */
  screenshot(): Promise<string>;
  close(): Promise<void>;
}

export interface DemoFirefox {
  /** A page of the web. */
  newPage(): Promise<Page>;
  openExtensionPage(name: string): Promise<ExtensionPage>;
  /** A page of the extension that the extension itself opened. */
  extensionPage(name: string): Promise<ExtensionPage>;
  /** Folder that downloads are saved into, without asking. */
  readonly downloads: string;
  close(): Promise<void>;
}

interface FirefoxOptions {
  readonly extensionPath: string;
  readonly port: number;
  readonly hosts: readonly string[];
  readonly language?: 'id' | 'en';
  /** Further preferences of the browser. */
  readonly preferences?: Readonly<Record<string, unknown>>;
}

/**
 * Starts Firefox with the extension installed for this run, and no way to any host but the demo server: a proxy leads
 * there and refuses all others, Firefox's own calls at its start among them.
 * @throws {BrowserNotFound}
 */
export async function launchDemoFirefox(options: FirefoxOptions): Promise<DemoFirefox> {
  const executablePath = findFirefox();
  const downloads = mkdtempSync(join(tmpdir(), 'demo-firefox-'));
  const proxy = await startProxy(options);
  const { port } = proxy.address() as AddressInfo;
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    acceptInsecureCerts: true,
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'network.proxy.type': 1,
      'network.proxy.failover_direct': false,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': port,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': port,
      'services.settings.server': 'data:,',
      'app.normandy.enabled': false,
      'browser.download.folderList': 2,
      'browser.download.dir': downloads,
      'browser.download.useDownloadDir': true,
      'intl.locale.requested': options.language === 'en' ? 'en-US' : 'id',
      'extensions.webextensions.uuids': JSON.stringify({ [addOnId]: uuid }),
      ...options.preferences,
    },
  });
  await browser.installExtension(resolve(options.extensionPath));
  // The page of the first run would come into the way of whatever is opened next.
  await (await extensionPageAt(bidiOf(browser), 'welcome.html', new Set())).close();
  return {
    downloads,
    newPage: () => browser.newPage(),
    openExtensionPage: (name) => openExtensionPage(browser, name),
    extensionPage: (name) => extensionPageAt(bidiOf(browser), name, new Set()),
    close: async () => {
      await browser.close();
      await new Promise((done) => proxy.close(done));
      rmSync(downloads, { recursive: true, force: true });
    },
  };
}

async function startProxy({ port, hosts }: FirefoxOptions): Promise<Server> {
  const proxy = createServer((_request, response) => response.writeHead(502).end());
  proxy.on('connect', (request, client, head) => {
    client.on('error', () => {});
    if (!hosts.includes(String(request.url).split(':')[0] ?? '')) {
      client.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
      return;
    }
    const upstream = connect(port, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 OK\r\n\r\n');
      upstream.write(head);
      upstream.pipe(client);
      client.pipe(upstream);
    });
    upstream.on('error', () => client.destroy());
  });
  await new Promise<void>((done) => proxy.listen(0, '127.0.0.1', done));
  return proxy;
}

interface Context {
  readonly context: string;
  readonly url: string;
  readonly children?: readonly Context[] | null;
}
type Bidi = (method: string, params: object) => Promise<Record<string, unknown>>;

function bidiOf(browser: Browser): Bidi {
  const { connection } = browser as unknown as {
    connection: { send: (m: string, p: object) => Promise<{ result: Record<string, unknown> }> };
  };
  return async (method, params) => (await connection.send(method, params)).result;
}

const treesOf = async (bidi: Bidi, scope: object): Promise<Context[]> =>
  (await bidi('browsingContext.getTree', scope)).contexts as Context[];

async function openExtensionPage(browser: Browser, name: string): Promise<ExtensionPage> {
  const bidi = bidiOf(browser);
  const known = new Set((await treesOf(bidi, {})).map(({ context }) => context));
  const chrome = (await treesOf(bidi, { 'moz:scope': 'chrome' })).find(({ url }) =>
    url.includes('browser.xhtml'),
  );
  // Only the browser's own window may open such a page in a tab.
  await bidi('script.evaluate', {
    expression: `(() => { gBrowser.selectedTab = gBrowser.addTab(${JSON.stringify(`moz-extension://${uuid}/${name}`)}, {
      triggeringPrincipal: WebExtensionPolicy.getByID(${JSON.stringify(addOnId)}).extension.principal }); })()`,
    target: { context: chrome?.context },
    awaitPromise: true,
  });
  return extensionPageAt(bidi, name, known);
}

/** The page of the extension at an address, once it is there; those in `known` are not meant. */
async function extensionPageAt(bidi: Bidi, name: string, known: ReadonlySet<string>): Promise<ExtensionPage> {
  const address = `moz-extension://${uuid}/${name}`;
  const { context } = await firstOf(async () =>
    (await treesOf(bidi, {})).find((tree) => !known.has(tree.context) && tree.url.startsWith(address)),
  );
  const evaluate = async (expression: string): Promise<unknown> => {
    const answer = await bidi('script.evaluate', {
      expression: `(async () => JSON.stringify(await (${expression})) ?? 'null')()`,
      target: { context },
      awaitPromise: true,
      userActivation: true,
    });
    if (answer.type !== 'success') throw new Error(JSON.stringify(answer.exceptionDetails));
    return JSON.parse((answer.result as { value: string }).value);
  };
  return {
    evaluate,
    waitFor: async (expression, ms = patience) => {
      const end = Date.now() + ms;
      while (!(await evaluate(expression).catch(() => false))) {
        if (Date.now() > end)
          throw new Error(
            `not true after ${ms} ms: ${expression}; it shows: ${await evaluate('document.body.innerText')}`,
          );
        await pause(100);
      }
    },
    screenshot: async () => String((await bidi('browsingContext.captureScreenshot', { context })).data),
    close: async () => {
      await bidi('browsingContext.close', { context });
    },
  };
}

async function firstOf<T>(look: () => Promise<T | undefined>): Promise<T> {
  const end = Date.now() + patience;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > end) throw new Error('the page of the extension did not open');
    await pause(100);
  }
}
