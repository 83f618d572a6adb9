import { addDays, daysBetween, type Day } from '#core/day/day.ts';

/** The urgency of something on the tape: red, amber, ink, or none. */
export type TapeTone = 'late' | 'soon' | 'calm';

/** A dot on a stem: something happens on this day. */
export type Peg = {
  readonly on: Day;
  readonly tone: TapeTone;
  readonly label?: string;
  readonly id?: string;
};

/** Pegs that share one dot, since their days lie closer than two. */
export type PegGroup = {
  /** Days from the start of the tape to the middle of the group. */
  readonly at: number;
  readonly count: number;
  readonly tone: TapeTone;
  readonly first: Peg;
};

const RANK: Record<TapeTone, number> = { late: 0, soon: 1, calm: 2 };

/** The radius of a dot in px, for one peg or for several that share it. */
export const dotSize = ({ count }: Pick<PegGroup, 'count'>): number => (count > 1 ? 7.5 : 4.5);

/** How far the middle of a dot is above the ticks, in px. */
export const DOT_ABOVE = 15;

/**
 * Pegs within the tape; a group takes the most urgent tone of its pegs. Days closer than two share
 * a dot, and so do dots that would cover one another where a day is so many px wide.
 */
export const groupPegs = (
  pegs: readonly Peg[],
  from: Day,
  to: Day,
  dayWidth = Infinity,
): PegGroup[] => {
  const sorted = pegs
    .filter(({ on }) => on >= from && on <= to)
    .sort((a, b) => (a.on < b.on ? -1 : 1));
  let groups: Peg[][] = [];
  for (const peg of sorted) {
    const open = groups.at(-1);
    const last = open?.at(-1);
    if (open !== undefined && last !== undefined && daysBetween(last.on, peg.on) < 2)
      open.push(peg);
    else groups.push([peg]);
  }
  // Two that were joined are wider, and may reach the next.
  for (let count = 0; count !== groups.length;) {
    count = groups.length;
    groups = joinCovered(groups, from, dayWidth);
  }
  return groups.flatMap((group) => drawnAs(group, from));
};

const joinCovered = (groups: readonly Peg[][], from: Day, dayWidth: number): Peg[][] => {
  const joined: Peg[][] = [];
  for (const group of groups) {
    const [before] = drawnAs(joined.at(-1) ?? [], from);
    const [next] = drawnAs(group, from);
    const covers =
      before !== undefined &&
      next !== undefined &&
      (next.at - before.at) * dayWidth < dotSize(before) + dotSize(next);
    if (covers) joined.push([...(joined.pop() ?? []), ...group]);
    else joined.push(group);
  }
  return joined;
};

const drawnAs = (group: readonly Peg[], from: Day): PegGroup[] => {
  const [first] = group;
  const last = group.at(-1);
  if (first === undefined || last === undefined) return [];
  const at = (daysBetween(from, first.on) + daysBetween(from, last.on)) / 2;
  const tone = group.map((peg) => peg.tone).sort((a, b) => RANK[a] - RANK[b])[0] ?? 'calm';
  return [{ at, count: group.length, tone, first }];
};

/**
 * How far today's bar reaches above the ticks, in px: it ends below a dot that is on it or
 * beside it.
 */
export const barTop = (groups: readonly PegGroup[], now: number, dayWidth: number): number =>
  Math.min(
    12,
    ...groups
      .filter((group) => Math.abs(group.at - now) * dayWidth < dotSize(group) + 2)
      .map((group) => DOT_ABOVE - dotSize(group) - 1.5),
  );

/** One tick per day from `from` to `to`, both included; today has a bar instead. */
export type Tick = {
  readonly at: number;
  readonly state: 'past' | 'count' | 'rest';
  readonly tall: boolean;
};

/**
 * The ticks of a tape: past days, the days that are counted (from `countFrom` to `countTo`), and
 * the rest.
 */
export const ticksOf = (tape: {
  readonly from: Day;
  readonly to: Day;
  readonly today: Day;
  readonly countFrom?: Day | undefined;
  readonly countTo?: Day | undefined;
  readonly marks?: readonly Day[] | undefined;
}): Tick[] => {
  const { from, to, today, countFrom, countTo, marks = [] } = tape;
  return Array.from({ length: daysBetween(from, to) + 1 }, (_, at) => ({
    at,
    day: addDays(from, at),
  }))
    .filter(({ day }) => day !== today)
    .map(({ at, day }) => {
      const counted =
        countFrom !== undefined && countTo !== undefined && day >= countFrom && day <= countTo;
      return {
        at,
        state: counted ? 'count' : day < today ? 'past' : 'rest',
        tall: marks.includes(day),
      };
    });
};
