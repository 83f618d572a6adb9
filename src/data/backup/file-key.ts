import type { KeyringData } from '#workspace/rules/vault/keyring.ts';
import { newId, randomBytes } from '#platform/ids.ts';
import { fromBase64, toBase64 } from '../vault/seal/base64.ts';
import type { DeviceKeys } from '../vault/device-keys.ts';
import { decrypt, encrypt, sealingKey } from '../vault/seal/sealed-box.ts';
import { VERSION, type Header } from './header.ts';

/**
 * The key that seals the wire of a workspace, which a device keeps also while the vault is locked.
 */
export type WorkspaceKey = DeviceKeys['workspace'];

const boundTo = ({ file, key }: Pick<Header, 'file' | 'key'>): string[] => [
  'backup key',
  file,
  key,
];

/**
 * A new file's header, with the file's own key sealed by the workspace key, and that key
 * itself.
 */
export const newFile = async (
  { id: key, key: workspaceKey }: WorkspaceKey,
  about: { readonly workspace: string; readonly madeAt: number; readonly keyring: KeyringData },
): Promise<{ readonly header: Header; readonly key: CryptoKey }> => {
  const raw = randomBytes(32);
  const file = newId();
  const fileKey = await encrypt(workspaceKey, toBase64(raw), boundTo({ file, key }));
  const header: Header = { format: 'volym-backup', version: VERSION, file, key, fileKey, ...about };
  return { header, key: await sealingKey(raw) };
};

/** The key of a file; undefined when it is not this workspace key's. */
export const fileKeyOf = async (
  header: Header,
  { id, key }: WorkspaceKey,
): Promise<CryptoKey | undefined> => {
  if (id !== header.key) return undefined;
  try {
    return await sealingKey(fromBase64(await decrypt(key, header.fileKey, boundTo(header))));
  } catch {
    return undefined;
  }
};
