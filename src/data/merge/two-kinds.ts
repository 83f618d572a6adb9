import { isOfOwnKind } from '#workspace/rules/settings/own-kind.ts';
import type { Copy } from './copy.ts';

/**
 * Two states of one record that are of two kinds, or of two programmes: no app makes one of the
 * other. A tombstone is of none.
 */
export const areTwoKinds = (one: Copy, other: Copy): boolean =>
  one._deleted !== true &&
  other._deleted !== true &&
  (one.kind !== other.kind || one.programme !== other.programme);

/**
 * Of two copies of two kinds the one that stands, on every device alike, whoever wrote last. The
 * sync takes such a state for none (`sync/session.ts`): they meet only where what is here cannot be
 * read either.
 */
export const ofOneKind = (mine: Copy, theirs: Copy): Copy =>
  placeOf(mine) < placeOf(theirs) ? mine : theirs;

const placeOf = (copy: Copy): string =>
  `${isOfOwnKind(copy) ? 0 : 1} ${copy.kind} ${copy.programme}`;
