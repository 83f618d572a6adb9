import { keyring as keyringKind, KEYRING_ID } from '#workspace/rules/vault/keyring.ts';
import { toHex } from '#platform/hex.ts';
import { sha256 } from '#platform/sha256.ts';
import type { Copy } from '../../merge/copy.ts';
import { conditionOf } from '../../records/read-record.ts';

/**
 * A keyring that calls itself a newer version's, by which it is known again: of what is in it
 * nothing is understood here.
 */
export type NewerKeyring = { readonly v: number; readonly box: string };

/**
 * What a shown keyring is known by that calls itself a newer version's; undefined for any other.
 * When, and by whom, it says that it was written counts for nothing: anybody can write that again.
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
