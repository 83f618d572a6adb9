import type { KeyringData } from '#workspace/rules/vault/keyring.ts';
import type { DeviceKeys } from '../vault/device-keys.ts';

/**
 * Whether what opens a keyring brings the key that this device seals with. Not so while one of the
 * two is behind a change of keys: here until someone unlocks, there until the keyring has come.
 */
export const isWrappedIn = (
  { workspaceKey }: Pick<KeyringData, 'workspaceKey'>,
  { workspace, older }: Pick<DeviceKeys, 'workspace' | 'older'>,
): boolean =>
  workspaceKey === undefined ? (older?.size ?? 0) === 0 : workspaceKey === workspace.id;
