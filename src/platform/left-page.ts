/**
 * WebKit keeps a page that is left as it stands, for the way back, and with it a transaction that
 * was under way: from then on nothing is written to that store, in no tab, by no page that comes
 * after it. So what is under way ends without effect when the page is left, and a page that comes
 * back to that begins again. Called once, before a store is opened.
 */
export const endTransactionsWhenLeft = (
  beginAnew: () => void = () => location.reload(),
): (() => void) => {
  const open = new Set<IDBTransaction>();
  const stop = new AbortController();
  const { transaction } = IDBDatabase.prototype;
  IDBDatabase.prototype.transaction = function (...given) {
    const begun = transaction.apply(this, given);
    const over = (): void => void open.delete(begun);
    open.add(begun);
    for (const end of ['complete', 'abort']) begun.addEventListener(end, over, { once: true });
    return begun;
  };
  let wasCut = false;
  const left = ({ persisted }: PageTransitionEvent): void => {
    if (persisted) for (const transaction of open) wasCut = abort(transaction) || wasCut;
  };
  const back = ({ persisted }: PageTransitionEvent): void => {
    if (persisted && wasCut) beginAnew();
  };
  window.addEventListener('pagehide', left, { signal: stop.signal });
  window.addEventListener('pageshow', back, { signal: stop.signal });
  return () => {
    stop.abort();
    IDBDatabase.prototype.transaction = transaction;
  };
};

/** False for one that has everything and only has to come to its end. */
const abort = (transaction: IDBTransaction): boolean => {
  try {
    transaction.abort();
    return true;
  } catch {
    return false;
  }
};
