import type { VolymRecord } from '#core/record/record.ts';
import { pastLines, type PastLine, type PastMeans } from '../history/past-lines.ts';

/**
 * The last answer to a question about a record, as its history tells it; undefined where it tells
 * of none.
 */
export const lastAnswer = (record: VolymRecord, means: PastMeans): PastLine | undefined => {
  const answers = new Set(
    record.history.filter(({ asked }) => asked !== undefined).map(({ id }) => id),
  );
  return pastLines(record, means).find(({ id }) => answers.has(id));
};
