import type { VolymRecord } from './record.ts';

/** What is asked of records of one kind: the table that it is in calls it with no others. */
export type OfKind<Answer, Rest extends readonly unknown[] = []> = {
  ask(record: VolymRecord, ...rest: Rest): Answer;
}['ask'];
