/** A finger that was on its way when the page moved is down within this time, in ms. */
const ON_ITS_WAY_MS = 500;

/**
 * Ignores presses on the frame's column for a moment: the user aimed at where things were before
 * they moved. What is over the page (a sheet, a menu) does not move with it, and still takes
 * presses.
 */
const letPressesGo = (column: Element | null): void => {
  const missed: Keyframe = { pointerEvents: 'none' };
  // Not by a style sheet: who wants nothing to move has its animations cut short, and this is none
  // that is seen.
  column?.animate([missed, missed], ON_ITS_WAY_MS);
};

/**
 * For what comes and goes above a screen while it is shown, and moves all of it by its own height.
 * Only what is fetched after the first paint uses it: a strip that is there from the start moves
 * nothing.
 */
export const movesPage = (strip: Element): (() => void) => {
  const column = strip.closest('[data-column]');
  letPressesGo(column);
  return () => letPressesGo(column);
};
