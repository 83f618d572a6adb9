/** The keys of a wrap, and what it says of them, as far as it tells which of them are in use. */
type InWrap = {
  readonly inUse?: KeysInUse | undefined;
  readonly vault: Readonly<Record<string, string>>;
};

/**
 * Which keys are in use, and since when. It is inside what a passphrase or kit opens, where
 * nobody writes who does not know one of the two; beside the wraps any member writes what they
 * like. The workspace key in use is the one that is with it.
 */
export type KeysInUse = {
  /**
   * How often the keys were changed before; of two wraps the one with the higher number holds the
   * keys in use.
   */
  readonly generation: number;
  /** Id of the vault key that seals what is new. */
  readonly vaultKey: string;
  /** Who made these keys, and when (ms); '' and 0 where an older version did. */
  readonly by: string;
  readonly at: number;
};

/**
 * What a wrap says inside of the keys in use. One that an older version made says nothing, but
 * tells it all the same: a change of keys keeps every vault key and puts its own behind them. So
 * nobody can have changed them more often than there are vault keys behind the first, and what says
 * so is believed in nothing: after a number without bound no change would be newer.
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
