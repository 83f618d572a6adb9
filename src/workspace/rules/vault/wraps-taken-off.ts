import type { KeyringData, Wrap } from './keyring.ts';
import { boxOf } from './wrap-box.ts';

/** Which wraps came to a device, and which open nothing any more. */
export type WrapsHere = {
  /** By its id each wrap of a keyring that opened here, in the order in which they came. */
  readonly had?:
    | Readonly<Record<string, { readonly by: Wrap['by']; readonly box: string }>>
    | undefined;
  /**
   * By its id the box of each wrap that was taken off; true where that lay inside of what opened.
   */
  readonly gone?: Readonly<Record<string, string | true>> | undefined;
};

/** Of more that came before no more is remembered. */
const MOST_REMEMBERED = 300;

/**
 * What a device knows of wraps once a keyring opened; `closedInside` are ids that lay inside, where nobody
 * writes who has no secret. A name beside the wraps closes only one that came here, and only where
 * one of its kind stays that came after it: any member can write there the name of the next one,
 * before it comes here or later.
 */
export const wrapsHere = (
  { wraps, wrapsTakenOff = {} }: KeyringData,
  closedInside: readonly string[],
  { had: before = {}, gone: goneBefore = {} }: WrapsHere,
): WrapsHere => {
  const newOnes = Object.values(wraps).filter(({ id }) => !Object.hasOwn(before, id));
  const came = newOnes.map((wrap) => [wrap.id, { by: wrap.by, box: boxOf(wrap) ?? '' }] as const);
  const all = [...Object.entries(before), ...came].slice(-MOST_REMEMBERED);
  const closed = all.flatMap(([id, { by, box }], at) => {
    const isNamed = Object.hasOwn(wrapsTakenOff, id);
    const isReplaced = all
      .slice(at + 1)
      .some(([next, wrap]) => wrap.by === by && Object.hasOwn(wraps, next));
    return isNamed && isReplaced ? [[id, box] as const] : [];
  });
  const gone = [
    ...Object.entries(goneBefore),
    ...closed,
    ...closedInside.map((id) => [id, true] as const),
  ];
  const left = gone.filter(([id]) => !Object.hasOwn(wraps, id)).slice(-MOST_REMEMBERED);
  return { had: Object.fromEntries(all), gone: Object.fromEntries(left) };
};
