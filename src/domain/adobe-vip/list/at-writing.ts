import type { Data } from '../../record.ts';

/** Stands for the moment at which a list is written, later than all that is there: what was counted then has it in. */
export const AT_WRITING = Number.MAX_SAFE_INTEGER;

type Said = Readonly<Record<string, { readonly at: number }>>;

/** Gives what the list counted the moment at which it is written. */
export const datedCounts = <D extends Data | Readonly<Record<string, unknown>>>(data: D, now: number): D => {
  const { plans } = data as { readonly plans?: Said };
  if (plans === undefined) return data;
  const dated = Object.entries(plans).map(([key, said]) => [key, said.at === AT_WRITING ? { ...said, at: now } : said]);
  return { ...data, plans: Object.fromEntries(dated) };
};
