import { deviceKeysOf, type DeviceKeys } from '../device-keys.ts';
import { keyedHash } from '../seal/keyed-hash.ts';

/**
 * Whether keys from outside are those of a workspace as this device has it; of one that it has no
 * keys of, any are. A server can call its keyring by the name of any workspace; the key that makes
 * ids is never changed, and tells.
 */
export const isSameWorkspace = async (
  workspace: string,
  { id }: Pick<DeviceKeys, 'id'>,
): Promise<boolean> => {
  const before = await deviceKeysOf(workspace);
  if (before === undefined) return true;
  const [here, there] = await Promise.all([
    keyedHash(before.id, [workspace]),
    keyedHash(id, [workspace]),
  ]);
  return here === there;
};
