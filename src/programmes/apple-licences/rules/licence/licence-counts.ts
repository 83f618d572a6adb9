import type { Problem } from '#core/result.ts';

/**
 * What a source said about an app's licences at one location. Missing counts are absent; nothing is
 * corrected here.
 */
export type SourceCounts = {
  readonly total?: number | undefined;
  readonly assigned?: number | undefined;
  readonly available?: number | undefined;
  readonly retired?: number | undefined;
  readonly unlimited?: boolean | undefined;
};

/** The numbers among what a source said. */
export type CountField = Exclude<keyof SourceCounts, 'unlimited'>;

/** What does not add up in a source's counts. */
export type CountFlag =
  | 'negative-count'
  | 'not-a-whole-count'
  | 'assigned-over-total'
  | 'available-over-total'
  | 'sum-differs'
  | 'unlimited-with-total';

/**
 * An app's licences at one location as they are shown. Undefined: not known, or not a number
 * because of `unlimited`.
 */
export type LicenceCounts = {
  readonly owned?: number | undefined;
  readonly assigned?: number | undefined;
  /**
   * How many can still be assigned. Never negative, and with what is assigned never more than
   * owned.
   */
  readonly free?: number | undefined;
  /** Licences that can no longer be used; they are not part of what is owned (apple.md §2.3). */
  readonly retired?: number | undefined;
  readonly unlimited: boolean;
  /** What does not add up. The source's counts stay unchanged. */
  readonly flags: readonly Problem<CountFlag>[];
};

/**
 * What Apple gives as the number of licences when there is no limit: the largest int32 (apple.md
 * §2.3).
 */
export const UNLIMITED = 2_147_483_647;

const FIELDS: readonly CountField[] = ['total', 'assigned', 'available', 'retired'];

/**
 * The licences of an app at one location, from a source's counts (B8): the only place where they
 * are calculated. A missing count is derived from the others. Contradictory counts are flagged, and
 * then the smaller number of free licences is used: nobody is promised a licence that may not
 * exist.
 */
export const licenceCounts = (counts: SourceCounts): LicenceCounts => {
  const usable = usableOf(counts);
  const { total, available, retired } = usable;
  if (saysUnlimited(counts)) {
    const flags = [...notCounts(counts), ...limitBeside(usable)];
    return { assigned: usable.assigned, retired, unlimited: true, flags };
  }
  const assigned = usable.assigned ?? atLeastNone(difference(total, available));
  const owned = total ?? sum(usable.assigned, available);
  const left = difference(owned, assigned ?? (available === undefined ? undefined : 0));
  // A source that says fewer than none says that none is free.
  const sourceFree = (counts.available ?? 0) < 0 ? 0 : available;
  const free = left === undefined ? sourceFree : Math.max(0, Math.min(left, sourceFree ?? left));
  return {
    owned,
    assigned,
    free,
    retired,
    unlimited: false,
    flags: [...notCounts(counts), ...contradictions(usable)],
  };
};

/** Whether a source said that there is no limit, in a word or by Apple's number for it. */
export const saysUnlimited = ({ unlimited, total, available }: SourceCounts): boolean =>
  unlimited === true || total === UNLIMITED || available === UNLIMITED;

/** The source's counts that are valid. */
const usableOf = (counts: SourceCounts): Partial<Record<CountField, number>> =>
  Object.fromEntries(
    FIELDS.filter((field) => isCount(counts[field])).map((field) => [field, counts[field]]),
  );

const isCount = (count: number | undefined): count is number =>
  count !== undefined && Number.isSafeInteger(count) && count >= 0;

const notCounts = (counts: SourceCounts): Problem<CountFlag>[] =>
  FIELDS.flatMap((field) => {
    const value = counts[field];
    if (value === undefined || isCount(value)) return [];
    return [
      { code: value < 0 ? 'negative-count' : 'not-a-whole-count', field, params: { said: value } },
    ];
  });

/** A total beside "no limit"; some write 0 or Apple's number there, which says nothing. */
const limitBeside = ({ total = 0 }: SourceCounts): Problem<CountFlag>[] =>
  total === 0 || total === UNLIMITED
    ? []
    : [{ code: 'unlimited-with-total', field: 'total', params: { total } }];

/**
 * Apple counts retired licences outside of the total (apple.md §2.3). A source that counts them in
 * it does not contradict itself, so both sums are taken.
 */
const contradictions = ({
  total,
  assigned,
  available,
  retired = 0,
}: SourceCounts): Problem<CountFlag>[] => {
  if (total === undefined) return [];
  const flags: Problem<CountFlag>[] = [];
  if (assigned !== undefined && assigned > total)
    flags.push({ code: 'assigned-over-total', field: 'assigned', params: { assigned, total } });
  if (available !== undefined && available > total)
    flags.push({ code: 'available-over-total', field: 'available', params: { available, total } });
  if (flags.length > 0 || assigned === undefined || available === undefined) return flags;
  const both = assigned + available;
  if (both === total || both === total - retired) return [];
  return [{ code: 'sum-differs', field: 'total', params: { assigned, available, total, retired } }];
};

const sum = (a: number | undefined, b: number | undefined): number | undefined =>
  a === undefined || b === undefined ? undefined : a + b;

const difference = (a: number | undefined, b: number | undefined): number | undefined =>
  a === undefined || b === undefined ? undefined : a - b;

const atLeastNone = (count: number | undefined): number | undefined =>
  count === undefined || count < 0 ? undefined : count;
