import { newDevice, renameDevice } from '#workspace/rules/people/device-commands.ts';
import type { CommonProblem, Result } from '#core/result.ts';
import type { Records } from '#data/records/records.ts';
import type { LetIn } from '#data/sync/server/accounts-client.ts';
import { changeFields, type UndoMade } from '#data/records/change-fields.ts';
import { modelOfRole } from './model-of-role.ts';

/** Gives a device another name; answers what takes that back, unless someone renamed it since. */
export const nameDevice = async (
  records: Records,
  { id, role }: Pick<LetIn, 'id' | 'role'>,
  name: string,
): Promise<Result<UndoMade, CommonProblem>> => {
  // A device that only reads has no record until someone gives it a name.
  if (role === 'reader') await records.insert([newDevice(id, '', modelOfRole(role))]);
  return changeFields(records, { id, kind: 'device' }, (device) => renameDevice(device, name));
};
