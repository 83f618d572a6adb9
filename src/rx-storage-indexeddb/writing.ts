import {
  categorizeBulkWriteRows,
  type BulkWriteRow,
  type CategorizeBulkWriteRowsOutput,
  type RxDocumentData,
  type RxStorageInstance,
} from 'rxdb/plugins/core';
import { ATTACHMENTS, DOCUMENTS, indexName, type Layout } from './layout.ts';
import { rowsOf } from './reading.ts';
import { answerOf, inTransaction } from './requests.ts';
import { documentOf, rowOf } from './stored-row.ts';

/** RxDB's own step between two writes of one millisecond. */
const STEP = 0.01;

/**
 * Writes in one transaction what is no conflict, and tells what was done. The time of each row rises
 * above all that are stored, whatever the clock says: RxDB finds by it what is still to be sent.
 */
export const write = <Doc>(
  transaction: IDBTransaction,
  layout: Layout,
  asked: {
    readonly instance: RxStorageInstance<Doc, unknown, unknown>;
    readonly rows: BulkWriteRow<Doc>[];
    readonly context: string;
  },
): Promise<CategorizeBulkWriteRowsOutput<Doc>> =>
  inTransaction(transaction, async () => {
    const { instance, rows, context } = asked;
    const documents = transaction.objectStore(DOCUMENTS);
    const { primaryKey } = layout;
    const idOf = (document: object): string =>
      (document as Readonly<Record<string, unknown>>)[primaryKey] as string;
    const [newest, there] = await Promise.all([
      newestTime(documents, layout),
      rowsOf(
        documents,
        rows.map(({ document }) => idOf(document)),
      ),
    ]);
    const stored = there.map((row) => documentOf<Doc>(layout, row));
    riseAbove(newest, rows);
    const sorted = categorizeBulkWriteRows<Doc>(
      instance,
      primaryKey as never,
      new Map(stored.map((document) => [idOf(document), document])),
      rows,
      context,
    );
    for (const { document } of [...sorted.bulkInsertDocs, ...sorted.bulkUpdateDocs])
      documents.put(rowOf(layout, document));
    if (layout.hasAttachments) writeAttachments(transaction.objectStore(ATTACHMENTS), sorted);
    return sorted;
  });

/** The time of the last write there is. */
const newestTime = async (documents: IDBObjectStore, { primaryKey }: Layout): Promise<number> => {
  const index = documents.index(indexName(['_meta.lwt', primaryKey]));
  const cursor = await answerOf(index.openKeyCursor(null, 'prev'));
  return cursor === null ? 0 : (cursor.key as [number, string])[0];
};

/**
 * Gives each row about to be written a time later than `newest`, and returns the latest. RxDB's new rows share one `_meta`
 * object, even with what it writes over deleted documents in a second write: whoever holds the first
 * row would see the later time.
 */
export const riseAbove = (
  newest: number,
  rows: readonly { readonly document: { _meta: { readonly lwt: number } } }[],
): number => {
  const least = Number((newest + STEP).toFixed(2));
  let latest = newest;
  for (const { document } of rows) {
    const lwt = Math.max(document._meta.lwt, least);
    document._meta = { ...document._meta, lwt };
    latest = Math.max(latest, lwt);
  }
  return latest;
};

const writeAttachments = <Doc>(
  attachments: IDBObjectStore,
  sorted: CategorizeBulkWriteRowsOutput<Doc>,
): void => {
  for (const { documentId, attachmentId, attachmentData } of [
    ...sorted.attachmentsAdd,
    ...sorted.attachmentsUpdate,
  ])
    attachments.put({ id: attachmentKey(documentId, attachmentId), data: attachmentData.data });
  for (const { documentId, attachmentId } of sorted.attachmentsRemove)
    attachments.delete(attachmentKey(documentId, attachmentId));
};

/** The key of an attachment. */
export const attachmentKey = (documentId: string, attachmentId: string): string =>
  `${documentId}||${attachmentId}`;

/** The latest time and id of what was written; undefined where nothing was. */
export const checkpointOf = <Doc>(
  { bulkInsertDocs, bulkUpdateDocs }: CategorizeBulkWriteRowsOutput<Doc>,
  { primaryKey }: Layout,
): Checkpoint | undefined => {
  let latest: Checkpoint | undefined;
  for (const { document } of [...bulkInsertDocs, ...bulkUpdateDocs]) {
    const { [primaryKey]: id, _meta: meta } = document as RxDocumentData<Record<string, unknown>>;
    const at = { id: id as string, lwt: meta.lwt };
    if (latest === undefined || isLater(at, latest)) latest = at;
  }
  return latest;
};

type Checkpoint = { readonly id: string; readonly lwt: number };

const isLater = (at: Checkpoint, other: Checkpoint): boolean =>
  at.lwt > other.lwt || (at.lwt === other.lwt && at.id > other.id);
