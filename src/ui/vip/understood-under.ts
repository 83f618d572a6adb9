import type { VolymRecord } from '#domain/record.ts';
import { conditionOf } from '#data/read-record.ts';
import type { Records } from '#data/records.ts';

/** The records of a kind under a customer that this version can work with; what a newer one wrote is nothing to reckon by. */
export const understoodUnder = async <R extends VolymRecord>(
  records: Pick<Records, 'find'>,
  kind: R['kind'],
  parent: string,
): Promise<R[]> => {
  const found = await records.find({ kind, parent });
  return found.filter((one) => conditionOf(one) === 'fine') as unknown as R[];
};
