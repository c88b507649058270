import { existsSync, readFileSync } from 'node:fs';
import type { BrowserContext, Page } from 'playwright-core';
import type { Calls } from './calls';

const ours = 'chrome-extension://';

interface LogEntry {
  readonly type?: number;
  readonly params?: { readonly initiator?: string; readonly request_type?: string; readonly url?: string };
}

/**
 * What Chromium's own log of its network tells of all its processes (`--log-net-log`), also of requests that led nowhere.
 * Each entry is a line; of a browser that was killed the last one is cut, and passed over.
 */
export function callsInLog(text: string): Calls {
  const [head = '', ...lines] = text.split('\n');
  const { constants } = JSON.parse(`${head.replace(/,\s*$/, '')}}`);
  const started = lines.flatMap((line) => {
    if (!line.includes('"initiator"')) return [];
    const { type, params } = entryIn(line);
    return params && type === constants.logEventTypes.URL_REQUEST_START_JOB ? [params] : [];
  });
  const byExtension = started.filter(
    ({ initiator, request_type }) => initiator?.startsWith(ours) && request_type !== 'main frame',
  );
  return { seen: started.length, byExtension: byExtension.map(({ url }) => String(url)) };
}

function entryIn(line: string): LogEntry {
  try {
    return JSON.parse(line.replace(/(?:,|\],)?\s*$/, ''));
  } catch {
    return {};
  }
}

/** Calls of the extension's scripts in pages: Chromium's log counts them as the page's, their stack tells. */
export class ScriptCalls {
  readonly seen: string[] = [];
  private readonly listening = new Map<Page, Promise<void>>();

  constructor(context: BrowserContext) {
    const begin = (page: Page) => this.listening.set(page, this.listen(context, page));
    context.pages().forEach(begin);
    context.on('page', begin);
  }

  /** Ends when a page is listened to: what it loads from then on is seen. */
  async heard(page: Page): Promise<Page> {
    await this.listening.get(page);
    return page;
  }

  private async listen(context: BrowserContext, page: Page): Promise<void> {
    try {
      const session = await context.newCDPSession(page);
      session.on('Network.requestWillBeSent', ({ request, initiator }) => {
        const isOurs = initiator.stack?.callFrames.some(({ url }) => url.startsWith(ours)) ?? false;
        if (isOurs && /^(?:https?|wss?):/.test(request.url)) this.seen.push(request.url);
      });
      await session.send('Network.enable');
    } catch (cause) {
      // The page was closed meanwhile: it asks for nothing any more.
      if (!page.isClosed() && context.browser()?.isConnected()) throw cause;
    }
  }
}

/** The log of a browser that has ended, and what its pages' scripts were seen to ask; null where it ended before it wrote. */
export function callsOf(logFile: string, scripts: ScriptCalls): Calls | null {
  const log = existsSync(logFile) ? readFileSync(logFile, 'utf8') : '';
  if (!log.includes('\n')) return null;
  const { seen, byExtension } = callsInLog(log);
  return { seen, byExtension: [...byExtension, ...scripts.seen] };
}
