import { ok, refuse } from '#core/result.ts';
import { licenceCounts, type LicenceCounts, type SourceCounts } from '../licence/licence-counts.ts';
import type { LicenceResult } from '../licence/licence-problem.ts';

/** Share of what is owned, in per cent, at which licences run low (B8). */
export const LOW_SHARE = 10;

/** With fewer licences left than this they run low, however many are owned (B8). */
export const LOW_COUNT = 3;

/**
 * The level of an app's stock: `empty` is shown red, `low` amber; `unknown` if no source said how
 * many are free.
 */
export type StockLevel = 'empty' | 'low' | 'enough' | 'unknown';

/**
 * The level of an app's stock. `ownLine` is the user's own threshold for this app: low from that
 * many left. An app without a limit, or without owned licences, never runs low.
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
 * An app's licences over several locations. Locations without a limit are kept separate; unknown
 * counts add nothing.
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
   * Locations whose owned, assigned or free count is unknown: the sums are then minimums.
   */
  readonly incomplete: number;
  /** Locations whose counts do not add up. */
  readonly flagged: number;
};

/**
 * The sum of an app's licences over locations, keyed by the library's `uId`: two tokens for the
 * same library show the same licences and count once (apple.md §1.3).
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
 * The counts of an app with `count` more licences assigned. Refused if fewer are free, or if the
 * number is unknown: none of our commands assigns more than is owned (B8).
 */
export const assignedMore = (counts: SourceCounts, count: number): LicenceResult<SourceCounts> => {
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
