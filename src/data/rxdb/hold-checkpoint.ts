import type { RxStorageInstance } from 'rxdb/plugins/core';

/** The name under which RxDB notes how far it has come, either way. */
const CHECKPOINT = 'replication-set-checkpoint';

/**
 * Keeps RxDB's checkpoint where it is for as long as something is `held`: after a failed write RxDB
 * continues with the next page, whose checkpoint passes the missing record. A run that starts from
 * that checkpoint would never notice.
 */
export const holdCheckpoint = <Record>(
  agreed: Pick<RxStorageInstance<Record, unknown, unknown>, 'bulkWrite'>,
  isHeld: () => boolean,
): void => {
  const write = agreed.bulkWrite.bind(agreed);
  agreed.bulkWrite = (rows, context) =>
    context === CHECKPOINT && isHeld() ? Promise.resolve({ error: [] }) : write(rows, context);
};
