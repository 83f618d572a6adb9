import { ownEntry } from '#core/own-entry.ts';
import { currentSteps, type Step } from '#core/record/step.ts';
import {
  licenceCounts,
  saysUnlimited,
  type LicenceCounts,
  type SourceCounts,
} from '../licence/licence-counts.ts';
import { isSince, type FactSource } from '../sync/fact-source.ts';

/** What the counts of an app are read from. */
export type Counted = {
  readonly data: { readonly said?: (SourceCounts & FactSource) | undefined };
  readonly steps: readonly Step[];
};

/**
 * The licences of an app now: what its last source said, and what was assigned and taken back by
 * hand since then. Two devices that assign at the same time both count, and may assign more than
 * there are: that is flagged, never lost (B8).
 */
export const countsOf = (app: Counted): LicenceCounts => licenceCounts(sourceCountsNow(app));

/** A source's counts of an app's licences, plus the moves by hand. */
export const sourceCountsNow = ({ data: { said }, steps }: Counted): SourceCounts => {
  const moved = steps.length === 0 ? 0 : movedSince(said, steps);
  if (moved === 0) return said ?? {};
  const { owned, assigned, free } = licenceCounts(said ?? {});
  if (said !== undefined && saysUnlimited(said))
    return { ...said, assigned: (assigned ?? 0) + moved };
  return {
    ...said,
    ...(owned === undefined ? {} : { total: owned }),
    ...(assigned === undefined ? {} : { assigned: Math.max(0, assigned + moved) }),
    ...(free === undefined ? {} : { available: Math.max(0, free - moved) }),
  };
};

/** Licences given less those taken back, by hand and since a source spoke. */
const movedSince = (source: FactSource | undefined, steps: readonly Step[]): number =>
  movedBy(currentSteps(steps).filter((step) => isSince(source, step)));

/** Licences that steps give less those that they take back. */
export const movedBy = (steps: readonly Step[]): number =>
  steps.reduce(
    (sum, { kind, data }) => sum + (ownEntry(SIGN, kind) ?? 0) * Number(data?.count ?? 0),
    0,
  );

const SIGN: Readonly<Record<string, 1 | -1>> = { assigned: 1, 'taken-back': -1 };
