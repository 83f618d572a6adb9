import { getRequestListener } from '@hono/node-server';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Allows } from '#server/couch/entering.ts';
import { refusal } from '#server/couch/refusals.ts';
import { storeInFolder } from '#server/couch/store.ts';
import { endpoint } from '../server/couch/endpoint.ts';
import { ONLY_READS, type FuzzServer } from './fuzz-server.ts';

type Endpoint = ReturnType<typeof endpoint>;

type Answer = (request: Request) => Promise<Response>;

const listening = async (answer: Answer): Promise<Server> => {
  const server = createServer(getRequestListener(answer));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
};

const closed = (server: Server | undefined): Promise<void> =>
  new Promise((resolve) => {
    if (server === undefined) return resolve();
    server.close(() => resolve());
    server.closeAllConnections();
  });

/** Lets a page ask that was served from elsewhere. */
const letPages = ({ headers }: Response, request: Request): void => {
  headers.set('access-control-allow-origin', '*');
  headers.set('access-control-allow-methods', 'GET, PUT, POST, DELETE, HEAD');
  headers.set(
    'access-control-allow-headers',
    request.headers.get('access-control-request-headers') ?? '*',
  );
  headers.set('access-control-expose-headers', '*');
  headers.set('access-control-max-age', '600');
};

/** In memory, or on a disk where it has to be put back; behind a port when `isHttp`. */
export const openServer = async (
  isHttp: boolean,
  onDisk: boolean,
): Promise<FuzzServer & { readonly port: number | undefined }> => {
  const root = onDisk ? mkdtempSync(join(tmpdir(), 'volym-fuzz-')) : undefined;
  const readers = new Set<string>();
  const isReader = ({ headers }: Request): boolean =>
    readers.has(headers.get('authorization') ?? '') || headers.has(ONLY_READS);
  const allows: Allows = (request, _, need) =>
    need === 'write' && isReader(request)
      ? refusal(403, 'forbidden', 'readers only read')
      : undefined;
  const start = async (folder: string): Promise<Endpoint> =>
    root === undefined
      ? endpoint(allows)
      : endpoint(allows, await storeInFolder(join(root, folder)));
  let now = await start('now');
  const before: Endpoint[] = [];
  const answer: Answer = async (request) => {
    if (request.method === 'OPTIONS') {
      const allowed = new Response(null, { status: 204 });
      letPages(allowed, request);
      return allowed;
    }
    const answered = await now.app.fetch(request);
    // After the answer is made, as the real one says it (server/endpoint.ts).
    answered.headers.set('volym-role', isReader(request) ? 'reader' : 'member');
    letPages(answered, request);
    return answered;
  };
  const server = isHttp ? await listening(answer) : undefined;
  const port = (server?.address() as AddressInfo | undefined)?.port;
  const direct = async (address: string, init?: RequestInit) => answer(new Request(address, init));
  const overHttp = (address: string, init?: RequestInit) =>
    fetch(address.replace('http://endpoint', `http://127.0.0.1:${port}`), init);
  return {
    port,
    app: { request: isHttp ? overHttp : direct },
    ask: (...given) => now.ask(...given),
    readers,
    copy: async () => {
      // It opens its files at the first question.
      await now.ask('GET', '/w');
      if (root !== undefined) cpSync(join(root, 'now'), join(root, 'older'), { recursive: true });
    },
    putBack: async () => {
      if (root === undefined) return;
      before.push(now);
      now = await start('older');
      server?.closeAllConnections();
    },
    close: async () => {
      await closed(server);
      for (const server of [...before, now]) await server.close();
      if (root !== undefined) rmSync(root, { recursive: true });
    },
  };
};
