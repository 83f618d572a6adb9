import type { KeyringData, Wrap } from './keyring.ts';

/** A derivation of today's cost, memory times passes: half a second on a desk. */
export const USUAL_COST = 65_536 * 3;

/** The most that one derivation may ask for: sixteen times today's. */
const MOST_COST = 16 * USUAL_COST;

/**
 * A keyring has one wrap of a kind, or one for each device that changed the same thing at the same
 * time.
 */
const MOST_WRAPS = 6;

/** What trying a wrap costs: memory times passes. */
export const costOf = ({ derivation: { memoryKiB, passes } }: Pick<Wrap, 'derivation'>): number =>
  memoryKiB * passes;

/**
 * Whether a wrap can hold keys at all, at a cost that a device can bear; Argon2 takes whole
 * numbers, and 8 KiB for each lane.
 */
const isPlausible = ({ derivation, salt, iv, keys }: Wrap): boolean => {
  const { memoryKiB, passes, lanes } = derivation;
  if (![memoryKiB, passes, lanes].every(Number.isInteger)) return false;
  const isReasonable =
    memoryKiB >= 8 * lanes && memoryKiB <= 1_048_576 && passes >= 1 && lanes >= 1 && lanes <= 4;
  return (
    isReasonable &&
    costOf({ derivation }) <= MOST_COST &&
    [salt, iv, keys].every((text) => text !== '')
  );
};

/** The wraps that a secret is tried on, in this order, and how many are left untried. */
export type WrapsToTry = { readonly wraps: readonly Wrap[]; readonly untried: number };

/** What is known of wraps before they are tried. */
export type WrapsKnown = {
  /** Ids of those that come first, likeliest first: they lay in the keyring that opened here. */
  readonly first?: readonly string[];
  /** Names of those that come last: someone called them taken off. */
  readonly last?: Readonly<Record<string, true>> | undefined;
  /** Ids of those that open nothing in use. */
  readonly shut?: Readonly<Record<string, true>>;
  /** Someone asked for all of them, however long that takes. */
  readonly isAll?: boolean;
};

/**
 * Which wraps of a kind a secret is tried on: those that this device knows first, then the cheap
 * before the dear, and no more than a few, of a bounded cost together. Whoever writes thirty dear
 * ones into a keyring or a file must not be able to freeze who unlocks.
 */
export const wrapsToTry = (
  { wraps }: Pick<KeyringData, 'wraps'>,
  by: Wrap['by'],
  { first = [], last = {}, shut = {}, isAll = false }: WrapsKnown = {},
): WrapsToTry => {
  const rankOf = ({ id }: Wrap): number => {
    if (first.includes(id)) return first.indexOf(id);
    return first.length + (Object.hasOwn(last, id) ? 1 : 0);
  };
  const all = Object.values(wraps)
    .filter((wrap) => wrap.by === by && !Object.hasOwn(shut, wrap.id) && isPlausible(wrap))
    .sort((a, b) => rankOf(a) - rankOf(b) || costOf(a) - costOf(b) || (a.id < b.id ? -1 : 1));
  if (isAll) return { wraps: all, untried: 0 };
  let cost = 0;
  const tried = all.slice(0, MOST_WRAPS).filter((wrap, at) => {
    cost += costOf(wrap);
    return at === 0 || cost <= MOST_COST;
  });
  return { wraps: tried, untried: all.length - tried.length };
};
