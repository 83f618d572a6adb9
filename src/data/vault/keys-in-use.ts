/** The keys in a wrap, and what it says about which of them are in use. */
type InWrap = {
  readonly inUse?: KeysInUse | undefined;
  readonly vault: Readonly<Record<string, string>>;
};

/**
 * Which keys are in use, and since when. It is written inside what a passphrase or kit opens, where
 * only someone who knows one of the two can write; next to the wraps any member can write anything.
 * The workspace key in use is the one stored with it.
 */
export type KeysInUse = {
  /**
   * How often the keys were changed before; of two wraps the one with the higher number holds the
   * keys in use.
   */
  readonly generation: number;
  /** The id of the vault key that seals new codes. */
  readonly vaultKey: string;
  /** Who made these keys, and when (ms); '' and 0 where an older version did. */
  readonly by: string;
  readonly at: number;
};

/**
 * What the inside of a wrap says about the keys in use. A wrap of an older version does not say it,
 * but it can be derived: a change of keys keeps every vault key and appends its own. So the keys
 * cannot have been changed more often than there are vault keys after the first, and a wrap that
 * claims more is not believed: after an unbounded number no change would be newer.
 */
export const keysInUse = ({ inUse, vault }: InWrap): KeysInUse => {
  const ids = Object.keys(vault);
  if (
    inUse !== undefined &&
    Object.hasOwn(vault, inUse.vaultKey) &&
    isCount(inUse.generation, ids.length)
  )
    return inUse;
  return { generation: ids.length - 1, vaultKey: ids.at(-1) ?? '', by: '', at: 0 };
};

const isCount = (generation: number, below: number): boolean =>
  Number.isInteger(generation) && generation >= 0 && generation < below;
