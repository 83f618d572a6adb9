import type { Data } from '#core/record/record.ts';

/**
 * Stands for the moment when a list is written, later than anything existing: a count made then
 * includes all of it.
 */
export const AT_WRITING = Number.MAX_SAFE_INTEGER;

/** The moments of what a list counts of a plan. */
const MOMENTS = ['at', 'assignedAt', 'skuAt'] as const;

type WrittenPlans = Readonly<
  Record<string, Readonly<Partial<Record<(typeof MOMENTS)[number], number>>>>
>;

/** Gives what the list counted the moment at which it is written. */
export const datedCounts = <D extends Data | Readonly<Record<string, unknown>>>(
  data: D,
  now: number,
): D => {
  const { plans } = data as { readonly plans?: WrittenPlans };
  if (plans === undefined) return data;
  const dated = Object.entries(plans).map(([key, dates]) => {
    const moments = MOMENTS.filter((moment) => dates[moment] === AT_WRITING).map((moment) => [
      moment,
      now,
    ]);
    return [key, { ...dates, ...Object.fromEntries(moments) }];
  });
  return { ...data, plans: Object.fromEntries(dated) };
};
