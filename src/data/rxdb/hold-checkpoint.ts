import type { RxStorageInstance } from 'rxdb/plugins/core';

/** The name under which RxDB notes how far it has come, either way. */
const CHECKPOINT = 'replication-set-checkpoint';

/**
 * Leaves RxDB's note of how far it has come where it is for as long as something is `held`: after a
 * write that failed it continues with the next page, whose note passes the one that is not there. A
 * run that begins from that note would never miss it.
 */
export const holdCheckpoint = <Record>(
  agreed: Pick<RxStorageInstance<Record, unknown, unknown>, 'bulkWrite'>,
  isHeld: () => boolean,
): void => {
  const write = agreed.bulkWrite.bind(agreed);
  agreed.bulkWrite = (rows, context) =>
    context === CHECKPOINT && isHeld() ? Promise.resolve({ error: [] }) : write(rows, context);
};
