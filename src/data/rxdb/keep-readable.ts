import type { RxDocumentData, RxStorageInstance } from 'rxdb/plugins/core';
import type { VolymRecord } from '#core/record/record.ts';
import { contentOf } from '../merge/copy.ts';
import { isOfNewerVersion } from '../merge/newer-version.ts';
import { parsed } from '../records/read-record.ts';

type Stored = RxDocumentData<VolymRecord>;
type Noted = Stored['_meta'] & { readonly readable?: VolymRecord };
type Storage = RxStorageInstance<VolymRecord, unknown, unknown>;

const keeping = new WeakSet<object>();

/**
 * Keeps beside each record that calls itself newer the state that this device could read last, in
 * the very write that takes its place, whether a pull, a merge or a file brought it: where one of
 * these begins, it asks for this. It never leaves the device, and goes once the record can be read
 * again.
 */
export const keepReadable = (storage: object): void => {
  const { originalStorageInstance: own } = storage as {
    readonly originalStorageInstance?: Storage;
  };
  if (own === undefined) throw new Error('RxDB wraps its storage in another way');
  if (keeping.has(own)) return;
  keeping.add(own);
  const write = own.bulkWrite.bind(own);
  own.bulkWrite = (rows, context) => {
    for (const { previous, document } of rows) if (previous !== undefined) note(previous, document);
    return write(rows, context);
  };
};

const note = (previous: Stored, document: Stored): void => {
  const { readable: before, ...meta } = document._meta as Noted;
  const readable = isOfNewerVersion(document) ? readableOf(previous) : undefined;
  if (before === undefined && readable === undefined) return;
  document._meta = { ...meta, ...(readable && { readable }) } as Stored['_meta'];
};

const readableOf = (previous: Stored): VolymRecord | undefined =>
  !previous._deleted && parsed(contentOf(previous))[1] === 'fine'
    ? contentOf(previous)
    : readableIn(previous);

/**
 * The readable state kept along with a stored record; undefined where this device never read
 * it.
 */
export const readableIn = (stored: object): VolymRecord | undefined =>
  (stored as { readonly _meta?: Partial<Noted> })._meta?.readable;
