/** A screen that can be kept, and brought back to how it was. */
type Keeps<Kept> = { capture(): Kept; restore(kept: Kept): void };

/**
 * Kit's snapshot of a screen, with the screen's name on it: a load that was cut off may be given
 * what another screen kept, which is left alone.
 */
export const keptAs = <Kept>(of: string, screen: () => Keeps<Kept>) => ({
  capture: () => ({ of, kept: screen().capture() }),
  restore: (given: { readonly of: string; readonly kept: Kept } | null): void => {
    if (given?.of === of) screen().restore(given.kept);
  },
});
