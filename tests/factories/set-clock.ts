import type { Clock } from '#platform/clock.ts';

/** A clock that does not move until it is set; begins on 2026-11-20 07:00 UTC. */
export type SetClock = Clock & { time: number };

/** A new clock. */
export const setClock = (): SetClock => ({
  time: Date.UTC(2026, 10, 20, 7, 0),
  now() {
    return this.time;
  },
  today: () => '2026-11-20',
});
