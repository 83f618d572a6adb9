import { LAST_MOMENT } from '#core/day/moment.ts';
import type { Draft, VolymRecord } from '#core/record/record.ts';
import type { RecordCollection } from './database.ts';
import { stored } from './envelope.ts';
import { letterSum } from '../merge/letter-sum.ts';
import { isInForm, parsed } from './read-record.ts';

/** Carries out of RxDB's modifier that there is nothing to write. */
class Stands extends Error {}

/**
 * As many ms as tell one write from another in the moment of what is written (as in data/merge).
 */
const APART = 997;

/**
 * What a record becomes by what all devices derive alike: undefined for nothing, and the words that
 * tell this write from another.
 */
export type Derived = { readonly draft: Draft; readonly says: string };

/**
 * Writes on a record what every device derives alike. Nobody did it, and no device's clock is in
 * it: all that write it at once write the same, and none of them has to be merged. Answers whether
 * it was written: the record may be gone or changed meanwhile.
 */
export const writeAlike = async (
  collection: RecordCollection,
  id: string,
  derive: (record: VolymRecord) => Derived | undefined,
): Promise<boolean> => {
  const document = await collection.findOne(id).exec();
  if (document === null) return false;
  try {
    await document.incrementalModify((now: VolymRecord) => {
      const [record, condition] = parsed(now);
      const derived = condition === 'fine' ? derive(record) : undefined;
      if (derived === undefined) throw new Stands();
      const next = writtenAlike(record, derived);
      if (!isInForm(next)) throw new Stands();
      return next;
    });
    return true;
  } catch (error) {
    if (error instanceof Stands) return false;
    throw error;
  }
};

const writtenAlike = (record: VolymRecord, { draft, says }: Derived): VolymRecord => {
  const apart = letterSum(says, APART);
  return stored(draft, record, {
    today: '',
    now: Math.min(record.updatedAt + 1 + apart, LAST_MOMENT),
    by: record.updatedBy,
    newId: () => {
      throw new TypeError('what all devices derive alike has no history');
    },
  });
};
