import type { RxQueryPlan } from 'rxdb/plugins/core';
import type { RecordCollection } from '../records/database.ts';

/**
 * How far a reader of the writes has come, in RxDB's terms: by the time of each write, then by id.
 */
export type WriteCheckpoint = { readonly id: string; readonly lwt: number };

/** After every text, as RxDB's query planner writes it. */
const LAST = String.fromCharCode(65535);

/** How many records were written since, counted up to `most`; none of them is read. */
export const countWrittenSince = async (
  { storageInstance }: RecordCollection,
  most: number,
  { id, lwt }: WriteCheckpoint = { id: '', lwt: 0 },
): Promise<number> => {
  // Asked past RxDB's own preparation, which leaves out what is deleted: that is to be sent as well.
  const queryPlan: RxQueryPlan = {
    index: ['_meta.lwt', 'id'],
    startKeys: [lwt, id],
    endKeys: [LAST, LAST],
    inclusiveStart: false,
    inclusiveEnd: true,
    sortSatisfiedByIndex: true,
    selectorSatisfiedByIndex: true,
  };
  const query = { selector: {}, sort: [{ id: 'asc' as const }], skip: 0, limit: most };
  return (await storageInstance.count({ query, queryPlan })).count;
};
