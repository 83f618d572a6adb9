import { getRequestListener } from '@hono/node-server';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { createApp } from '#server/app.ts';
import { readSite } from '#server/site.ts';

const root = join(import.meta.dirname, '../..');
const benchPage = join(root, 'node_modules/.volym-bench');
const TYPES: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript' };

/**
 * Where the bench page is served: at the same address as the built app, so that it can fill the
 * app's own store.
 */
export const BENCH = '/bench-page/';

/** The built app, served by the app's own server until `stop`. */
export const serveApp = async (): Promise<{ url: string; stop(): Promise<void> }> => {
  const site = readSite(join(root, 'build'));
  const app = getRequestListener(createApp({ site: () => site }).fetch);
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://bench').pathname;
    if (!path.startsWith(BENCH)) return void app(request, response);
    const file = join(benchPage, path.slice(BENCH.length) || 'index.html');
    response
      .writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'text/plain' })
      .end(readFileSync(file));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const stop = async (): Promise<void> => {
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await closed;
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, stop };
};
