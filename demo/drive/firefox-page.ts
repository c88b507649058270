import { writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { callOf, evaluateIn, type OnBidi } from './bidi';
import type { DrivenPage, EmulatedMedia } from './driver';
import { nextDownload } from './firefox-downloads';
import { FirefoxElements } from './firefox-elements';
import { initScript } from './firefox-init-script';
import { keyActions } from './firefox-keys';
import { emulateMedia } from './firefox-media';
import { type FirefoxWindow, uuid } from './firefox-window';
import type { Question } from './look-in-page';
import { waitFor } from './wait-for';

type Page = DrivenPage;

/** A tab of Firefox by raw WebDriver BiDi, of the web or of the extension: puppeteer drives only the former. */
export class FirefoxPage implements DrivenPage {
  private readonly elements: FirefoxElements;
  private readonly pointer = { x: 0, y: 0 };

  constructor(
    private readonly window: FirefoxWindow,
    private readonly told: OnBidi,
    readonly context: string,
  ) {
    this.elements = new FirefoxElements(window, context);
  }

  private bidi(method: string, more: object = {}): Promise<Record<string, unknown>> {
    return this.window.bidi(method, { context: this.context, ...more });
  }
  private ask(what: Question, selector: string, word = ''): Promise<unknown> {
    return this.elements.ask({ selector, what, word });
  }

  async goto(address: string): Promise<void> {
    if (!address.startsWith('moz-extension:')) {
      await this.bidi('browsingContext.navigate', { url: address, wait: 'complete' });
      return;
    }
    const before = await this.document();
    // Only the browser itself may open such a page from another.
    await this.window.run(`navigables.getBrowserById('${this.context}').loadURI(Services.io.newURI(${JSON.stringify(address)}),
      { triggeringPrincipal: extension.principal }) ?? null`);
    const isSameDocument =
      address.includes('#') && address.split('#')[0] === String(before.address).split('#')[0];
    await waitFor(
      async () => {
        const now = await this.document();
        const isThere = now.isComplete && now.address === address;
        return isThere && (isSameDocument || now.began !== before.began) ? true : undefined;
      },
      { told: () => `${address} did not open` },
    );
  }

  private async document(): Promise<{ address?: string; began?: number; isComplete?: boolean }> {
    const look = `({ address: location.href, began: performance.timeOrigin, isComplete: document.readyState === 'complete' })`;
    return (await this.evaluate(look).catch(() => ({}))) as { address?: string };
  }

  async reload(): Promise<void> {
    await this.bidi('browsingContext.reload', { wait: 'complete' });
  }
  async url(): Promise<string> {
    const tab = (await this.window.tabs()).find(({ context }) => context === this.context);
    return tab?.url ?? '';
  }
  title = async (): Promise<string> => String(await this.evaluate('document.title'));
  async close(): Promise<void> {
    await this.bidi('browsingContext.close');
  }
  async bringToFront(): Promise<void> {
    // What is typed goes to the page anyway, but without the window's focus it shows no ring.
    const focus = (act: string) =>
      this.window.run(`(() => {
        const tab = navigables.getBrowserById('${this.context}');
        ${act}
        return gBrowser.selectedBrowser === tab && document.activeElement === tab;
      })()`);
    if (await focus('')) return;
    await this.bidi('browsingContext.activate');
    await focus('tab.focus();');
  }

  evaluate = (async (code: unknown, word?: unknown) =>
    evaluateIn(this.window.bidi, { context: this.context }, callOf(code, word))) as Page['evaluate'];

  async addInitScript(code: string): Promise<void> {
    const script = { functionDeclaration: `() => { ${code} }`, contexts: [this.context] };
    await this.window.bidi('script.addPreloadScript', script);
    const tab = `navigables.getBrowsingContextById('${this.context}').browserId`;
    await this.window.run(initScript(code, tab));
  }

  waitForSelector = (...[selector, { state, timeout } = {}]: Parameters<Page['waitForSelector']>) =>
    this.elements.until(selector, state, timeout);
  async waitForURL(address: string | RegExp, { timeout }: { timeout?: number } = {}): Promise<void> {
    const fits = (url: string) => (typeof address === 'string' ? url === address : address.test(url));
    await waitFor(async () => (fits(await this.url()) ? true : undefined), {
      ...(timeout !== undefined && { timeout }),
      told: () => `the page did not come to ${address}`,
    });
  }
  waitForTimeout = (milliseconds: number): Promise<void> => pause(milliseconds);

  waitForEvent = (async (event: 'download' | 'close' | 'load', { timeout }: { timeout?: number } = {}) => {
    if (event === 'download') return nextDownload(this.window, timeout);
    const before = event === 'load' ? await this.document() : {};
    const isOver = async () => {
      if (event === 'close')
        return !(await this.window.tabs()).some(({ context }) => context === this.context);
      const now = await this.document();
      return now.isComplete === true && now.began !== before.began;
    };
    return waitFor(async () => ((await isOver()) ? true : undefined), { told: () => `no ${event}` });
  }) as Page['waitForEvent'];

  textContent = async (selector: string) => (await this.ask('text', selector)) as string | null;
  innerText = async (selector: string) => String(await this.ask('drawn-text', selector));
  inputValue = async (selector: string) => String(await this.ask('value', selector));
  getAttribute = async (selector: string, name: string) =>
    (await this.ask('attribute', selector, name)) as string | null;
  isChecked = async (selector: string) => Boolean(await this.ask('is-checked', selector));
  isDisabled = async (selector: string) => Boolean(await this.ask('is-disabled', selector));
  locator = (selector: string) => this.elements.locator(selector, (which) => this.click(which));

  private async act(...actions: object[]): Promise<void> {
    await this.bidi('input.performActions', { actions });
  }
  private point(...actions: object[]): Promise<void> {
    return this.act({ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions });
  }

  async click(selector: string, options?: { position: { x: number; y: number } }): Promise<void> {
    // A person sees what is pressed.
    await this.bringToFront();
    const point = await this.elements.pointOf(selector, options?.position);
    await this.mouse.move(point.x, point.y);
    await this.mouse.down();
    await this.mouse.up().catch((cause: unknown) => {
      // The press closed the page, or led away from it.
      if (!/no such|discarded|not found|AbortError|aborted/i.test(String(cause))) throw cause;
    });
  }
  async focus(selector: string): Promise<void> {
    await this.bringToFront();
    await this.ask('focus', selector);
  }
  async fill(selector: string, text: string): Promise<void> {
    await this.bringToFront();
    await this.ask('fill', selector, text);
  }
  check = (selector: string) => this.tick(selector, true);
  uncheck = (selector: string) => this.tick(selector, false);
  private async tick(selector: string, wanted: boolean): Promise<void> {
    if ((await this.ask('is-checked', selector)) === wanted) return;
    await this.click(selector);
    // A press is through before the page has dealt with it.
    await waitFor(async () => (await this.ask('is-checked', selector)) === wanted || undefined, {
      timeout: 2000,
      told: () => `${selector} cannot be ticked`,
    });
  }
  async selectOption(selector: string, value: string): Promise<void> {
    await this.bringToFront();
    await this.ask('select', selector, value);
  }
  async setInputFiles(selector: string, path: string | string[]): Promise<void> {
    await this.ask('count', selector);
    const expression = `document.querySelector(${JSON.stringify(selector)})`;
    const target = { context: this.context };
    const { result } = await this.window.bidi('script.evaluate', { expression, target, awaitPromise: false });
    const { sharedId } = result as { sharedId: string };
    await this.bidi('input.setFiles', { element: { sharedId }, files: [path].flat() });
  }

  readonly keyboard = {
    press: async (keys: string): Promise<void> => {
      await this.bringToFront();
      await this.act({ type: 'key', id: 'keyboard', actions: keyActions(keys) });
    },
  };
  readonly mouse = {
    move: async (x: number, y: number, { steps = 1 } = {}): Promise<void> => {
      const from = { ...this.pointer };
      Object.assign(this.pointer, { x, y });
      const at = (from: number, to: number, step: number) => Math.round(from + ((to - from) * step) / steps);
      const moves = Array.from({ length: steps }, (_none, step) => ({
        type: 'pointerMove',
        x: at(from.x, x, step + 1),
        y: at(from.y, y, step + 1),
      }));
      await this.point(...moves);
    },
    down: () => this.point({ type: 'pointerDown', button: 0 }),
    up: () => this.point({ type: 'pointerUp', button: 0 }),
  };

  async setViewportSize(viewport: { width: number; height: number }): Promise<void> {
    await this.bidi('browsingContext.setViewport', { viewport });
  }
  emulateMedia = (media: EmulatedMedia): Promise<void> => emulateMedia(this.window, this, media);
  async screenshot({ path }: { path?: string } = {}): Promise<Buffer> {
    const png = Buffer.from(String((await this.bidi('browsingContext.captureScreenshot')).data), 'base64');
    if (path) writeFileSync(path, png);
    return png;
  }

  on = ((event: 'request' | 'console' | 'pageerror', listener: (told: unknown) => void) => {
    const name = event === 'request' ? 'network.beforeRequestSent' : 'log.entryAdded';
    this.told(name, (told) => {
      const { context, source, request, text, type } = told as unknown as {
        context?: string;
        source?: { context?: string };
        request?: { url: string };
        text?: string;
        type?: string;
      };
      if ((context ?? source?.context) !== this.context) return;
      if (event === 'request') listener({ url: () => String(request?.url) });
      else if ((type === 'javascript') === (event === 'pageerror')) listener({ text: () => String(text) });
    });
    return this.window.bidi('session.subscribe', { events: [name] });
  }) as Page['on'];
  setDefaultTimeout(milliseconds: number): void {
    this.elements.timeout = milliseconds;
  }
}

/** Address of a page of the extension in Firefox. */
export const addressInFirefox = (path: string): string => `moz-extension://${uuid}/${path}`;
