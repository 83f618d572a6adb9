import type { Day } from '#core/day/day.ts';

const drawn = new Map<string, Day>();

/** Whether this tape was already drawn today in this session; the first answer of the day is no. */
export const wasDrawn = (tape: string, today: Day): boolean => {
  if (drawn.get(tape) === today) return true;
  drawn.set(tape, today);
  return false;
};
