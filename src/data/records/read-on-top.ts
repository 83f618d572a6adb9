import type { KindId } from '#programmes/kinds.ts';
import { isOfKind, type RecordOf } from '#programmes/record-of.ts';
import type { RecordCollection } from './database.ts';
import { topInBatches } from './in-batches.ts';
import { isFine, readStored } from './read-record.ts';

/**
 * The records of a kind that are under no other, those in the trash too, as far as this app
 * understands them; a batch at a time, and none is kept for the next who asks.
 */
export async function* readOnTop<Id extends KindId>(
  collection: RecordCollection,
  kind: Id,
): AsyncGenerator<readonly RecordOf<Id>[]> {
  for await (const batch of topInBatches(collection, kind))
    yield batch
      .map(readStored)
      .filter((record) => isOfKind(record, kind))
      .filter((record) => isFine(record));
}
