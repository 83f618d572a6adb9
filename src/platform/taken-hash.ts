let taken = '';

/**
 * Takes the part behind `#` out of the address and the history, if it has one of these beginnings;
 * it gives access. To be called before anything is awaited: otherwise the next user of the device
 * could find it there, however the page ended.
 */
export const takeHash = (beginnings: readonly string[]): void => {
  const { hash, pathname, search } = location;
  if (!beginnings.some((beginning) => hash.startsWith(beginning))) return;
  taken = hash;
  history.replaceState(history.state, '', `${pathname}${search}`);
};

/** The part that was taken, once; '' if there was none. It was only in the page's memory. */
export const takenHash = (): string => {
  const hash = taken;
  taken = '';
  return hash;
};
