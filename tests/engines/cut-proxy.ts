import { Agent, createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** A device's connection to all servers, which can be cut. */
export type CutProxy = { readonly url: string; cut(isCut: boolean): void; stop(): void };

/**
 * A connection to each request: one that is kept may have been closed by the server a moment ago,
 * and the request with it.
 */
const ONE_EACH = new Agent({ keepAlive: false });

const forward = (from: IncomingMessage, to: ServerResponse): void => {
  const { host, ...headers } = from.headers;
  const { method } = from;
  const asked = request(from.url ?? '', {
    method,
    headers: { ...headers, host },
    setHost: false,
    agent: ONE_EACH,
  });
  asked.on('response', (answer) => {
    to.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
    answer.pipe(to);
    answer.on('error', () => to.destroy());
  });
  // As without a proxy: there is no answer, not even an error.
  asked.on('error', () => from.socket.destroy());
  to.on('close', () => asked.destroy());
  from.pipe(asked);
};

/** Starts a separate proxy. */
export const startCutProxy = async (): Promise<CutProxy> => {
  const open = new Set<Socket>();
  let isCut = false;
  const server = createServer((from, to) => (isCut ? from.socket.destroy() : forward(from, to)));
  server.on('connection', (socket) => {
    open.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => open.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const end = (): void => open.forEach((socket) => socket.destroy());
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut: (cuts) => {
      isCut = cuts;
      if (cuts) end();
    },
    stop: () => {
      server.close();
      end();
    },
  };
};
