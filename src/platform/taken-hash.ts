let taken = '';

/**
 * Takes the part behind `#` out of the address and the history, where it begins as said; it lets
 * someone in. To be called before anything is waited for: whoever has the device next would find it
 * there, however the page ended.
 */
export const takeHash = (beginnings: readonly string[]): void => {
  const { hash, pathname, search } = location;
  if (!beginnings.some((beginning) => hash.startsWith(beginning))) return;
  taken = hash;
  history.replaceState(history.state, '', `${pathname}${search}`);
};

/** What was taken, once; '' where nothing was. It was in the page's memory alone. */
export const takenHash = (): string => {
  const hash = taken;
  taken = '';
  return hash;
};
