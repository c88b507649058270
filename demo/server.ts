import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { generate } from 'selfsigned';
import { feedAnswer } from './feed/feed-pages';
import { demoPages, pageFor } from './shop/demo-pages';
import { frame } from './shop/page-frame';

export interface DemoServer {
  /** TCP port on 127.0.0.1. */
  readonly port: number;
  /** Every host the server answers for, without ports. */
  readonly hosts: string[];
  /** Each request in order of arrival, misses included; path has no query, `from` is the origin that asked, if told. */
  readonly requests: { host: string; path: string; from: string }[];
  /** Pages of others, which come before the demo's own. Hosts that are added later must be the demo's. */
  readonly others: OtherHost[];
  close(): Promise<void>;
}

/** A host that is not the demo's own: a test may need one that takes a payment, or refuses it. */
export interface OtherHost {
  readonly host: string;
  /** The answer for a path with its query, and for the body that was sent; null leaves it to the demo. */
  answer(
    path: string,
    method: string,
    body: () => Promise<string>,
  ): OtherAnswer | null | Promise<OtherAnswer>;
}

interface OtherAnswer {
  readonly status: number;
  readonly headers?: Record<string, string>;
  readonly body: string;
  /** What comes later, if anything: more of the body, and its end, each so many ms after what came before. */
  readonly later?: readonly { readonly after: number; readonly body: string }[];
}

/** Serves the demo pages over HTTPS on 127.0.0.1, with a key that lives no longer than the process. */
export async function startDemoServer(given: readonly OtherHost[] = []): Promise<DemoServer> {
  const others = [...given];
  const ofDemo = demoPages.map((page) => new URL(page.address).host);
  const hosts = [...new Set([...ofDemo, ...others.map(({ host }) => host)])];
  const requests: DemoServer['requests'] = [];
  const { private: key, cert } = await certificateFor(hosts);

  const server = createServer({ key, cert }, (request, response) => {
    const host = (request.headers.host ?? '').replace(/:\d+$/, '');
    const path = (request.url ?? '/').replace(/[?#].*$/s, '');
    requests.push({ host, path, from: request.headers.origin ?? request.headers.referer ?? '' });
    const other = others
      .find((one) => one.host === host)
      ?.answer(request.url ?? '/', request.method ?? 'GET', () => text(request));
    if (other) {
      void Promise.resolve(other).then(async ({ status, headers, body, later = [] }) => {
        response.writeHead(status, { 'cache-control': kept, ...headers });
        response.write(body);
        for (const more of later) {
          await pause(more.after);
          response.write(more.body);
        }
        response.end();
      });
      return;
    }
    answerFor(host, path)
      .catch((error) => ({ status: 500, type: 'text/plain; charset=utf-8', body: String(error) }))
      .then(({ status, type, body }) => {
        response.writeHead(status, { 'content-type': type, 'cache-control': kept });
        response.end(body);
      });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });

  return {
    port: (server.address() as AddressInfo).port,
    hosts,
    requests,
    others,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

/** A demo page, or else something of the feed app. */
async function answerFor(host: string, path: string): Promise<Answer> {
  const page = pageFor(host, path);
  if (page) return { status: 200, type: HTML, body: page.html };
  const answer = await feedAnswer(host, path);
  return answer ? { status: 200, ...answer } : { status: 404, type: HTML, body: NOT_FOUND };
}

const HTML = 'text/html; charset=utf-8';
/** Asked for anew at each load, and yet kept by the browser for the way back, as TikTok's own pages may be. */
const kept = 'no-cache';

function certificateFor(hosts: readonly string[]): ReturnType<typeof generate> {
  return generate([{ name: 'commonName', value: 'demo' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [{ name: 'subjectAltName', altNames: hosts.map((value) => ({ type: 2, value })) }],
  });
}

const NOT_FOUND = frame({
  title: 'Tidak ada',
  look: 'h1{text-align:center;margin:80px 20px}',
  body: '<h1>Halaman contoh ini tidak ada</h1>',
});
