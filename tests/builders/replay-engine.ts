import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { findChromium } from '../../demo/machine/find-browser';

const engine = join(import.meta.dirname, '../../node_modules/@webrecorder/wabac/dist/sw.js');

/** What the engine says of an archive. */
interface Opened {
  readonly pages: readonly { readonly url: string; readonly title: string }[];
  readonly verify: { readonly numValid: number; readonly numInvalid: number };
}

/** What the engine plays for an address. */
interface Played {
  readonly status: number;
  readonly type: string | null;
  readonly size: number;
}

export interface ReplayEngine {
  /** Opens an archive under a name of its own. */
  open(name: string, wacz: Uint8Array): Promise<Opened>;
  /** The archived content at an address, as recorded at a time (14 digits). */
  play(name: string, time: string, url: string): Promise<Played>;
  close(): Promise<void>;
}

/** The engine of ReplayWeb.page, as its service worker, in a Chromium that reaches 127.0.0.1 only. */
export async function startReplay(): Promise<ReplayEngine> {
  const served = new Map<string, Uint8Array>([['/sw.js', readFileSync(engine)]]);
  const server = createServer((request, response) =>
    serve(served, request.url ?? '', request.headers.range, response),
  );
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const profile = mkdtempSync(join(tmpdir(), 'replay-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: await findChromium(),
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    ],
  });
  const page = await context.newPage();
  await page.goto(origin);
  await page.evaluate(async () => {
    await navigator.serviceWorker.register('/sw.js?useHashCheck=1', { scope: '/' });
    await navigator.serviceWorker.ready;
    if (!navigator.serviceWorker.controller)
      await new Promise((done) => navigator.serviceWorker.addEventListener('controllerchange', done));
  });
  return {
    open: (name, wacz) => {
      served.set(`/${name}.wacz`, wacz);
      return page.evaluate(
        async ([coll, sourceUrl]) => {
          const worker = navigator.serviceWorker;
          const added = new Promise((done, fail) =>
            worker.addEventListener('message', ({ data }) => {
              if (data.msg_type === 'collAdded' && data.name === coll) done(null);
              if (data.msg_type === 'collProgress' && data.error) fail(new Error(data.error));
            }),
          );
          worker.controller?.postMessage({ msg_type: 'addColl', name: coll, file: { sourceUrl } });
          await added;
          return (await fetch(`/w/api/c/${coll}?all=1`)).json();
        },
        [name, `${origin}/${name}.wacz`] as const,
      );
    },
    play: (name, time, url) =>
      page.evaluate(
        async ([path]) => {
          const answer = await fetch(path);
          const { byteLength } = await answer.arrayBuffer();
          return { status: answer.status, type: answer.headers.get('content-type'), size: byteLength };
        },
        [`/w/${name}/${time}id_/${url}`] as const,
      ),
    close: async () => {
      await context.close();
      await new Promise((done) => server.close(done));
      rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
}

/** The engine asks for parts of a file. */
function serve(
  served: ReadonlyMap<string, Uint8Array>,
  path: string,
  range: string | undefined,
  response: ServerResponse,
): void {
  const [name = ''] = path.split('?');
  const bytes = served.get(name);
  if (bytes === undefined) {
    response
      .writeHead(name === '/' ? 200 : 404, { 'content-type': 'text/html' })
      .end('<title>replay</title>');
    return;
  }
  const type = name.endsWith('.js') ? 'text/javascript' : 'application/octet-stream';
  const head = { 'content-type': type, 'accept-ranges': 'bytes' };
  const [, from, to] = /bytes=(\d*)-(\d*)/.exec(range ?? '') ?? [];
  if (from === undefined) {
    response.writeHead(200, { ...head, 'content-length': bytes.length }).end(bytes);
    return;
  }
  const start = from === '' ? bytes.length - Number(to) : Number(from);
  const end = from === '' || to === '' ? bytes.length - 1 : Math.min(Number(to), bytes.length - 1);
  const part = bytes.subarray(start, end + 1);
  const contentRange = `bytes ${start}-${end}/${bytes.length}`;
  response
    .writeHead(206, { ...head, 'content-length': part.length, 'content-range': contentRange })
    .end(part);
}
