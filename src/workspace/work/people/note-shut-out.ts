import { newDevice } from '#workspace/rules/people/device-commands.ts';
import { noteShutOut } from '#workspace/rules/people/shut-out.ts';
import { onKind } from '#data/records/on-kind.ts';
import type { Records } from '#data/records/records.ts';
import type { LetIn } from '#data/sync/server/accounts-client.ts';
import { modelOfRole } from './model-of-role.ts';

/**
 * Notes which of the devices were shut out, for the list of them. One whose person is unknown has
 * no record: it keeps the name that it had here.
 */
export const noteAllShutOut = async (
  records: Pick<Records, 'insert' | 'change'>,
  ids: readonly string[],
  devices: readonly Pick<LetIn, 'id' | 'role'>[],
): Promise<void> => {
  const roles = new Map(devices.map(({ id, role }) => [id, role]));
  await records.insert(ids.map((id) => newDevice(id, '', modelOfRole(roles.get(id)))));
  for (const id of ids) {
    // Noted already: they are removed, and that was reported.
    await records.change(id, onKind('device', noteShutOut));
  }
};
