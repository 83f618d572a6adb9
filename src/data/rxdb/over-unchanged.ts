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

/** What RxDB's storage says of a row whose record was written since. */
export const CONFLICT = 409;

/**
 * Writes what a pull gave; where a write that changed nothing came in between, once more over that.
 * RxDB takes each conflict for a change of this device, which is sent and meets what the server
 * has. Of a write without a change nothing is sent: the pulled state, which does not come again,
 * would never be here.
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
