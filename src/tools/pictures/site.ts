import { getRequestListener } from '@hono/node-server';
import { mkdtemp } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '../../server/app.ts';
import { endpointInFolder } from '../../server/endpoint.ts';
import { followSite } from '../../server/site.ts';

/**
 * The built app on a free port of this computer; `take` serves another build at the same address.
 */
export type ServedSite = {
  readonly url: string;
  /** The link that connects a workspace, as the server prints it. */
  readonly setUpLink: string;
  take(folder: string): void;
  close(): void;
};

/** Serves a build by the real server. */
export const serveSite = async (folder: string): Promise<ServedSite> => {
  let current = followSite(folder);
  const endpoint = await endpointInFolder(await mkdtemp(join(tmpdir(), 'volym-pictures-')));
  const app = createApp({ site: () => current(), endpoint });
  const server = createServer(getRequestListener(app.fetch));
  await new Promise<void>((listening) => void server.listen(0, '127.0.0.1', listening));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    setUpLink: `${url}/join#set-up.${endpoint.doors.setUp}`,
    take: (other) => void (current = followSite(other)),
    close: () => {
      server.close();
      server.closeAllConnections();
      void endpoint.close();
    },
  };
};
