import type { Doing } from '#core/record/kind.ts';
import type { Clock } from '#platform/clock.ts';
import { newId } from '#platform/ids.ts';
import { openDatabase, type WorkspaceDatabase } from '../records/database.ts';
import { openRecords, type Records } from '../records/records.ts';
import { mayChange, type Settings } from '../device/settings.ts';
import { keyringIn } from '../vault/keyring/keyring-in.ts';
import type { OpenedKeys } from '../vault/keys.ts';
import { openVault, type Vault } from '../vault/vault.ts';

/** A workspace as it is in use on this device: its records and its vault. */
export type OpenWorkspace = {
  readonly id: string;
  readonly database: WorkspaceDatabase;
  readonly records: Records;
  readonly vault: Vault;
};

/** Opens a workspace of this device; `opened` are its keys when it was made a moment ago. */
export const openWorkspace = async (
  id: string,
  world: { readonly settings: Settings; readonly clock: Clock; readonly opened?: OpenedKeys },
): Promise<OpenWorkspace> => {
  const { settings, clock, opened } = world;
  const doing = (): Doing => ({
    today: clock.today(),
    now: clock.now(),
    newId,
    by: settings.current.workspaces[id]?.person ?? '',
  });
  const database = await openDatabase(id);
  const records = openRecords(database.records, doing, () =>
    mayChange(settings.current.workspaces[id]),
  );
  const vault = openVault({
    workspaceId: id,
    keyring: () => keyringIn(records),
    records,
    settings,
    clock,
    ...(opened === undefined ? {} : { opened }),
  });
  return { id, database, records, vault };
};
