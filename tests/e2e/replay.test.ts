import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildWacz } from '../../core/bundle/build-wacz';
import { readZip } from '../../core/bundle/read-zip';
import { writeZip, zipTimeOf } from '../../core/bundle/write-zip';
import { findChromium } from '../../scripts/find-browser';
import { demoCapture, newKey, taken } from '../builders/bundles';

// The engine of ReplayWeb.page, as its service worker, in a Chromium that reaches 127.0.0.1 only.
const engine = join(import.meta.dirname, '../../node_modules/@webrecorder/wabac/dist/sw.js');
const pageUrl = 'https://www.tiktok.com/@_/video/00000';
const html = '<!doctype html><html lang="id"><title>TikTok</title><p>Keranjang kuning: ████</p></html>';

let server: Server;
let origin: string;
let profile: string;
let context: BrowserContext;
let page: Page;
const served = new Map<string, Uint8Array>();

beforeAll(async () => {
  const { wacz } = await buildWacz(demoCapture(await newKey(), { html }));
  served.set('/whole.wacz', wacz);
  served.set('/edited.wacz', withEditedList(wacz));
  served.set('/sw.js', readFileSync(engine));
  server = createServer((request, response) => serve(request.url ?? '', request.headers.range, response));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  profile = mkdtempSync(join(tmpdir(), 'replay-'));
  context = await chromium.launchPersistentContext(profile, {
    executablePath: await findChromium(),
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    ],
  });
  page = await context.newPage();
  await page.goto(origin);
  await page.evaluate(async () => {
    await navigator.serviceWorker.register('/sw.js?useHashCheck=1', { scope: '/' });
    await navigator.serviceWorker.ready;
    if (!navigator.serviceWorker.controller)
      await new Promise((done) => navigator.serviceWorker.addEventListener('controllerchange', done));
  });
});
afterAll(async () => {
  await context?.close();
  await new Promise((done) => server?.close(done));
  if (profile) rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
});

/** The engine asks for parts of a file. */
function serve(path: string, range: string | undefined, response: import('node:http').ServerResponse): void {
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

/** One letter of the title in the list of files changed, the container in order. */
function withEditedList(wacz: Uint8Array): Uint8Array {
  const files = readZip(wacz, () => true).entries.map(({ name, bytes }) => {
    const text = new TextDecoder('latin1').decode(bytes ?? new Uint8Array());
    const edited = text.replace('"title": "TikTok"', '"title": "TikTak"');
    return { name, bytes: Uint8Array.from(edited, (sign) => sign.charCodeAt(0)) };
  });
  return writeZip(files, zipTimeOf(taken));
}

interface Opened {
  readonly pages: readonly { readonly url: string; readonly title: string }[];
  readonly verify: { readonly numValid: number; readonly numInvalid: number };
}

/** Opens an archive in the engine and gives what it says of it. */
const open = (name: string): Promise<Opened> =>
  page.evaluate(
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

/** The archived content at an address, as recorded: status, type and size. */
const recorded = (coll: string, url: string) =>
  page.evaluate(
    async ([path]) => {
      const answer = await fetch(path);
      const { byteLength } = await answer.arrayBuffer();
      return { status: answer.status, type: answer.headers.get('content-type'), size: byteLength };
    },
    [`/w/${coll}/20261124050012id_/${url}`] as const,
  );

describe('the replay engine of web archives', () => {
  test('opens our archive: one page, its signature and all hashes valid', async () => {
    const { pages, verify } = await open('whole');
    expect(pages.map(({ url }) => url)).toEqual([pageUrl]);
    expect(verify).toMatchObject({ numValid: 3, numInvalid: 0 });
  });

  test('plays the page, the picture and the facts, byte for byte', async () => {
    const { entries } = readZip(served.get('/whole.wacz') ?? new Uint8Array(), () => true);
    const size = (wanted: string) => entries.find(({ name }) => name === wanted)?.bytes?.length;
    const sizeOfPage = new TextEncoder().encode(html).length;
    expect(await recorded('whole', pageUrl)).toMatchObject({ status: 200, size: sizeOfPage });
    expect(await recorded('whole', `urn:view:${pageUrl}`)).toEqual({
      status: 200,
      type: 'image/png',
      size: size('evidence/screenshot.png'),
    });
    expect(await recorded('whole', `urn:capture:${pageUrl}`)).toMatchObject({
      status: 200,
      size: size('evidence/capture.json'),
    });
  });

  test('reports an edited list of files', async () => {
    const { verify } = await open('edited');
    expect(verify.numInvalid).toBeGreaterThanOrEqual(1);
  });
});
