import type { Doing } from '#core/record/kind.ts';
import type { Draft, VolymRecord } from '#core/record/record.ts';
import { refuse, type Result } from '#core/result.ts';
import type { KindId } from '#programmes/kinds.ts';
import { isOfKind, type DataOf, type RecordOf } from '#programmes/record-of.ts';

/**
 * A command for the records of one kind, as the store takes commands: a record of another kind is
 * refused as not understood.
 */
export const onKind =
  <Id extends KindId>(
    kind: Id,
    command: (record: RecordOf<Id>, doing: Doing) => Result<Draft<DataOf<Id>>>,
  ) =>
  (record: VolymRecord, doing: Doing): Result<Draft<DataOf<Id>>> =>
    // The store runs commands on nothing but what it understands.
    isOfKind(record, kind) ? command(record as RecordOf<Id>, doing) : NOT_UNDERSTOOD;

const NOT_UNDERSTOOD = refuse('record-not-understood');
