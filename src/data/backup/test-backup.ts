import type { RecordCollection } from '../records/database.ts';
import { compareBatch, NO_DIFFERENCES, type Differences } from './compare.ts';
import { fileKeyOf } from './file-key.ts';
import { readHeader } from './header.ts';
import type { MadeBackup } from './make-backup.ts';
import { recordsIn } from './read-file.ts';
import { FileRefused } from './refused.ts';
import type { Reading } from './sealed-chunks.ts';
import { isSameSum, type Summary } from './summary.ts';

/**
 * Reads a backup back as an empty device would, opens every chunk, and compares count, digest and
 * each record with what is here. True if a restore would bring back everything; what was written
 * here meanwhile may be newer.
 */
export const testBackup = async (
  file: Blob,
  collection: RecordCollection,
  made: Pick<MadeBackup, 'summary' | 'workspaceKey' | 'records'>,
  reading: Reading = {},
): Promise<boolean> => {
  try {
    const header = await readHeader(file);
    const { workspaceKey = header.header.key } = header.header.keyring;
    // A bare device has no other key than the one that is in the keyring.
    if (workspaceKey !== header.header.key) return false;
    const key = await fileKeyOf(header.header, made.workspaceKey);
    if (key === undefined) return false;
    const records = recordsIn({ ...header, file, key }, reading);
    let differences = NO_DIFFERENCES;
    for (let next = await records.next(); ; next = await records.next()) {
      if (next.done !== true) differences = await compareBatch(collection, next.value, differences);
      else return isAllThere(next.value, made) && isNoNews(differences);
    }
  } catch (error) {
    if (error instanceof FileRefused) return false;
    throw error;
  }
};

const isNoNews = ({ fresh, deleted, newerInFile }: Differences): boolean =>
  fresh + deleted + newerInFile === 0;

const isAllThere = (
  read: Summary,
  { summary, records }: Pick<MadeBackup, 'summary' | 'records'>,
): boolean => isSameSum(read, summary()) && read.records >= records;
