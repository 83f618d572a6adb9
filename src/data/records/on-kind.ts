import type { Doing } from '#core/record/kind.ts';
import type { Draft, VolymRecord } from '#core/record/record.ts';
import { refuse, type Problem, type Result } from '#core/result.ts';
import type { DataOf, RecordOf } from '#programmes/record-of.ts';

/** A record by its id, and the kind that it is of. */
export type OneOfKind<Id extends string> = { readonly id: string; readonly kind: Id };

/**
 * A command for records of a kind: what it is given and what it leaves follow from the kind;
 * `Code` is what it refuses with.
 */
export type KindCommand<Id extends string, Code extends string = string> = (
  record: RecordOf<Id>,
  doing: Doing,
) => Result<Draft<DataOf<Id>>, Problem<Code>>;

/**
 * A command for the records of one kind, as the store takes commands: a record of another kind is
 * refused as not understood.
 */
export const onKind =
  <Id extends string, Code extends string = never>(kind: Id, command: KindCommand<Id, Code>) =>
  (
    record: VolymRecord,
    doing: Doing,
  ): Result<Draft<DataOf<Id>>, Problem<Code | 'record-not-understood'>> =>
    // The store runs commands on nothing but what it understands: its content is that of its kind.
    record.kind === kind ? command(record as RecordOf<Id>, doing) : NOT_UNDERSTOOD;

const NOT_UNDERSTOOD = refuse('record-not-understood');
