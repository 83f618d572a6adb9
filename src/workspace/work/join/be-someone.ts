import { newPerson } from '#workspace/rules/people/person-commands.ts';
import type { Settings } from '#data/device/settings.ts';
import type { Records } from '#data/records/records.ts';
import { connectionOf } from '#data/sync/server/connection.ts';
import { noteOpenedOutside } from '#data/vault/keyring/opened-outside.ts';
import type { Clock } from '#platform/clock.ts';
import { newId } from '#platform/ids.ts';
import { tellDevice } from '../sync/tell-device.ts';

/** What a device that came in knows of where it is. */
export type CameIn = {
  readonly workspaceId: string;
  readonly workspaceName: string;
  readonly settings: Settings;
  readonly records: Records;
  readonly clock: Clock;
};

/** Writes who uses a device that came in: someone of the workspace, or someone new by name. */
export const beSomeone = async (
  { workspaceId, workspaceName, settings, records, clock }: CameIn,
  who: { readonly id: string } | string,
): Promise<void> => {
  const person = typeof who === 'string' ? newId() : who.id;
  // First, so that what is written is written by them.
  settings.changeWorkspace(workspaceId, { person, name: workspaceName });
  if (typeof who === 'string') await records.insert([newPerson(person, who.trim())]);
  const connection = await connectionOf(workspaceId);
  if (connection !== undefined) await tellDevice(records, connection.device, person);
  await noteOpenedOutside({ workspaceId, records, settings, clock });
  settings.changeWorkspace(workspaceId, { joining: false });
};
