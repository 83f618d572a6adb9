import type { Data } from '#core/record/record.ts';

/**
 * Stands for the moment when a list is written, later than anything existing: a count made then
 * includes all of it.
 */
export const AT_WRITING = Number.MAX_SAFE_INTEGER;

/** The moments of what a list counts of a plan, or when it named a holder. */
const MOMENTS = ['at', 'assignedAt', 'skuAt'] as const;

type Dated = Readonly<Partial<Record<(typeof MOMENTS)[number], number>>>;

/** Gives what the list counted, and whom it named, the moment at which it is written. */
export const datedCounts = <D extends Data | Readonly<Record<string, unknown>>>(
  data: D,
  now: number,
): D => {
  const { plans, holders } = data as {
    readonly plans?: Readonly<Record<string, Dated>>;
    readonly holders?: Readonly<Record<string, Dated>>;
  };
  const dated = (all: Readonly<Record<string, Dated>>) =>
    Object.fromEntries(
      Object.entries(all).map(([key, dates]) => {
        const moments = MOMENTS.filter((moment) => dates[moment] === AT_WRITING);
        return moments.length === 0
          ? [key, dates]
          : [key, { ...dates, ...Object.fromEntries(moments.map((moment) => [moment, now])) }];
      }),
    );
  return {
    ...data,
    ...(plans && { plans: dated(plans) }),
    ...(holders && { holders: dated(holders) }),
  };
};
