import type { CDPSession, Page } from 'playwright-core';

/** A line to one thread's inspector: that of a page, or of a worker of it. */
export interface ThreadSession {
  readonly name: string;
  send(method: string, params?: object): Promise<Record<string, unknown>>;
}

/** The page itself and the workers that it starts from now on, each with a session of its own. */
export async function threadsOf(page: Page): Promise<() => readonly ThreadSession[]> {
  const session = await page.context().newCDPSession(page);
  const threads: ThreadSession[] = [{ name: 'page', send: session.send.bind(session) as never }];
  session.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
    if (targetInfo.type === 'worker')
      threads.push(workerSession(session, sessionId, `worker ${threads.length}`));
  });
  session.on('Target.detachedFromTarget', ({ sessionId }) => {
    const at = threads.findIndex((thread) => 'id' in thread && thread.id === sessionId);
    if (at > 0) threads.splice(at, 1);
  });
  await session.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: false,
    flatten: false,
  });
  return () => [...threads];
}

/** Playwright opens no session to a worker: messages go through the page's. */
function workerSession(session: CDPSession, sessionId: string, name: string): ThreadSession & { id: string } {
  let last = 0;
  const asked = new Map<number, { resolve: (result: never) => void; reject: (error: Error) => void }>();
  session.on('Target.receivedMessageFromTarget', ({ sessionId: from, message }) => {
    if (from !== sessionId) return;
    const { id, result, error } = JSON.parse(message);
    if (error) asked.get(id)?.reject(new Error(error.message));
    else asked.get(id)?.resolve(result as never);
    asked.delete(id);
  });
  session.on('Target.detachedFromTarget', ({ sessionId: gone }) => {
    if (gone !== sessionId) return;
    for (const { reject } of asked.values()) reject(new Error('the worker is gone'));
    asked.clear();
  });
  return {
    id: sessionId,
    name,
    send: (method, params = {}) =>
      new Promise((resolve, reject) => {
        last += 1;
        asked.set(last, { resolve, reject });
        const message = JSON.stringify({ id: last, method, params });
        session.send('Target.sendMessageToTarget', { sessionId, message }).catch(reject);
      }),
  };
}
