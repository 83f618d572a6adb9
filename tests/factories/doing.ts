import type { Doing } from '#core/record/kind.ts';

/** A `Doing` on a fixed day whose ids and times count up, so that tests read the same each run. */
export const doingOn = (today = '2026-11-20', by = 'sara'): Doing => {
  let ids = 0;
  let now = Date.UTC(2026, 10, 20, 7, 0);
  return {
    today,
    by,
    get now() {
      now += 1000;
      return now;
    },
    newId: () => `step-${(ids += 1)}`,
  };
};
