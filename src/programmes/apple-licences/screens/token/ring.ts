/** Ticks of a year bent into a ring: five days each (look.md §1). */
export const RING_TICKS = 73;

const DAYS = 365;

/** One tick, in a square of 100 by 100; `rest` of those days that are left. */
export type RingTick = {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly rest: boolean;
};

const round = (value: number): number => Math.round(value * 100) / 100;

/**
 * The ticks from twelve o'clock on; those for the days left are right before it. As long as a day
 * is left there is at least one.
 */
export const ringTicks = (
  daysLeft: number,
  { inner, outer }: { readonly inner: number; readonly outer: number },
): RingTick[] => {
  const left =
    daysLeft < 0
      ? 0
      : Math.min(RING_TICKS, Math.max(1, Math.round((daysLeft / DAYS) * RING_TICKS)));
  return Array.from({ length: RING_TICKS }, (_, at) => {
    const angle = (at / RING_TICKS) * 2 * Math.PI - Math.PI / 2;
    const [x, y] = [Math.cos(angle), Math.sin(angle)];
    return {
      x1: round(50 + inner * x),
      y1: round(50 + inner * y),
      x2: round(50 + outer * x),
      y2: round(50 + outer * y),
      rest: at >= RING_TICKS - left,
    };
  });
};
