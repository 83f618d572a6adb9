import type { Kind } from '#core/record/kind.ts';
import type { Data, VolymRecord } from '#core/record/record.ts';
import type { KindId, kinds } from './kinds.ts';

/** The content of a kind's records; of a kind that the types do not know, any. */
export type DataOf<Id extends string> = Id extends KindId
  ? (typeof kinds)[Id] extends Kind<infer D>
    ? D
    : never
  : Data;

/**
 * A record as it was found under a kind: its content may be anything until it is known that the app
 * understands it.
 */
export type Found<Id extends string> = VolymRecord & { readonly kind: Id };

/** A record of a kind with the content that the kind says. */
export type RecordOf<Id extends string> = Found<Id> & VolymRecord<DataOf<Id>>;

/** What is asked of the records of a kind, with the content that the kind says. */
export type AskedOfKind<Id extends string, Answer, Rest extends readonly unknown[] = []> = {
  ask(record: RecordOf<Id>, ...rest: Rest): Answer;
}['ask'];

/** Whether a record was found under a kind, whatever its content. */
export const isOfKind = <Id extends KindId>(
  record: VolymRecord | undefined,
  kind: Id,
): record is Found<Id> => record?.kind === kind;
