import { ok, refuse } from '#core/result.ts';
import { licenceCounts, type LicenceCounts, type SaidCounts } from '../licence/licence-counts.ts';
import type { LicenceResult } from '../licence/licence-problem.ts';

/** Share of what is owned, in per cent, at which licences run low (B8). */
export const LOW_SHARE = 10;

/** With fewer licences left than this they run low, however many are owned (B8). */
export const LOW_COUNT = 3;

/**
 * How an app's stock stands: `empty` is shown red, `low` amber; `unknown` when no source said what
 * is free.
 */
export type StockLevel = 'empty' | 'low' | 'enough' | 'unknown';

/**
 * How an app's stock stands. `ownLine` is the user's own line for this app: low from that many
 * left. What has no limit and what nobody owns never runs low.
 */
export const stockLevel = (
  { owned, free, unlimited }: Pick<LicenceCounts, 'owned' | 'free' | 'unlimited'>,
  ownLine?: number,
): StockLevel => {
  if (unlimited || owned === 0) return 'enough';
  if (free === undefined) return 'unknown';
  if (free === 0) return 'empty';
  if (ownLine !== undefined) return free <= ownLine ? 'low' : 'enough';
  const isSmallShare = owned !== undefined && free * 100 <= owned * LOW_SHARE;
  return isSmallShare || free < LOW_COUNT ? 'low' : 'enough';
};

/**
 * An app's licences over several locations. Places without a limit stand apart; what is not known
 * adds nothing.
 */
export type LicenceSum = {
  readonly owned: number;
  readonly assigned: number;
  readonly free: number;
  readonly retired: number;
  readonly locations: number;
  /** Locations where the app has no limit, and what is assigned there. */
  readonly unlimited: number;
  readonly assignedUnlimited: number;
  /**
   * Locations of which owned, assigned or free is not known: the sums are then at least so much.
   */
  readonly incomplete: number;
  /** Locations whose counts do not add up. */
  readonly flagged: number;
};

/**
 * The sum of an app's licences over locations, keyed by the library's `uId`: two tokens of one
 * library show the same licences and count once (apple.md §1.3).
 */
export const sumOverLocations = (byLocation: ReadonlyMap<string, LicenceCounts>): LicenceSum => {
  const all = [...byLocation.values()];
  const limited = all.filter(({ unlimited }) => !unlimited);
  const without = all.filter(({ unlimited }) => unlimited);
  return {
    owned: total(limited, 'owned'),
    assigned: total(limited, 'assigned'),
    free: total(limited, 'free'),
    retired: total(limited, 'retired'),
    locations: all.length,
    unlimited: without.length,
    assignedUnlimited: total(without, 'assigned'),
    incomplete: limited.filter(({ owned, assigned, free }) =>
      [owned, assigned, free].includes(undefined),
    ).length,
    flagged: all.filter(({ flags }) => flags.length > 0).length,
  };
};

const total = (
  all: readonly LicenceCounts[],
  field: 'owned' | 'assigned' | 'free' | 'retired',
): number => all.reduce((sum, counts) => sum + (counts[field] ?? 0), 0);

/**
 * What is said of an app once `count` more licences are assigned. Refused when fewer are free, or
 * when nobody said how many are: no command of ours assigns more than is owned (B8).
 */
export const assignedMore = (counts: SaidCounts, count: number): LicenceResult<SaidCounts> => {
  if (!Number.isSafeInteger(count) || count < 1) return refuse('not-a-whole-count', 'count');
  const { owned, assigned, free, unlimited } = licenceCounts(counts);
  if (unlimited) return ok({ ...counts, unlimited: true, assigned: (assigned ?? 0) + count });
  if (owned === undefined || assigned === undefined || free === undefined)
    return refuse('free-unknown', 'count');
  if (free < count)
    return refuse('too-few-licences', 'count', { free, asked: count, short: count - free });
  const available = counts.available === undefined ? {} : { available: counts.available - count };
  return ok({ ...counts, assigned: assigned + count, ...available });
};
