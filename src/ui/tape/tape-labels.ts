import type { Day } from '#core/day/day.ts';
import type { TapeTone } from './tape.ts';

/** A word under the ticks. */
export type TapeLabel = {
  readonly on: Day;
  readonly text: string;
  /** A label with a tone is the one that counts: it is drawn strong and never left out. */
  readonly tone?: TapeTone;
  readonly anchor?: 'start' | 'middle' | 'end';
};

/** A label with the place it was given; `left` is where its text begins, in px. */
export type PlacedLabel = {
  readonly text: string;
  readonly left: number;
  readonly tone: TapeTone | 'now' | 'plain';
};

/** Mean width of a letter in px at 11 px; labels are short, so that a guess is near enough. */
const LETTER = 6;
const GAP = 6;

/** More words than these are not read at a glance (look.md §6). */
const MOST = 4;

/** `at` is where its day is: a label at the end of the tape is written beside that. */
type Box = PlacedLabel & { readonly right: number; readonly at: number };

const boxOf = (
  text: string,
  x: number,
  anchor: TapeLabel['anchor'],
  tone: Box['tone'],
  scale: number,
): Box => {
  const width = text.length * LETTER * scale;
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  return { text, left, right: left + width, tone, at: x };
};

const meets = (a: Box, b: Box): boolean => a.left < b.right + GAP && b.left < a.right + GAP;

const moved = (box: Box, by: number): Box => ({
  ...box,
  left: box.left + by,
  right: box.right + by,
});

const inside = (box: Box, width: number): Box => {
  const by = box.left < 0 ? -box.left : Math.min(0, width - box.right);
  return moved(box, by);
};

/**
 * Today's label makes way for a strong one, to the side where today is. If the tape ends
 * there, the strong one makes way instead, so that days are always in order.
 */
const withToday = (now: Box, strong: readonly Box[], width: number): readonly Box[] => {
  let today = now;
  const others = strong.map((other) => {
    if (!meets(today, other)) return other;
    const [before, after] = [
      moved(today, other.left - GAP - today.right),
      moved(today, other.right + GAP - today.left),
    ];
    const isBefore = now.at <= other.at;
    if (isBefore ? before.left >= 0 : after.right <= width) today = isBefore ? before : after;
    else
      return moved(
        other,
        isBefore ? today.right + GAP - other.left : today.left - GAP - other.right,
      );
    return other;
  });
  return [...others, today];
};

/**
 * Gives the labels places where none covers another: strong ones first, then today, then what still
 * has room.
 */
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
  const strong = labels.filter(({ tone }) => tone !== undefined).map(box);
  const now = today && inside(boxOf(today.text, today.x, 'middle', 'now', scale), width);
  const placed = [...(now === undefined ? strong : withToday(now, strong, width))];
  for (const label of labels.filter(({ tone }) => tone === undefined)) {
    const next = box(label);
    if (placed.length < MOST && !placed.some((other) => meets(next, other))) placed.push(next);
  }
  return placed.map(({ text, left, tone }) => ({ text, left, tone }));
};
