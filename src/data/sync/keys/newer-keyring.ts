import { keyring as keyringKind, KEYRING_ID } from '#workspace/rules/vault/keyring.ts';
import { toHex } from '#platform/hex.ts';
import { sha256 } from '#platform/sha256.ts';
import type { Copy } from '../../merge/copy.ts';
import { conditionOf } from '../../records/read-record.ts';

/**
 * What identifies a keyring that claims to be from a newer version: nothing in it is understood
 * here.
 */
export type NewerKeyring = { readonly v: number; readonly box: string };

/**
 * What identifies a shown keyring that claims to be from a newer version; undefined for any other.
 * Its stated moment and author do not count: anyone can write those.
 */
export const newerKeyring = async (shown: Copy): Promise<NewerKeyring | undefined> => {
  // A server may show anything there, also nothing at all.
  if ((shown as Copy | null)?.kind !== KEYRING_ID || conditionOf(shown) !== 'newer-version')
    return undefined;
  const { data } = shown;
  const hash = await sha256(new TextEncoder().encode(JSON.stringify(data)));
  return { v: data.v, box: `newer ${toHex(hash)}` };
};

/**
 * Whether this app understands less than what wrote it; one that was updated since may well
 * understand it.
 */
export const isNewerThanApp = ({ v }: Pick<NewerKeyring, 'v'>): boolean => v > keyringKind.version;
