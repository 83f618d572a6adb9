import type { KeyringData, Wrap } from '#workspace/rules/vault/keyring.ts';
import { boxOf, wholeBoxOf } from '#workspace/rules/vault/wrap-box.ts';

/** What this device knows of keys and wraps. */
export type KnownKeys = {
  /** Whether it has that key, of now or of before. */
  readonly holds: (key: string) => boolean;
  /**
   * Whether someone here said that no change of keys made what has that box, a wrap or a newer
   * version's keyring.
   */
  readonly isRefused: (box: string | undefined) => boolean;
};

/**
 * The wraps of a shown keyring that make it look as if someone changed the keys: of keys that this
 * device lacks, and that nobody here refused.
 */
export const wrapsOfOther = (
  { holds, isRefused }: KnownKeys,
  there: KeyringData,
  here: KeyringData,
): readonly Wrap[] => {
  const isKnownHere = knownHere(here);
  // Older versions named no key in a wrap: a wrap that was here before holds one of this device's
  // keys.
  const isOfOther = (wrap: Wrap): boolean =>
    wrap.workspaceKey === undefined ? !isKnownHere(wrap) : !holds(wrap.workspaceKey);
  return Object.values(there.wraps).filter(
    (wrap) => isOfOther(wrap) && !isRefused(wholeBoxOf(wrap)),
  );
};

const knownHere = ({ wraps, wrapsTakenOff = {} }: KeyringData): ((wrap: Wrap) => boolean) => {
  const boxes = new Set(Object.values(wraps).map(boxOf));
  return (wrap) => Object.hasOwn(wrapsTakenOff, wrap.id) || boxes.has(boxOf(wrap));
};
