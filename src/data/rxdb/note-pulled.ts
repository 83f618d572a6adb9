import { getHeightOfRevision, type RxStorageInstance } from 'rxdb/plugins/core';

/**
 * What RxDB notes in a record that it stores as a pull gave it: by which replication, and at which
 * of its revisions here.
 */
type Note = { readonly hash: string; readonly _rev: number };

type Stored = { readonly _rev?: string; readonly _meta?: { readonly o?: Note } };

/** A storage as RxDB hands it to a collection, and the one that is under it. */
type Wrapped = { readonly originalStorageInstance?: RxStorageInstance<never, unknown, unknown> };

const notes = new WeakMap<object, Map<string, string>>();

/**
 * This note lets RxDB tell a pulled record from one that was made here, when the app was closed
 * before it could note the agreed state. RxDB 17.6 loses it in records that are new here (the
 * shared `_meta` of rx-storage-helper): such a record was never sent and never overwritten again.
 * `flag` is the name under which the replication `hash` writes what it pulled.
 */
export const noteInserts = (storage: object, flag: string, hash: string): void => {
  const { originalStorageInstance: own } = storage as Wrapped;
  if (own === undefined) throw new Error('RxDB wraps its storage in another way');
  const known = notes.get(own);
  if (known !== undefined) return void known.set(flag, hash);
  const noted = new Map([[flag, hash]]);
  notes.set(own, noted);
  const write = own.bulkWrite.bind(own);
  own.bulkWrite = (rows, context) => {
    const by = noted.get(context);
    // RxDB's own copies: one `_meta` for all that are new.
    for (const { previous, document } of by === undefined ? [] : rows)
      if (previous === undefined)
        (document as { _meta: object })._meta = {
          ...(document as { _meta: object })._meta,
          o: { _rev: 1, hash: by },
        };
    return write(rows, context);
  };
};

/**
 * Whether a stored record is as a pull of this replication wrote it, whatever the agreed state is.
 */
export const isAsPulled = (stored: object, hash: string | undefined): boolean => {
  const { _rev: revision = '', _meta: { o: note } = {} } = stored as Stored;
  return note !== undefined && note.hash === hash && note._rev === getHeightOfRevision(revision);
};
