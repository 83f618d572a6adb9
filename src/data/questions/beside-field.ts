import type { VolymRecord } from '#core/record/record.ts';
import type { BesideField, RuleSettings } from '#programmes/ground.ts';
import { upkeepOf } from '#programmes/upkeeps.ts';
import type { Records } from '../records/records.ts';

/**
 * What the form of a record would know besides the field being written; nothing is read for fields
 * that need nothing else.
 */
export const besideField = async (
  records: Pick<Records, 'find'>,
  { id, kind }: Pick<VolymRecord, 'id' | 'kind'>,
  field: string,
  chosen: RuleSettings['editions'],
): Promise<BesideField> => (await upkeepOf(kind).besideField?.(records, id, field, chosen)) ?? {};
