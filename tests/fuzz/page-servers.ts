import type { BrowserCommand } from 'vitest/node';
import type { FuzzServer } from './fuzz-server.ts';
import { openServer } from './server.ts';

// What a page asks of Node: a page has no server.

const opened = new Map<number, FuzzServer>();

const serverAt = (port: number): FuzzServer => {
  const server = opened.get(port);
  if (server === undefined) throw new Error(`no server is open on ${port}`);
  return server;
};

/** Opens a server and answers its port. */
const openFuzzServer: BrowserCommand<[onDisk: boolean]> = async (_, onDisk) => {
  const server = await openServer(true, onDisk);
  if (server.port === undefined) throw new Error('the server has no port');
  opened.set(server.port, server);
  return server.port;
};

/** What the server answers, asked by nobody in particular. */
const askFuzzServer: BrowserCommand<[port: number, method: string, path: string]> = (
  _,
  port,
  method,
  path,
) => serverAt(port).ask(method, path);

const copyFuzzServer: BrowserCommand<[port: number]> = (_, port) => serverAt(port).copy();

const putBackFuzzServer: BrowserCommand<[port: number]> = (_, port) => serverAt(port).putBack();

const closeFuzzServer: BrowserCommand<[port: number]> = async (_, port) => {
  const server = serverAt(port);
  opened.delete(port);
  await server.close();
};

/** The commands of the page's rounds (page-ground.ts). */
export const pageServers = {
  openFuzzServer,
  askFuzzServer,
  copyFuzzServer,
  putBackFuzzServer,
  closeFuzzServer,
};
