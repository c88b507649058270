import { createServer } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';

/** A proxy that leads the hosts to the demo server and refuses all others, Firefox's own calls at its start too. */
export async function startProxy(
  demoPort: number,
  hosts: readonly string[],
): Promise<{ port: number; close(): Promise<void> }> {
  const proxy = createServer((_request, response) => response.writeHead(502).end());
  const sockets = new Set<Socket>();
  proxy.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  proxy.on('connect', (request, client, head) => {
    client.on('error', () => {});
    if (!hosts.includes(String(request.url).split(':')[0] ?? '')) {
      client.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
      return;
    }
    const upstream = connect(demoPort, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 OK\r\n\r\n');
      upstream.write(head);
      upstream.pipe(client);
      client.pipe(upstream);
    });
    upstream.on('error', () => client.destroy());
    client.on('close', () => upstream.destroy());
  });
  await new Promise<void>((done) => proxy.listen(0, '127.0.0.1', done));
  return {
    port: (proxy.address() as AddressInfo).port,
    close: () =>
      new Promise((done) => {
        proxy.close(() => done());
        // Those that lead on to the server are no longer the proxy's own to close.
        for (const socket of sockets) socket.destroy();
      }),
  };
}
