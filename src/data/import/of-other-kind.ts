import type { RecordKey } from '#core/import/record-keys.ts';
import type { VolymRecord } from '#core/record/record.ts';
import type { Records } from '../records/records.ts';

/**
 * The records of another kind that occupy ids made from keys: anyone who knows a key, which begins
 * with its kind, can put a record there in advance, and the file's record would then look already
 * written by someone else.
 */
export const ofOtherKind = async (
  records: Pick<Records, 'many'>,
  keys: readonly RecordKey[],
  idOf: (key: RecordKey) => string,
): Promise<VolymRecord[]> => {
  const kinds = new Map(keys.map((key) => [idOf(key), key[0]]));
  const there = await records.many([...kinds.keys()]);
  return [...there.values()].filter(({ id, kind }) => kinds.get(id) !== kind);
};
