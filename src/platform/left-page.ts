/**
 * WebKit freezes a page that the user leaves, for the way back, and with it a running transaction:
 * from then on no page in any tab can write to that store. So a running transaction is aborted when
 * the page is left, none begins after that (work goes on for a moment before the page is frozen),
 * and a page that lost one so reloads when the user comes back. Called once, before a store is
 * opened.
 */
export const endTransactionsWhenLeft = (
  beginAnew: () => void = () => location.reload(),
): (() => void) => {
  const open = new Set<IDBTransaction>();
  const stop = new AbortController();
  const { transaction } = IDBDatabase.prototype;
  let isLeft = false;
  let wasCut = false;
  IDBDatabase.prototype.transaction = function (...given) {
    if (isLeft) {
      wasCut = true;
      throw new DOMException('The page was left', 'AbortError');
    }
    const begun = transaction.apply(this, given);
    const over = (): void => void open.delete(begun);
    open.add(begun);
    for (const end of ['complete', 'abort']) begun.addEventListener(end, over, { once: true });
    return begun;
  };
  const left = ({ persisted }: PageTransitionEvent): void => {
    if (!persisted) return;
    isLeft = true;
    for (const transaction of open) wasCut = abort(transaction) || wasCut;
  };
  const back = ({ persisted }: PageTransitionEvent): void => {
    isLeft = false;
    if (persisted && wasCut) beginAnew();
  };
  window.addEventListener('pagehide', left, { signal: stop.signal });
  window.addEventListener('pageshow', back, { signal: stop.signal });
  return () => {
    stop.abort();
    IDBDatabase.prototype.transaction = transaction;
  };
};

/** False for one that has all its requests and only has to finish. */
const abort = (transaction: IDBTransaction): boolean => {
  try {
    transaction.abort();
    return true;
  } catch {
    return false;
  }
};
