import {
  getHeightOfRevision,
  type BulkWriteRow,
  type RxDocumentData,
  type RxStorageInstance,
} from 'rxdb/plugins/core';
import type { VolymRecord } from '#core/record/record.ts';
import { isSame } from '../merge/copy.ts';

type Row = BulkWriteRow<VolymRecord>;

type BulkWrite = RxStorageInstance<VolymRecord, unknown, unknown>['bulkWrite'];

/** What RxDB notes in a record that a pull gave (`note-pulled.ts`). */
type Noted = { readonly o?: object };

/** RxDB's status for a row whose record has been written since. */
export const CONFLICT = 409;

/**
 * Writes what a pull brought, and again if a write that changed nothing came in between. RxDB takes
 * each conflict for a change on this device, which is sent and merged with the server's state. A
 * write without a change is not sent: the pulled state does not come again, and would never be
 * stored here.
 */
export const overUnchanged =
  (write: BulkWrite): BulkWrite =>
  async (rows, context) => {
    const { error } = await write(rows, context);
    const rowOf = new Map(rows.map((row) => [row.document.id, row]));
    const again = error.flatMap((failure) => {
      const row = rowOf.get(failure.documentId);
      if (failure.status !== CONFLICT || row?.previous === undefined) return [];
      return isSame(row.previous, failure.documentInDb) ? [rowOver(row, failure.documentInDb)] : [];
    });
    if (again.length === 0) return { error };
    const others = error.filter(
      ({ documentId }) => !again.some(({ document }) => document.id === documentId),
    );
    const later = await overUnchanged(write)(again, context);
    return { error: [...others, ...later.error] };
  };

const rowOver = ({ document }: Row, previous: RxDocumentData<VolymRecord>): Row => {
  const { o: note, ...meta } = document._meta as Noted & RxDocumentData<VolymRecord>['_meta'];
  const noted = { ...note, _rev: getHeightOfRevision(previous._rev) + 1 };
  return {
    previous,
    document: { ...document, _meta: { ...meta, o: noted } as typeof document._meta },
  };
};
