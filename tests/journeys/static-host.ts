import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};

/**
 * How the host is set up: the folder of the address that holds the files, and whether it shows
 * a 404.html.
 */
export type StaticHost = { readonly under?: string; readonly knowsNotFoundPage?: boolean };

/**
 * Plain files and nothing else, in the manner of `python3 -m http.server`: no fallback page, no
 * headers of ours, hidden files refused; with `knowsNotFoundPage` in the manner of the usual hosts
 * for pages.
 */
export const hostStatic = async (
  folder: string,
  { under = '', knowsNotFoundPage = false }: StaticHost = {},
) => {
  const read = async (path: string): Promise<Buffer | undefined> =>
    path.includes('/.') ? undefined : readFile(join(folder, path)).catch(() => undefined);

  const server = createServer((request, response) => {
    void (async () => {
      const { pathname } = new URL(request.url ?? '/', 'http://host');
      const inside = pathname.startsWith(`${under}/`) ? pathname.slice(under.length) : undefined;
      const path = inside?.endsWith('/') ? `${inside}index.html` : inside;
      const found = path === undefined ? undefined : await read(path);
      if (path !== undefined && found !== undefined) {
        response
          .writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream' })
          .end(found);
        return;
      }
      const notFound = knowsNotFoundPage ? await read('/404.html') : undefined;
      response
        .writeHead(404, { 'content-type': 'text/html; charset=utf-8' })
        .end(notFound ?? 'Not found');
    })();
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}${under}`,
    stop: () =>
      new Promise<void>((stopped) => {
        server.close(() => stopped());
        server.closeAllConnections();
      }),
  };
};
