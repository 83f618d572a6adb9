import type { VolymRecord } from '#core/record/record.ts';
import type { RecordCollection } from '../records/database.ts';
import { inChunks } from '../records/in-chunks.ts';
import { parsed } from '../records/read-record.ts';

/** Carries out of RxDB's modifier that a record stays. */
class Stays extends Error {}

/**
 * Removes records for good; sync carries it to the other devices. Each is checked again in its
 * newest state as it is written: what was restored or written meanwhile stays, and so does what
 * this app does not understand. Returns what was removed.
 */
export const removeForGood = async (
  collection: RecordCollection,
  ids: readonly string[],
  mayGo: (record: VolymRecord) => boolean,
): Promise<string[]> => {
  const gone: string[] = [];
  await inChunks(ids, {}, async (chunk) => {
    const documents = await collection.findByIds([...chunk]).exec();
    await Promise.all(
      [...documents.values()].map(async (document) => {
        const isGone = await document
          .incrementalModify((now: VolymRecord & { _deleted?: boolean }) => {
            const [record, condition] = parsed(now);
            if (condition !== 'fine' || !mayGo(record)) throw new Stays();
            return { ...now, _deleted: true };
          })
          .then(() => true, staysOr);
        if (isGone) gone.push(document.id);
      }),
    );
  });
  return gone;
};

const staysOr = (error: unknown): false => {
  if (error instanceof Stays) return false;
  throw error;
};
