import type { WireDocument } from '../sealing.ts';

/** A document, and its text in a request body. */
export type Outgoing = { readonly document: WireDocument; readonly text: string };

/**
 * Characters sent at once if nothing shows that they are too many; sealed text has one byte for
 * each.
 */
const MOST = 8 * 1024 * 1024;

/** More than what did not get through is tried again after 32 times as much at the latest. */
const MOST_DOUBTS = 5;

/**
 * How often a document sent alone must be cut off before it counts as too large for the connection;
 * one that hangs needs only one try.
 */
const TRIES = 3;

/** Where a batch goes out in parts. */
export type Parts = {
  /**
   * Those that did not get through alone come last, and once something was cut off the small ones
   * first: they need not wait for the others.
   */
  inTurn(all: readonly Outgoing[]): Outgoing[];
  /** The next documents to send: at least one. */
  next(left: readonly Outgoing[]): Outgoing[];
  passed(part: readonly Outgoing[]): void;
  /** `hasHung`: nothing ended it but the time that it had. */
  cutOff(part: readonly Outgoing[], hasHung?: boolean): void;
  /**
   * Whether the document alone was cut off so often, or is as large as something known not to get
   * through, that only its size can be the reason.
   */
  isPerhapsAlone(part: readonly Outgoing[]): boolean;
  /** The server answers, and this document does not get through. */
  givenUp(part: readonly Outgoing[]): void;
  /** The server does not answer: how often something was cut off says nothing. */
  lineGone(): void;
};

/**
 * Parts as large as get through: half of a part that was cut off, down to one document, which gets
 * more time the larger it is. Larger parts are tried again after as much was sent as had been too
 * much, and after twice as much each time this did not help. If that much gets through after all,
 * size was not the reason.
 */
export const fittingParts = (): Parts => {
  let [fits, tooMuch, went, doubts, turn] = [MOST, Infinity, 0, 0, 0];
  const { passedLone, cutLone, ...lone } = loneCuts();
  const late = new Map<string, number>();
  const turnOf = ({ document }: Outgoing): number => late.get(document._id) ?? 0;
  const rankOf = ({ text }: Outgoing): number => (tooMuch < Infinity ? text.length : 0);
  return {
    ...lone,
    inTurn: (all) => all.toSorted((a, b) => turnOf(a) - turnOf(b) || rankOf(a) - rankOf(b)),
    next: (left) => {
      let size = 0;
      const over = left.findIndex(({ text }, at) => (size += text.length) > fits && at > 0);
      return left.slice(0, over < 0 ? left.length : over);
    },
    passed: (part) => {
      const size = sizeOf(part);
      for (const { document } of part) late.delete(document._id);
      passedLone(part);
      went += size;
      if (size >= tooMuch) [fits, tooMuch, went, doubts] = [MOST, Infinity, 0, 0];
      else if (went >= tooMuch * 2 ** doubts) [fits, went] = [Math.min(MOST, 2 * fits), 0];
    },
    cutOff: (part, hasHung = false) => {
      const size = sizeOf(part);
      const [alone] = part.length === 1 ? part : [];
      if (alone !== undefined) {
        late.set(alone.document._id, (turn += 1));
        cutLone(alone, hasHung ? TRIES : 1);
      }
      // It went out alone because it is so large: that says nothing of the others.
      if (alone !== undefined && size > fits) return;
      if (size >= tooMuch) doubts = Math.min(MOST_DOUBTS, doubts + 1);
      [fits, tooMuch, went] = [Math.max(1, size >> 1), Math.min(tooMuch, size), 0];
    },
  };
};

/** Which documents may never get through, alone as they are. */
const loneCuts = () => {
  const cuts = new Map<string, number>();
  const cutsOf = ({ document }: Outgoing): number => cuts.get(document._id) ?? 0;
  // The smallest size known not to get through.
  let never = Infinity;
  return {
    passedLone: (part: readonly Outgoing[]): void => {
      for (const { document } of part) cuts.delete(document._id);
      if (sizeOf(part) >= never) never = Infinity;
    },
    cutLone: (alone: Outgoing, tries: number): void =>
      void cuts.set(alone.document._id, cutsOf(alone) + tries),
    isPerhapsAlone: (part: readonly Outgoing[]): boolean => {
      const [alone, ...others] = part;
      return (
        alone !== undefined &&
        others.length === 0 &&
        (cutsOf(alone) >= TRIES || sizeOf(part) >= never)
      );
    },
    givenUp: (part: readonly Outgoing[]): void => {
      never = Math.min(never, sizeOf(part));
      // The next time it is tried, once will do.
      for (const { document } of part) cuts.set(document._id, TRIES);
    },
    lineGone: (): void => cuts.clear(),
  };
};

const sizeOf = (part: readonly Outgoing[]): number =>
  part.reduce((sum, { text }) => sum + text.length, 0);
