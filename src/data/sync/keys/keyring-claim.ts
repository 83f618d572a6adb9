import type { Copy } from '../../merge/copy.ts';
import { asKeyring } from '../../vault/keyring/keyring-in.ts';
import { newerKeyring } from './newer-keyring.ts';
import { wrapsOfOther, type KnownKeys } from './wraps-of-other.ts';

/**
 * Whether newer keys, which this device lacks, may have sealed the document in the keyring's place.
 * A change of keys wraps them again: if there is no wrap of a key that this device lacks, nobody
 * changed them, whatever the key is called. That wrap need not be new here: it may have come under
 * the old key, just before the new one was used. It also proves nothing if the keyring calls its
 * key a former one: whoever holds the old key can write that. A newer version may keep its wraps
 * elsewhere: a keyring that claims to be from one is refused as a whole. A device without a keyring
 * knows no wraps, and cannot tell what is new.
 */
export const mayBeNewer = async (
  known: KnownKeys,
  shown: Copy | undefined,
  own: Copy | undefined,
): Promise<boolean> => {
  if (shown === undefined) return false;
  const here = asKeyring(own);
  if (here === undefined) return true;
  const there = asKeyring(shown);
  if (there !== undefined) return wrapsOfOther(known, there, here).length > 0;
  const newer = await newerKeyring(shown);
  return newer !== undefined && !known.isRefused(newer.box);
};
