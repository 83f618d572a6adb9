import type { VolymRecord } from '#core/record/record.ts';
import { codes as credit } from './apple-credit/ground/codes.ts';
import type { Codes } from './ground.ts';
import type { KindId } from './kinds.ts';

const all = [credit] as const satisfies readonly Codes<KindId>[];

/** The kinds of codes, of any programme. */
export const CODE_KINDS = all.map(({ kind }) => kind);

/** Whether a record is a code. */
export const isCode = (record: Pick<VolymRecord, 'kind'>): boolean =>
  all.some(({ kind }) => kind === record.kind);

/** Whether something was done with a code that must be known for good; nothing was with others. */
export const hasLog = (record: Pick<VolymRecord, 'kind' | 'steps'>): boolean =>
  all.some((codes) => codes.kind === record.kind && codes.hasLog(record));
