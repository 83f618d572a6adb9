import type { KeyringData, Wrap } from '#domain/workspace/keyring.ts';
import { boxOf } from '#domain/workspace/wrap-box.ts';
import { conditionOf } from '../read-record.ts';
import { asKeyring } from '../vault/keyring-in.ts';
import type { Copy } from '../merge/copy.ts';

/** Which keys are or were the workspace's, as far as this device knows. */
export type KnownKeys = {
  readonly isNamed: (key: string) => boolean;
  /** Whether somebody here said of that wrap that no change of keys made it. */
  readonly isRefused: (wrap: Wrap) => boolean;
};

/**
 * Whether newer keys, which this device lacks, may have sealed what lies in the keyring's place. Whoever changes the keys wraps them anew:
 * where there is no wrap that is new here, and holds another key than those that are known, nobody did, whatever it is called. A newer
 * version may keep its wraps elsewhere, and a device that has no keyring yet knows of none.
 */
export const mayBeNewer = (
  { isNamed, isRefused }: KnownKeys,
  shown: Copy | undefined,
  own: Copy | undefined,
): boolean => {
  if (shown === undefined) return false;
  const here = asKeyring(own);
  if (here === undefined) return true;
  const there = asKeyring(shown);
  if (there === undefined) return conditionOf(shown) === 'newer-version';
  const isNew = (wrap: Wrap): boolean => !isKnownHere(here, wrap) && !isRefused(wrap);
  const holdsOther = ({ workspaceKey }: Wrap): boolean => workspaceKey === undefined || !isNamed(workspaceKey);
  return Object.values(there.wraps).some((wrap) => isNew(wrap) && holdsOther(wrap));
};

const isKnownHere = ({ wraps, wrapsTakenOff = {} }: KeyringData, wrap: Wrap): boolean =>
  Object.hasOwn(wrapsTakenOff, wrap.id) || Object.values(wraps).some((one) => boxOf(one) === boxOf(wrap));
