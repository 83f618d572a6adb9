import { addDays, daysBetween, type Day } from '#domain/day.ts';

/** How something on the tape stands: red, amber, ink, or not at all. */
export type TapeTone = 'late' | 'soon' | 'calm';

/** A dot on a stem: something happens on this day. */
export type Peg = { readonly on: Day; readonly tone: TapeTone; readonly label?: string; readonly id?: string };

/** Pegs that share one dot, since their days lie closer than two. */
export type PegGroup = {
  /** Days from the start of the tape to the middle of the group. */
  readonly at: number;
  readonly count: number;
  readonly tone: TapeTone;
  readonly first: Peg;
};

const RANK: Record<TapeTone, number> = { late: 0, soon: 1, calm: 2 };

/** Pegs within the tape, nearest ones joined; a group takes the most urgent tone of its pegs. */
export const groupPegs = (pegs: readonly Peg[], from: Day, to: Day): PegGroup[] => {
  const sorted = pegs.filter(({ on }) => on >= from && on <= to).sort((a, b) => (a.on < b.on ? -1 : 1));
  const groups: Peg[][] = [];
  for (const peg of sorted) {
    const open = groups.at(-1);
    const last = open?.at(-1);
    if (open !== undefined && last !== undefined && daysBetween(last.on, peg.on) < 2) open.push(peg);
    else groups.push([peg]);
  }
  return groups.flatMap((group) => {
    const [first] = group;
    const last = group.at(-1);
    if (first === undefined || last === undefined) return [];
    const at = (daysBetween(from, first.on) + daysBetween(from, last.on)) / 2;
    const tone = group.map((peg) => peg.tone).sort((a, b) => RANK[a] - RANK[b])[0] ?? 'calm';
    return [{ at, count: group.length, tone, first }];
  });
};

/** One tick per day from `from` to `to`, both included; today has a bar instead. */
export type Tick = { readonly at: number; readonly state: 'past' | 'count' | 'rest'; readonly tall: boolean };

/** The ticks of a tape: past days, the days that are counted (from `countFrom` to `countTo`), and the rest. */
export const ticksOf = (tape: {
  readonly from: Day;
  readonly to: Day;
  readonly today: Day;
  readonly countFrom?: Day | undefined;
  readonly countTo?: Day | undefined;
  readonly marks?: readonly Day[] | undefined;
}): Tick[] => {
  const { from, to, today, countFrom, countTo, marks = [] } = tape;
  return Array.from({ length: daysBetween(from, to) + 1 }, (_, at) => ({ at, day: addDays(from, at) }))
    .filter(({ day }) => day !== today)
    .map(({ at, day }) => {
      const counted = countFrom !== undefined && countTo !== undefined && day >= countFrom && day <= countTo;
      return { at, state: counted ? 'count' : day < today ? 'past' : 'rest', tall: marks.includes(day) };
    });
};

/** A word under the ticks. */
export type TapeLabel = {
  readonly on: Day;
  readonly text: string;
  /** A label with a tone is the one that counts: it is drawn strong and never left out. */
  readonly tone?: TapeTone;
  readonly anchor?: 'start' | 'middle' | 'end';
};

/** A label with the place it was given; `left` is where its text begins, in px. */
export type PlacedLabel = { readonly text: string; readonly left: number; readonly tone: TapeTone | 'now' | 'plain' };

/** Mean width of a letter in px at 11 px; labels are short, so that a guess is near enough. */
const LETTER = 6;
const GAP = 6;

type Box = PlacedLabel & { readonly right: number };

const boxOf = (text: string, x: number, anchor: TapeLabel['anchor'], tone: Box['tone'], scale: number): Box => {
  const width = text.length * LETTER * scale;
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  return { text, left, right: left + width, tone };
};

const meets = (a: Box, b: Box): boolean => a.left < b.right + GAP && b.left < a.right + GAP;

const inside = (box: Box, width: number): Box => {
  const by = box.left < 0 ? -box.left : Math.min(0, width - box.right);
  return { ...box, left: box.left + by, right: box.right + by };
};

/** Today's label makes way for a strong one: it moves to that side on which today lies. */
const besides = (now: Box, strong: readonly Box[]): Box =>
  strong.reduce((box, other) => {
    if (!meets(box, other)) return box;
    const before = (now.left + now.right) / 2 <= (other.left + other.right) / 2;
    const by = before ? other.left - GAP - box.right : other.right + GAP - box.left;
    return { ...box, left: box.left + by, right: box.right + by };
  }, now);

/** Gives the labels places where none covers another: strong ones first, then today, then what still has room. */
export const placeLabels = (given: {
  readonly labels: readonly TapeLabel[];
  readonly today: { readonly text: string; readonly x: number } | undefined;
  readonly xOf: (day: Day) => number;
  readonly width: number;
  /** 2 at 200 % text. */
  readonly scale: number;
}): PlacedLabel[] => {
  const { labels, today, xOf, width, scale } = given;
  const box = ({ text, on, anchor = 'middle', tone }: TapeLabel): Box =>
    inside(boxOf(text, xOf(on), anchor, tone ?? 'plain', scale), width);
  const placed = labels.filter(({ tone }) => tone !== undefined).map(box);
  if (today !== undefined)
    placed.push(besides(inside(boxOf(today.text, today.x, 'middle', 'now', scale), width), placed));
  for (const label of labels.filter(({ tone }) => tone === undefined)) {
    const next = box(label);
    if (!placed.some((other) => meets(next, other))) placed.push(next);
  }
  return placed.map(({ text, left, tone }) => ({ text, left, tone }));
};
