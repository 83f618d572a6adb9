import { getRequestListener } from '@hono/node-server';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createApp } from '../../server/app.ts';
import { followSite } from '../../server/site.ts';

/** The built app on a free port of this computer; `take` serves another build at the same address. */
export type ServedSite = {
  readonly url: string;
  take(folder: string): void;
  close(): void;
};

/** Serves a build by the real server. */
export const serveSite = async (folder: string): Promise<ServedSite> => {
  let current = followSite(folder);
  const app = createApp({ site: () => current() });
  const server = createServer(getRequestListener(app.fetch));
  await new Promise<void>((listening) => void server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    take: (other) => void (current = followSite(other)),
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
};
