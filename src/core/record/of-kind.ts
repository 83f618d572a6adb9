import type { VolymRecord } from './record.ts';

/** A function of records of one kind: the table it is in never calls it with records of another. */
export type OfKind<Answer, Rest extends readonly unknown[] = []> = {
  ask(record: VolymRecord, ...rest: Rest): Answer;
}['ask'];
