import { LAST_MOMENT } from '#core/day/moment.ts';
import type { Draft, VolymRecord } from '#core/record/record.ts';
import type { RecordCollection } from './database.ts';
import { stored } from './envelope.ts';
import { letterSum } from '../merge/letter-sum.ts';
import { isInForm, parsed } from './read-record.ts';

/** Carries out of RxDB's modifier that there is nothing to write. */
class Stands extends Error {}

/**
 * The range of ms that distinguishes writes by their moment (as in data/merge).
 */
const APART = 997;

/**
 * What a record becomes by what all devices derive in the same way, and the words that distinguish
 * this write from others.
 */
export type Derived = { readonly draft: Draft; readonly says: string };

/**
 * Writes what every device derives in the same way. It has no author and no device's clock in it:
 * devices that write it at once write the same thing, and nothing has to be merged. Returns whether
 * it was written: the record may have gone or changed meanwhile.
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
