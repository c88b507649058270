import type { Bidi } from './bidi';
import { evaluateIn } from './bidi';
import { waitFor } from './wait-for';

export const addOnId = '{3942a69a-77cf-4a9a-9ece-da020e83ff1e}';
/** Fixed, so that the pages of the extension have an address we know. */
export const uuid = '11111111-2222-4333-8444-555555555555';

export interface Context {
  readonly context: string;
  readonly url: string;
}

/** The browser's own window: what WebDriver BiDi has no command for is done from there. */
export class FirefoxWindow {
  private constructor(
    readonly bidi: Bidi,
    private readonly context: string,
  ) {}

  static async of(bidi: Bidi): Promise<FirefoxWindow> {
    const { contexts } = await bidi('browsingContext.getTree', { 'moz:scope': 'chrome' });
    const chrome = (contexts as Context[]).find(({ url }) => url.includes('browser.xhtml'));
    const window = new FirefoxWindow(bidi, chrome?.context ?? '');
    await window.run(reachViews);
    return window;
  }

  /** The value of an expression in the window; `extension` and `navigables` are there. */
  run(expression: string): Promise<unknown> {
    const named = `const { NavigableManager: navigables } = ChromeUtils.importESModule('chrome://remote/content/shared/NavigableManager.sys.mjs');
      const parent = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs').ExtensionParent;
      const extension = parent.GlobalManager.getExtension('${addOnId}');`;
    return evaluateIn(
      this.bidi,
      { context: this.context },
      `(async () => { ${named} return (${expression}\n); })()`,
    );
  }

  /** All tabs' contexts. */
  async tabs(): Promise<Context[]> {
    return (await this.bidi('browsingContext.getTree', { maxDepth: 0 })).contexts as Context[];
  }

  /** The context of the popup or the background, once it is there. */
  view(type: 'popup' | 'background', timeout = 10_000): Promise<string> {
    return waitFor(async () => ((await this.viewNow(type)) ?? undefined) as string | undefined, {
      timeout,
      told: () => `Firefox shows no ${type} of the extension`,
    });
  }

  viewNow(type: 'popup' | 'background'): Promise<unknown> {
    return this.run(`(() => {
      const id = [...extension.views].find(({ viewType }) => viewType === '${type}')?.xulBrowser?.browsingContext?.id;
      return id ? 'view-' + id : null;
    })()`);
  }
}

/** BiDi knows tabs and frames only; the popup and the background become reachable by the number of their context. */
const reachViews = `(() => {
  if (navigables.reachesViews) return;
  navigables.reachesViews = true;
  const contextOf = navigables.getBrowsingContextById.bind(navigables);
  navigables.getBrowsingContextById = (id) =>
    String(id).startsWith('view-') ? BrowsingContext.get(Number(String(id).slice(5))) : contextOf(id);
  const idOf = navigables.getIdForBrowsingContext.bind(navigables);
  navigables.getIdForBrowsingContext = (context) => idOf(context) ?? (context ? 'view-' + context.id : null);
})()`;
