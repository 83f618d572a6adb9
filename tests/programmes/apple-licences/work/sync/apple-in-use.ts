import { vi } from 'vitest';
import { AppleSync } from '#programmes/apple-licences/work/sync/apple-sync.ts';
import type { Records } from '#data/records/records.ts';
import { keepConnection } from '#data/sync/server/connection.ts';
import type { ContentToken } from '#programmes/apple-licences/rules/token/content-token.ts';
import type { VolymRecord } from '#core/record/record.ts';
import type { Snapshot } from '#simulator/apple/data/snapshot.ts';
import type { Settings } from '#simulator/apple/world.ts';
import { appleHere } from '#tests/factories/apple-here.ts';
import { PASSPHRASE, type TestWorkspace } from '#tests/factories/workspace-in-browser.ts';

const SERVER = 'https://volym.example';

/**
 * All that the app itself asks Apple with, over its own server; `heard` is told each call before
 * its answer comes.
 */
export const appleInUse = async (
  workspace: TestWorkspace,
  snapshot: Snapshot,
  { at = 0, ...settings }: { at?: number } & Partial<Settings> = {},
) => {
  const here = appleHere(snapshot, settings);
  const token = await here.taken(workspace, at);
  const { records, vault, id: workspaceId, clock } = workspace;
  await keepConnection(workspaceId, {
    server: SERVER,
    database: 'd',
    device: 'here',
    credential: 'c',
  });
  let heard: (path: string) => void | Promise<void> = () => undefined;
  vi.stubGlobal(
    'fetch',
    here.relay((path) => heard(path)),
  );
  const syncOver = (own: Records): AppleSync =>
    new AppleSync({ records: own, vault, workspaceId, clock, root: SERVER, isReady: () => true });
  const sync = syncOver(records);
  const paths = () => here.world.asked.map(({ path }) => path);
  return {
    here,
    token,
    sync,
    paths,
    /** The same over the records of a workspace that is opened again. */
    restarted: syncOver,
    place: here.world.locations[at],
    /** Hears each call from now on. */
    hear: (told: typeof heard): void => void (heard = told),
    /** Does something once, as soon as so many calls of a path were heard. */
    once: (path: string, calls: number, work: () => void | Promise<void>): void => {
      let left = calls;
      heard = (asked) => (asked === path && (left -= 1) === 0 ? work() : undefined);
    },
    unlock: () => vault.unlock({ by: 'passphrase', text: PASSPHRASE }),
    tokenNow: async () => (await records.get(token)) as ContentToken,
    /** All records of a kind. */
    all: async <T extends VolymRecord>(kind: string) => (await records.find({ kind })) as T[],
  };
};
