/** What a request of IndexedDB answers; rejects with the browser's own error. */
export const answerOf = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(errorOf(request));
  });

/** Resolves once all of a transaction is in the database; rejects when none of it is. */
export const completed = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () =>
      reject(
        transaction.error ??
          new DOMException('The browser gave the transaction up', 'UnknownError'),
      );
  });

/** Why a request failed. */
export const errorOf = ({ error }: IDBRequest): DOMException =>
  error ?? new DOMException('IndexedDB gave no reason', 'UnknownError');

/**
 * Runs work in a transaction and waits for it to be completed: the work answers once it has made its
 * last request. Where it throws, nothing of it is written.
 */
export const inTransaction = async <T>(
  transaction: IDBTransaction,
  work: () => Promise<T>,
): Promise<T> => {
  const end = completed(transaction);
  try {
    const answer = await work();
    // Or the browser would commit only once the page has heard of each request.
    transaction.commit();
    await end;
    return answer;
  } catch (error) {
    giveUp(transaction);
    // A transaction that gave up says why; a request in it says only that it was given up.
    const reason: unknown = await end.then(
      () => undefined,
      (ending: unknown) => ending,
    );
    throw isGivenUp(error) && reason !== undefined ? reason : error;
  }
};

const isGivenUp = (error: unknown): boolean =>
  error instanceof DOMException && error.name === 'AbortError';

const giveUp = (transaction: IDBTransaction): void => {
  try {
    transaction.abort();
  } catch {
    // It has ended by itself.
  }
};
