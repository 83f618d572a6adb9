import type {
  RxDocumentData,
  RxStorageInstance,
  RxStorageWriteErrorConflict,
} from 'rxdb/plugins/core';
import type { VolymRecord } from '#core/record/record.ts';
import { CONFLICT, overUnchanged } from './over-unchanged.ts';

type Storage = RxStorageInstance<VolymRecord, unknown, unknown>;

/** Refuses what a pull gave. */
export type Refusing = {
  /** Whether a record is not to be written. */
  readonly isRefused: (pulled: RxDocumentData<VolymRecord>) => boolean;
  /** Some were refused. RxDB notes that it has passed them once this has answered. */
  readonly refused: () => Promise<void>;
};

const refusing = new WeakMap<object, Map<string, Refusing>>();

/**
 * Refuses, at the moment when RxDB writes it, a pulled state that has been overtaken since. RxDB
 * gets a conflict: it then leaves the record and the agreed state as they are. `flag` is the name
 * under which it writes what it pulled.
 */
export const refusePulled = (storage: Storage, flag: string, by: Refusing): void => {
  const known = refusing.get(storage);
  if (known !== undefined) return void known.set(flag, by);
  const byFlag = new Map([[flag, by]]);
  refusing.set(storage, byFlag);
  const write = storage.bulkWrite.bind(storage);
  const writePulled = overUnchanged(write);
  storage.bulkWrite = async (rows, context) => {
    const own = byFlag.get(context);
    if (own === undefined) return write(rows, context);
    const refused = rows.filter(({ document }) => own.isRefused(document));
    const rest = rows.filter((row) => !refused.includes(row));
    const { error } = rest.length === 0 ? { error: [] } : await writePulled(rest, context);
    if (refused.length > 0) await own.refused();
    const conflicts = refused.map((row): RxStorageWriteErrorConflict<VolymRecord> => ({
      status: CONFLICT,
      isError: true,
      documentId: row.document.id,
      context,
      writeRow: row,
      documentInDb: row.previous as RxDocumentData<VolymRecord>,
    }));
    return { error: [...error, ...conflicts] };
  };
};
