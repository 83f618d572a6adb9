import { isOfOwnKind } from '#workspace/rules/settings/own-kind.ts';
import type { Copy } from './copy.ts';

/**
 * Whether two states of a record have different kinds or programmes: no app turns one into the
 * other. A tombstone has neither.
 */
export const areTwoKinds = (left: Copy, right: Copy): boolean =>
  left._deleted !== true &&
  right._deleted !== true &&
  (left.kind !== right.kind || left.programme !== right.programme);

/**
 * Which of two copies of different kinds wins, the same on every device, whoever wrote last. The
 * sync ignores such a state (`sync/session.ts`): the two meet only if the one here cannot be read
 * either.
 */
export const ofOneKind = (mine: Copy, theirs: Copy): Copy =>
  placeOf(mine) < placeOf(theirs) ? mine : theirs;

const placeOf = (copy: Copy): string =>
  `${isOfOwnKind(copy) ? 0 : 1} ${copy.kind} ${copy.programme}`;
