const waiting = new Map<string, Promise<unknown>>();

/**
 * Does work of one name one after the other, in all tabs together; a browser without locks keeps the order at least
 * within the page.
 */
export const inTurn = <T>(name: string, work: () => Promise<T>): Promise<T> => {
  if ('locks' in navigator) return navigator.locks.request(name, work);
  const mine = (waiting.get(name) ?? Promise.resolve()).then(work);
  waiting.set(
    name,
    mine.catch(() => undefined),
  );
  return mine;
};
