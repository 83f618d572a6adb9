import type { KeyringData, Wrap } from './keyring.ts';

/** A derivation of today's cost, memory times passes: half a second on a desk. */
export const USUAL_COST = 65_536 * 3;

/** The most that one derivation may ask for: sixteen times today's. */
const MOST_COST = 16 * USUAL_COST;

/** A keyring has one wrap of a kind, or one for each device that changed the same thing at the same time. */
const MOST_WRAPS = 6;

const costOf = ({ derivation: { memoryKiB, passes } }: Pick<Wrap, 'derivation'>): number => memoryKiB * passes;

/** Whether a wrap can hold keys at all, at a cost that a device can bear. */
const isPlausible = ({ derivation, salt, iv, keys }: Wrap): boolean => {
  const { memoryKiB, passes, lanes } = derivation;
  const isReasonable = memoryKiB >= 8 && memoryKiB <= 1_048_576 && passes >= 1 && lanes >= 1 && lanes <= 4;
  return isReasonable && costOf({ derivation }) <= MOST_COST && [salt, iv, keys].every((text) => text !== '');
};

/** The wraps that a secret is tried on, in this order, and how many are left untried. */
export type WrapsToTry = { readonly wraps: readonly Wrap[]; readonly untried: number };

/**
 * Which wraps of a kind a secret is tried on: the one that this device opened last first, then the cheap before the dear, and no
 * more than a few, of a bounded cost together. Whoever writes thirty dear ones into a keyring or a file must not be able to freeze
 * who unlocks. `shut` are the ids of those that are known to open nothing in use.
 */
export const wrapsToTry = (
  { wraps }: Pick<KeyringData, 'wraps'>,
  by: Wrap['by'],
  { first, shut = {} }: { readonly first?: string | undefined; readonly shut?: Readonly<Record<string, true>> } = {},
): WrapsToTry => {
  const isFirst = ({ id }: Wrap): number => (id === first ? 0 : 1);
  const all = Object.values(wraps)
    .filter((wrap) => wrap.by === by && !Object.hasOwn(shut, wrap.id) && isPlausible(wrap))
    .sort((a, b) => isFirst(a) - isFirst(b) || costOf(a) - costOf(b) || (a.id < b.id ? -1 : 1));
  let cost = 0;
  const tried = all.slice(0, MOST_WRAPS).filter((wrap, at) => {
    cost += costOf(wrap);
    return at === 0 || cost <= MOST_COST;
  });
  return { wraps: tried, untried: all.length - tried.length };
};
