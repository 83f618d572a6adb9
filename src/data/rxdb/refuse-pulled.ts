import type { RxDocumentData, RxStorageInstance } from 'rxdb/plugins/core';
import type { VolymRecord } from '#domain/record.ts';
import { CONFLICT, overUnchanged } from './over-unchanged.ts';

type Storage = RxStorageInstance<VolymRecord, unknown, unknown>;

/** Whether a record that a pull gave is not to be written. */
type IsRefused = (pulled: RxDocumentData<VolymRecord>) => boolean;

const refusing = new WeakMap<object, Map<string, IsRefused>>();

/**
 * Refuses, in the moment when RxDB writes it, what a pull gave and what has been overtaken since. It is told of a conflict: it
 * then leaves the record, and what it holds for agreed, as they are. `flag` is the name under which it writes what it pulled.
 */
export const refusePulled = (storage: Storage, flag: string, isRefused: IsRefused): void => {
  const known = refusing.get(storage);
  if (known !== undefined) return void known.set(flag, isRefused);
  const by = new Map([[flag, isRefused]]);
  refusing.set(storage, by);
  const write = storage.bulkWrite.bind(storage);
  const writePulled = overUnchanged(write);
  storage.bulkWrite = async (rows, context) => {
    const isOut = by.get(context);
    if (isOut === undefined) return write(rows, context);
    const refused = rows.filter(({ document }) => isOut(document));
    const rest = rows.filter((row) => !refused.includes(row));
    const { error } = rest.length === 0 ? { error: [] } : await writePulled(rest, context);
    const conflicts = refused.map((row) => ({
      ...({ status: CONFLICT, isError: true, documentId: row.document.id, context } as const),
      ...{ writeRow: row, documentInDb: row.previous as RxDocumentData<VolymRecord> },
    }));
    return { error: [...error, ...conflicts] };
  };
};
