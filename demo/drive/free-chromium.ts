import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { switches } from '../chromium-switches';
import { findChromium } from '../machine/find-browser';
import { evaluateBy } from '../popup';
import type { LaunchOptions } from './driver';
import { FreeBrowser, type OwnPage } from './free-browser';
import { waitFor } from './wait-for';

type Result = Record<string, unknown>;
type Send = (method: string, params?: object, sessionId?: string) => Promise<Result>;

/** Commands to the browser itself over its pipe; nothing is attached to but what is asked for. */
function pipeOf(child: ChildProcess): Send {
  const [, , , into, from] = child.stdio as unknown as [null, null, null, Writable, Readable];
  const waiting = new Map<number, { resolve(result: Result): void; reject(cause: Error): void }>();
  let heard = '';
  let last = 0;
  from.setEncoding('utf8');
  from.on('data', (text: string) => {
    const messages = (heard + text).split('\0');
    heard = messages.pop() ?? '';
    for (const message of messages) {
      const { id, result, error } = JSON.parse(message);
      const asked = waiting.get(id);
      waiting.delete(id);
      if (error) asked?.reject(new Error(error.message));
      else asked?.resolve(result);
    }
  });
  from.on('close', () => {
    for (const { reject } of waiting.values()) reject(new Error('the browser is gone'));
  });
  return (method, params = {}, sessionId = undefined) =>
    new Promise((resolve, reject) => {
      last += 1;
      waiting.set(last, { resolve, reject });
      into.write(`${JSON.stringify({ id: last, method, params, sessionId })}\0`);
    });
}

/** The value of an expression in a target, which is let go again: a worker that is held lives on for ever. */
async function evaluateIn(send: Send, targetId: string, expression: string): Promise<unknown> {
  const { sessionId } = await send('Target.attachToTarget', { targetId, flatten: true });
  try {
    return await evaluateBy((method, params) => send(method, params, String(sessionId)), expression);
  } finally {
    await send('Target.detachFromTarget', { sessionId }).catch(() => undefined);
  }
}

/** Starts Chromium with the extension in it, and with no debugger at any page of the web. @throws {BrowserNotFound} */
export async function launchFreeChromium(options: LaunchOptions): Promise<FreeBrowser> {
  const profile = options.userDataDir ?? mkdtempSync(join(tmpdir(), 'free-browser-'));
  const preferences = join(profile, 'Default', 'Preferences');
  if (!existsSync(preferences)) {
    mkdirSync(join(profile, 'Default'), { recursive: true });
    writeFileSync(preferences, JSON.stringify({ extensions: { ui: { developer_mode: true } } }));
  }
  const language = options.language ?? 'id';
  const child = spawn(
    await findChromium(),
    [
      ...switches(options),
      '--headless=new',
      '--no-first-run',
      '--no-default-browser-check',
      '--disable-background-networking',
      '--disable-component-update',
      '--remote-debugging-pipe',
      `--user-data-dir=${profile}`,
      'about:blank',
    ],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'], env: { ...process.env, LANGUAGE: language } },
  );
  const gone = new Promise<void>((done) => child.once('exit', () => done()));
  const send = pipeOf(child);
  const path = resolve(options.extensionPath ?? '');
  const { id } = await send('Extensions.loadUnpacked', { path });
  const origin = `chrome-extension://${id}/`;
  const targets = async () => {
    const { targetInfos } = await send('Target.getTargets');
    return targetInfos as { targetId: string; type: string; url: string }[];
  };
  const ours = async () =>
    (await targets()).find(({ type, url }) => type === 'service_worker' && url.startsWith(origin));
  await waitFor(ours, { timeout: 15_000, told: () => 'the extension has no worker' });
  const ownPage = async (file: string): Promise<OwnPage> => {
    const { targetId } = await send('Target.createTarget', { url: origin + file });
    return { evaluate: (expression) => evaluateIn(send, String(targetId), expression) };
  };
  // A page of the extension has all its rights, and is there while the worker sleeps.
  const openHands = async (): Promise<OwnPage> => {
    const page = await ownPage('examples.html');
    await waitFor(
      async () => (await page.evaluate('typeof chrome.tabs').catch(() => '')) === 'object' || undefined,
      { told: () => 'no page of the extension opens' },
    );
    return page;
  };
  let hands = await openHands();
  return new FreeBrowser({
    name: 'Chromium',
    hands: { evaluate: (expression) => hands.evaluate(expression) },
    ownPage,
    stopBackground: async () => {
      const worker = await ours();
      if (worker) await send('Target.closeTarget', { targetId: worker.targetId });
    },
    inBackground: async (expression) => {
      const worker = await ours();
      if (!worker) throw new Error('the background sleeps');
      return evaluateIn(send, worker.targetId, expression);
    },
    renew: async () => {
      const before = await ours();
      await hands.evaluate('void setTimeout(() => chrome.runtime.reload())');
      const isNew = async () => {
        const worker = await ours();
        return worker !== undefined && worker.targetId !== before?.targetId ? worker : undefined;
      };
      await waitFor(isNew, { timeout: 15_000, told: () => 'the extension did not come back' });
      hands = await openHands();
    },
    close: async () => {
      await send('Browser.close').catch(() => undefined);
      await gone;
      if (!options.userDataDir)
        rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  });
}
