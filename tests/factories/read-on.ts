import type { ReadOn } from '#programmes/apple-licences/import/plan/source-order.ts';

/** A day on which lists are read; the local day is that of UTC. */
export const readOn = (today = '2026-11-20'): ReadOn => ({
  today,
  dayOf: (moment) => new Date(moment).toISOString().slice(0, 10),
});
