import type { LevelEdition } from './level-editions.ts';
import { leastOf, levelOf, type Level } from './level.ts';

/** What can be said of the licences that count to the level before they are renewed (C9, look 14). */
export type RenewalHint = {
  readonly owned: number;
  readonly used: number;
  /** Owned and assigned to nobody: could be left out. */
  readonly free: number;
  /** Assigned beyond what is owned. */
  readonly overDeployed: number;
  readonly level: Level;
  /** The level when only what is used is renewed. */
  readonly levelOfUsed: Level;
  /** The least quantity that leaves nobody without and keeps the level of what is owned. */
  readonly keepsLevel: number;
};

/**
 * The hint of a customer's countable licences, all products together. `held` is the level that holds however few are renewed:
 * the look-back's in VIP (adobe.md §1).
 */
export const renewalHint = (
  { owned, used, held }: { readonly owned: number; readonly used: number; readonly held: Level },
  edition: LevelEdition,
): RenewalHint => {
  const level = levelOf(owned, edition);
  return {
    ...{ owned, used, free: Math.max(0, owned - used), overDeployed: Math.max(0, used - owned) },
    ...{ level, levelOfUsed: levelOf(used, edition) },
    // Who owns nothing keeps level 1 with nothing.
    keepsLevel: held >= level ? used : Math.max(used, Math.min(owned, leastOf(level, edition))),
  };
};
