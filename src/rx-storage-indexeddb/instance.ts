import { Subject, type Observable } from 'rxjs';
import {
  now,
  type BulkWriteRow,
  type EventBulk,
  type PreparedQuery,
  type RxDocumentData,
  type RxJsonSchema,
  type RxStorageBulkWriteResponse,
  type RxStorageChangeEvent,
  type RxStorageCountResult,
  type RxStorageDefaultCheckpoint,
  type RxStorageInstance,
  type RxStorageInstanceCreationParams,
  type RxStorageQueryResult,
} from 'rxdb/plugins/core';
import { Connection, deleteDatabase } from './connection.ts';
import { ATTACHMENTS, DOCUMENTS, layoutOf, type Layout } from './layout.ts';
import { counted, found, type Source } from './query.ts';
import { foundAlong, rowsOf } from './reading.ts';
import { sweep } from './sweep.ts';
import { answerOf, inTransaction } from './requests.ts';
import { documentOf } from './stored-row.ts';
import { attachmentKey, checkpointOf, write } from './writing.ts';

/** How the storage is to write. */
export type IndexedDbOptions = {
  /**
   * `relaxed` (the default): a write is done once the browser has handed it to the operating
   * system; `strict`: once it is on the disk, which takes a phone tens of milliseconds.
   */
  readonly durability?: 'relaxed' | 'strict';
};

/** What RxDB may know of this storage's inside: nothing. */
export type IndexedDbInternals = object;

type Events<Doc> = EventBulk<RxStorageChangeEvent<RxDocumentData<Doc>>, RxStorageDefaultCheckpoint>;

/** A collection in an IndexedDB of its own. */
export class IndexedDbInstance<Doc> implements RxStorageInstance<
  Doc,
  IndexedDbInternals,
  IndexedDbOptions,
  RxStorageDefaultCheckpoint
> {
  readonly databaseName: string;
  readonly collectionName: string;
  readonly schema: Readonly<RxJsonSchema<RxDocumentData<Doc>>>;
  readonly options: Readonly<IndexedDbOptions>;
  readonly internals: IndexedDbInternals = {};
  readonly #name: string;
  readonly #layout: Layout;
  readonly #connection: Connection;
  readonly #changes = new Subject<Events<Doc>>();
  #ending: Promise<void> | undefined;
  /** How far the deleted documents were looked at: RxDB asks until it is done. */
  #sweptTo: IDBValidKey | undefined;

  constructor(
    name: string,
    params: RxStorageInstanceCreationParams<Doc, IndexedDbOptions>,
    options: IndexedDbOptions,
  ) {
    this.databaseName = params.databaseName;
    this.collectionName = params.collectionName;
    this.schema = params.schema;
    this.options = options;
    this.#name = name;
    this.#layout = layoutOf(params.schema);
    this.#connection = new Connection(name, this.#layout);
  }

  /** Opens the database; rejects where the browser gives none. */
  async open(): Promise<void> {
    await this.#connection.open();
  }

  async bulkWrite(
    rows: BulkWriteRow<Doc>[],
    context: string,
  ): Promise<RxStorageBulkWriteResponse<Doc>> {
    const stores = this.#layout.hasAttachments ? [DOCUMENTS, ATTACHMENTS] : [DOCUMENTS];
    const transaction = await this.#connection.transaction(stores, 'readwrite', {
      durability: this.options.durability ?? 'relaxed',
    });
    const sorted = await write(transaction, this.#layout, { instance: this, rows, context });
    const checkpoint = checkpointOf(sorted, this.#layout);
    if (checkpoint !== undefined && sorted.eventBulk.events.length > 0) {
      sorted.eventBulk.checkpoint = checkpoint;
      this.#changes.next(sorted.eventBulk as Events<Doc>);
    }
    return { error: sorted.errors };
  }

  findDocumentsById(ids: string[], withDeleted: boolean): Promise<RxDocumentData<Doc>[]> {
    return this.#read(async ({ documents, layout }) =>
      (await rowsOf(documents, ids))
        .map((row) => documentOf<Doc>(layout, row))
        .filter(({ _deleted: isDeleted }) => withDeleted || !isDeleted),
    );
  }

  query(prepared: PreparedQuery<Doc>): Promise<RxStorageQueryResult<Doc>> {
    return this.#read(async (source) => ({ documents: await found(source, prepared) }));
  }

  count(prepared: PreparedQuery<Doc>): Promise<RxStorageCountResult> {
    return this.#read((source) => counted(source, prepared));
  }

  getChangedDocumentsSince(
    limit: number,
    checkpoint: RxStorageDefaultCheckpoint = { id: '', lwt: 0 },
  ): Promise<{ documents: RxDocumentData<Doc>[]; checkpoint: RxStorageDefaultCheckpoint }> {
    return this.#read(async ({ documents, layout }) => {
      const { lwt, id } = checkpoint;
      const changed = await foundAlong(documents, {
        index: ['_meta.lwt', layout.primaryKey],
        stretches: [IDBKeyRange.lowerBound([lwt, id], true)],
        take: (row) => documentOf<Doc>(layout, row),
        isPicky: false,
        most: limit,
      });
      const last = changed.at(-1) as RxDocumentData<Record<string, unknown>> | undefined;
      return {
        documents: changed,
        checkpoint:
          last === undefined
            ? checkpoint
            : { id: last[layout.primaryKey] as string, lwt: last._meta.lwt },
      };
    });
  }

  async getAttachmentData(documentId: string, attachmentId: string): Promise<Blob> {
    const transaction = await this.#connection.transaction([ATTACHMENTS], 'readonly');
    const key = attachmentKey(documentId, attachmentId);
    const row = (await answerOf(transaction.objectStore(ATTACHMENTS).get(key))) as
      | { readonly data: Blob }
      | undefined;
    if (row === undefined) throw new Error(`no attachment ${attachmentId} of ${documentId}`);
    return row.data;
  }

  changeStream(): Observable<Events<Doc>> {
    return this.#changes.asObservable();
  }

  async cleanup(minimumDeletedTime: number): Promise<boolean> {
    const transaction = await this.#connection.transaction([DOCUMENTS], 'readwrite');
    const before = now() - minimumDeletedTime;
    this.#sweptTo = await inTransaction(transaction, () =>
      sweep(transaction.objectStore(DOCUMENTS), this.#layout, before, this.#sweptTo),
    );
    return this.#sweptTo === undefined;
  }

  close(): Promise<void> {
    return (this.#ending ??= this.#end());
  }

  /** Empties the database and deletes it, whoever else holds it open. */
  async remove(): Promise<void> {
    const stores = [DOCUMENTS, ATTACHMENTS];
    const transaction = await this.#connection.transaction(stores, 'readwrite');
    await inTransaction(transaction, async () => {
      await Promise.all(stores.map((store) => answerOf(transaction.objectStore(store).clear())));
    });
    await (this.#ending ??= this.#end());
    await deleteDatabase(this.#name);
  }

  async #end(): Promise<void> {
    this.#changes.complete();
    await this.#connection.close();
  }

  async #read<T>(work: (source: Source<Doc>) => Promise<T>): Promise<T> {
    const transaction = await this.#connection.transaction([DOCUMENTS], 'readonly');
    return work({
      schema: this.schema,
      layout: this.#layout,
      documents: transaction.objectStore(DOCUMENTS),
    });
  }
}
