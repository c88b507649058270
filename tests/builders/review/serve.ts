import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import preact from '@preact/preset-vite';
import { build } from 'vite';

/** The review editor on a page of its own, on 127.0.0.1: `start(…)` in the page begins a review. */
export async function serveReview(): Promise<{ address: string; close: () => Promise<void> }> {
  const result = await build({
    root: join(import.meta.dirname, '../../..'),
    configFile: false,
    logLevel: 'warn',
    plugins: [preact()],
    build: {
      write: false,
      minify: false,
      modulePreload: false,
      assetsInlineLimit: Number.POSITIVE_INFINITY,
      cssCodeSplit: false,
      rollupOptions: { input: join(import.meta.dirname, 'main.tsx'), output: { format: 'iife' } },
    },
  });
  const built = (Array.isArray(result) ? result : [result]).flatMap((one) =>
    'output' in one ? one.output : [],
  );
  const script = built.map((one) => (one.type === 'chunk' ? one.code : '')).join('');
  const style = built
    .map((one) => (one.type === 'asset' && one.fileName.endsWith('.css') ? String(one.source) : ''))
    .join('');
  const html = `<!doctype html><html lang="id"><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>–</title><style>${style}
.switch { position: absolute; top: 8px; right: 8px; z-index: 3 }</style><script src="/main.js" defer></script><body></body></html>`;
  const server = createServer(({ url }, response) => {
    const isScript = url === '/main.js';
    response.setHeader('content-type', `${isScript ? 'text/javascript' : 'text/html'}; charset=utf-8`);
    response.end(isScript ? script : html);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        // The browser stays, and so would its connections.
        server.closeAllConnections();
      }),
  };
}
