/** What a change found in the fields of a record, and what it left there. */
export type WroteFields<D> = { readonly before: D; readonly after: D };

/** What goes back into fields when a change is undone, and whether that is all that the change wrote. */
type StillHeld<D> = { readonly back: Partial<D>; readonly isWhole: boolean };

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What the fields held before a change, of those that still hold what it wrote: what someone wrote since stays. */
export const stillHeld = <D extends object>(now: D, { before, after }: WroteFields<D>): StillHeld<D> => {
  const back: Partial<D> = {};
  let isWhole = true;
  for (const field in after) {
    if (isSame(before[field], after[field])) continue;
    if (isSame(now[field], after[field])) back[field] = before[field];
    else isWhole = false;
  }
  return { back, isWhole };
};
