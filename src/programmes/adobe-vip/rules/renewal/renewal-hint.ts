import type { LevelEdition } from '../level/level-editions.ts';
import { higherLevel, leastOf, levelOf, pricedLevel, type LevelOrNone } from '../level/level.ts';

/**
 * A hint about the licences that count towards the level before they are renewed (C9, look 14).
 */
export type RenewalHint = {
  readonly owned: number;
  readonly used: number;
  /** Owned and assigned to nobody: could be left out. */
  readonly free: number;
  /** Assigned beyond what is owned. */
  readonly overDeployed: number;
  readonly level: LevelOrNone;
  /** The level when only what is used is renewed. */
  readonly levelOfUsed: LevelOrNone;
  /** The least quantity that leaves nobody without and keeps the level of what is owned. */
  readonly keepsLevel: number;
};

/**
 * The hint of a customer's countable licences, all products together. `held` is the level that
 * holds however few are renewed: the look-back's in VIP (adobe.md §1).
 */
export const renewalHint = (
  {
    owned,
    used,
    held,
  }: { readonly owned: number; readonly used: number; readonly held: LevelOrNone },
  edition: LevelEdition,
): RenewalHint => {
  const level = levelOf(owned, edition);
  const isHeld = higherLevel(held, level) === held;
  return {
    owned,
    used,
    free: Math.max(0, owned - used),
    overDeployed: Math.max(0, used - owned),
    level,
    levelOfUsed: levelOf(used, edition),
    keepsLevel: isHeld
      ? used
      : Math.max(used, Math.min(owned, leastOf(pricedLevel(level), edition))),
  };
};
