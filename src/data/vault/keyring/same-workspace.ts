import { deviceKeysOf, type DeviceKeys } from '../device-keys.ts';
import { keyedHash } from '../seal/keyed-hash.ts';

/**
 * Whether keys from outside belong to a workspace as this device has it; true if it has no keys for
 * the workspace. A server can give its keyring the name of any workspace; the key that makes ids
 * never changes, and proves it.
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
