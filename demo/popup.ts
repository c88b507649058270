import { writeFileSync } from 'node:fs';
import type { CDPSession, Page } from 'playwright-core';
import { waitFor } from './drive/wait-for';

/** The answer stands in several lines, a name large among them, and is one sentence all the same. */
export const readText = `(() => {
  const answer = document.querySelector('.answer');
  const all = document.body?.innerText ?? '';
  return answer ? all.replace(answer.innerText, answer.textContent) : all;
})()`;

export type ColorScheme = 'light' | 'dark';

/** The extension's real popup, which Playwright does not list among its pages. */
export interface Popup {
  /** The value of an expression in the popup, awaited; throws what the expression throws. */
  evaluate(expression: string): Promise<unknown>;
  /** What a reader sees: the body's innerText, the answer as the one sentence that it is. */
  text(): Promise<string>;
  /** Writes a PNG of the popup's window, at most 600 px high, to a file. */
  screenshot(path: string): Promise<void>;
  /** Waits until the expression is true. @throws after `timeoutMs`, with the popup's text in the message. */
  waitFor(expression: string, timeoutMs: number): Promise<void>;
  close(): Promise<void>;
}

const OPEN_TIMEOUT_MS = 10_000;
const ANSWER_TIMEOUT_MS = 15_000;

/**
 * Presses the toolbar button on the page's tab and attaches to the popup that opens.
 * @throws when no popup of the extension opens within ten seconds.
 */
export async function openPopup(
  browserSession: CDPSession,
  extensionId: string,
  page: Page,
  colorScheme: ColorScheme,
): Promise<Popup> {
  await page.bringToFront();
  const before = new Set((await popupTargets(browserSession, extensionId)).map((target) => target.targetId));
  const targetId = await tabTargetOf(browserSession, page);
  await browserSession.send('Extensions.triggerAction', { id: extensionId, targetId });
  const opened = async () =>
    (await popupTargets(browserSession, extensionId)).find((target) => !before.has(target.targetId))
      ?.targetId;
  const told = () => `No popup opened on ${page.url()}`;
  const popupId = await waitFor(opened, { timeout: OPEN_TIMEOUT_MS, told });

  const send = await attach(browserSession, popupId);
  await send('Emulation.setEmulatedMedia', {
    features: [{ name: 'prefers-color-scheme', value: colorScheme }],
  });
  const popup = asPopup(
    (expression) => evaluateBy(send, expression),
    async () => (await send('Page.captureScreenshot', { format: 'png' })).data,
    async () => void (await browserSession.send('Target.closeTarget', { targetId: popupId })),
  );
  await popup.waitFor("document.readyState === 'complete'", OPEN_TIMEOUT_MS);
  return popup;
}

interface Waiting {
  resolve(result: Record<string, unknown>): void;
  reject(error: Error): void;
  timer: NodeJS.Timeout;
}

type Send = (method: string, params?: Record<string, unknown>) => Promise<Record<string, unknown>>;

/** The value of an expression by `Runtime.evaluate`, awaited; throws what the expression throws. */
export async function evaluateBy(send: Send, expression: string): Promise<unknown> {
  const asked = { expression, awaitPromise: true, returnByValue: true };
  const { result, exceptionDetails } = (await send('Runtime.evaluate', asked)) as {
    result: { value?: unknown };
    exceptionDetails?: { text: string; exception?: { description?: string } };
  };
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value;
}

/**
 * A popup by what a browser can do with it.
 * @param picture gives a PNG of its window, as Base64
 * @param look evaluates what is waited for
 */
export function asPopup(
  evaluate: Popup['evaluate'],
  picture: () => Promise<unknown>,
  close: Popup['close'],
  look = evaluate,
): Popup {
  const text = async (): Promise<string> => String(await evaluate(readText));
  return {
    evaluate,
    text,
    close,
    screenshot: async (path) => writeFileSync(path, Buffer.from(String(await picture()), 'base64')),
    waitFor: async (expression, timeout) => {
      // What throws is not true yet: an element may still be missing.
      const settled = `(async () => { try { return Boolean(await (${expression})); } catch { return false; } })()`;
      try {
        const isTrue = async () => ((await look(settled)) === true ? true : undefined);
        await waitFor(isTrue, { timeout, told: () => `Not true in the popup: ${expression}` });
      } catch (cause) {
        throw new Error(`${String(cause)}. It shows: ${await text().catch(String)}`, { cause });
      }
    },
  };
}

/** A command channel to a target the browser session is not otherwise attached to. */
async function attach(browserSession: CDPSession, targetId: string): Promise<Send> {
  const { sessionId } = await browserSession.send('Target.attachToTarget', { targetId, flatten: false });
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  const take = (id: number): Waiting | undefined => {
    const taken = waiting.get(id);
    waiting.delete(id);
    clearTimeout(taken?.timer);
    return taken;
  };
  browserSession.on('Target.receivedMessageFromTarget', (event) => {
    if (event.sessionId !== sessionId) return;
    const { id, result, error } = JSON.parse(event.message);
    const asked = take(id);
    if (error) asked?.reject(new Error(error.message));
    else asked?.resolve(result);
  });
  browserSession.on('Target.detachedFromTarget', (event) => {
    if (event.sessionId !== sessionId) return;
    for (const id of [...waiting.keys()]) take(id)?.reject(new Error('The popup closed.'));
  });

  return (method, params = {}) =>
    new Promise((resolve, reject) => {
      const id = ++lastId;
      const tooLate = (): void => take(id)?.reject(new Error(`The popup did not answer ${method}.`));
      waiting.set(id, { resolve, reject, timer: setTimeout(tooLate, ANSWER_TIMEOUT_MS) });
      browserSession
        .send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method, params }) })
        .catch((cause) => take(id)?.reject(new Error('The popup closed.', { cause })));
    });
}

/** The action takes a tab target, and nothing names the tab of a page: it is the active one at its address. */
async function tabTargetOf(browserSession: CDPSession, page: Page): Promise<string> {
  const active = async () => {
    const { targetInfos } = await browserSession.send('Target.getTargets', { filter: [{ type: 'tab' }] });
    const there = targetInfos.filter((target) => target.url === page.url());
    return (there.find((target) => String(target.embedderData?.tabActive) === 'true') ?? there[0])?.targetId;
  };
  return waitFor(active, { timeout: OPEN_TIMEOUT_MS, told: () => `No tab is at ${page.url()}` });
}

/** All targets of the extension but its worker and its own tabs. */
async function popupTargets(browserSession: CDPSession, extensionId: string) {
  const { targetInfos } = await browserSession.send('Target.getTargets', { filter: [{}] });
  return targetInfos.filter(
    ({ type, url }) =>
      url.startsWith(`chrome-extension://${extensionId}/`) && type !== 'service_worker' && type !== 'tab',
  );
}
