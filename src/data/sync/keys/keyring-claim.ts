import type { Copy } from '../../merge/copy.ts';
import { asKeyring } from '../../vault/keyring/keyring-in.ts';
import { newerKeyring } from './newer-keyring.ts';
import { wrapsOfOther, type KnownKeys } from './wraps-of-other.ts';

/**
 * Whether newer keys, which this device lacks, may have sealed what is in the keyring's place.
 * Whoever changes the keys wraps them anew: where there is no wrap of a key that this device lacks,
 * nobody did, whatever it is called. That wrap need not be new here: it may have come under the old
 * key, a moment before the new one was used. Nor does it count that the keyring calls its key one
 * of before: whoever holds the old one can write so. A newer version may keep its wraps elsewhere:
 * what calls itself one is refused as a whole. A device that has no keyring yet knows of no wraps,
 * and of nothing whether it is new.
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
