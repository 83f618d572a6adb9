import type { KeyringData, Wrap } from '#domain/workspace/keyring.ts';
import { boxOf } from '#domain/workspace/wrap-box.ts';
import type { Copy } from '../merge/copy.ts';
import { asKeyring } from '../vault/keyring-in.ts';
import { newerKeyring } from './newer-keyring.ts';

/** What this device knows of keys and wraps. */
export type KnownKeys = {
  /** Whether it has that key, of now or of before. */
  readonly holds: (key: string) => boolean;
  /** Whether somebody here said of what has that box, a wrap or a newer version's keyring, that no change of keys made it. */
  readonly isRefused: (box: string | undefined) => boolean;
};

/**
 * Whether newer keys, which this device lacks, may have sealed what lies in the keyring's place. Whoever changes the keys wraps them anew:
 * where there is no wrap of a key that this device lacks, nobody did, whatever it is called. That wrap need not be new here: it may have
 * come under the old key, a moment before the new one was used. Nor does it count that the keyring calls its key one of before: whoever
 * holds the old one can write so. A newer version may keep its wraps elsewhere: what calls itself one is refused as a whole. A device that
 * has no keyring yet knows of no wraps, and of nothing whether it is new.
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

/** The wraps of a shown keyring that make it look as if somebody changed the keys: of keys that this device lacks, and that nobody here refused. */
export const wrapsOfOther = (
  { holds, isRefused }: KnownKeys,
  there: KeyringData,
  here: KeyringData,
): readonly Wrap[] => {
  // Older versions named no key in a wrap: what was here before holds one of those that are here.
  const isOfOther = (wrap: Wrap): boolean =>
    wrap.workspaceKey === undefined ? !isKnownHere(here, wrap) : !holds(wrap.workspaceKey);
  return Object.values(there.wraps).filter((wrap) => isOfOther(wrap) && !isRefused(boxOf(wrap)));
};

const isKnownHere = ({ wraps, wrapsTakenOff = {} }: KeyringData, wrap: Wrap): boolean =>
  Object.hasOwn(wrapsTakenOff, wrap.id) || Object.values(wraps).some((one) => boxOf(one) === boxOf(wrap));
