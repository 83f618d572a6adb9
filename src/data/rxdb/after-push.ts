import type { RxStorageInstance } from 'rxdb/plugins/core';

/** The names under which RxDB notes what both sides agree on when the answer to a push has come. */
const AFTER_PUSH = new Set(['replication-up-write-meta', 'replication-up-write-conflict-meta']);

/**
 * Tells the ids of the records that were pushed, each time that RxDB has noted what the server's
 * answer makes both agree on.
 */
export const afterPush = <Noted extends { readonly itemId: string }>(
  agreed: Pick<RxStorageInstance<Noted, unknown, unknown>, 'bulkWrite'>,
  noted: (ids: readonly string[]) => void,
): void => {
  const write = agreed.bulkWrite.bind(agreed);
  agreed.bulkWrite = async (rows, context) => {
    const written = await write(rows, context);
    if (AFTER_PUSH.has(context)) noted(rows.map(({ document }) => document.itemId));
    return written;
  };
};
