import { randomUUID } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OwnConnection } from '#data/sync/server/connection.ts';
import type { Accounts } from '#server/accounts/kept-accounts.ts';
import { hashOf, newSecret } from '#server/accounts/secret.ts';
import { serve } from '../journeys/serve.ts';
import { smallSite } from '../server/small-site.ts';
import { BENCH } from './app-site.ts';

/**
 * The endpoint under measure: its own process, on a folder of the disk, with devices that were let
 * in.
 */
export type LiveEndpoint = {
  readonly url: string;
  /** The bench page, served by the endpoint itself: a device asks its own server, without CORS. */
  readonly page: string;
  readonly workspace: string;
  readonly connections: readonly OwnConnection[];
  stop(): Promise<void>;
};

const benchPage = join(import.meta.dirname, '../../node_modules/.volym-bench');

/** Starts one with so many devices of one workspace. */
export const liveEndpoint = async (devices: number): Promise<LiveEndpoint> => {
  const data = mkdtempSync(join(tmpdir(), 'volym-bench-data-'));
  const site = smallSite();
  cpSync(benchPage, join(site, BENCH), { recursive: true });
  const workspace = randomUUID();
  const database = `w-${workspace}`;
  const made = Array.from({ length: devices }, () => ({
    device: randomUUID(),
    credential: newSecret(),
  }));
  const known = made.map(({ device: id, credential }) => ({ id, hash: hashOf(credential) }));
  const accounts: Accounts = {
    devices: known.map((device) => ({ ...device, database, role: 'member', since: 0, seen: 0 })),
    invitations: [],
  };
  mkdirSync(join(data, 'databases', database), { recursive: true });
  writeFileSync(join(data, 'accounts.json'), JSON.stringify(accounts));
  const { url, stop } = await serve(site, { DATA: data });
  return {
    url,
    page: `${url}${BENCH}index.html`,
    workspace,
    connections: made.map((own) => ({ server: url, database, ...own })),
    stop: async () => {
      await stop();
      for (const folder of [data, site]) rmSync(folder, { recursive: true, force: true });
    },
  };
};
