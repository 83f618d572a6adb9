import type { MangoQuery } from 'rxdb/plugins/core';
import { NOTHING_DUE, type Day } from '#core/day/day.ts';
import type { VolymRecord } from '#core/record/record.ts';
import type { SharedKindId } from '#programmes/kinds.ts';
import type { Found, RecordOf } from '#programmes/record-of.ts';

/**
 * What a list asks for: records of a kind, under a parent, or all with a deadline (`order: 'due'`);
 * otherwise the newest changes first. Trashed records are left out unless requested, with the
 * others (`true`) or alone (`only`).
 */
export type Query<
  Id extends string = string,
  Readable extends true | undefined = true | undefined,
> = {
  readonly kind?: Id;
  readonly parent?: string;
  /**
   * Under any of these, instead of under one: one question of the store, however many there are.
   */
  readonly parents?: readonly string[];
  readonly order?: 'newest' | 'due';
  /** With `order: 'due'`: only what is due from this day on, or before that one. */
  readonly dueFrom?: Day;
  readonly dueBefore?: Day;
  readonly limit?: number;
  /**
   * Under a parent, where records come in the order of their ids: only those after this one, so
   * that many are read by pages.
   */
  readonly after?: string;
  readonly trashed?: boolean | 'only';
  /** Only what the app can read (`isLegible`): for whoever shows no row of what it cannot. */
  readonly isReadable?: Readable;
};

/**
 * What a query returns: for a kind that all programmes share, and where only readable records are
 * requested, records with the content of their kind; otherwise whatever was found, to be checked
 * with `isFine`.
 */
export type Answered<Id extends string, Readable> = Found<Id> &
  (Id extends SharedKindId ? RecordOf<Id> : Readable extends true ? RecordOf<Id> : unknown);

/**
 * The query in RxDB's form, always along an index and always ascending: RxDB sorts a descending one
 * by reading everything (docs/decisions/records.md).
 */
export const mangoOf = (query: Query): MangoQuery<VolymRecord> => {
  const { kind, parents, order = 'newest', limit, after, trashed = false } = query;
  const parent = parents === undefined ? query.parent : { $in: [...new Set(parents)].sort() };
  const selector = {
    ...(kind === undefined ? {} : { kind }),
    ...(parent === undefined ? {} : { parent }),
    ...(after === undefined ? {} : { id: { $gt: after } }),
    ...(order === 'due' ? { dueOn: dueIn(query) } : {}),
    ...(trashed === false ? { trashedOn: '' } : {}),
    ...(trashed === 'only' ? { trashedOn: { $gt: '' } } : {}),
  };
  if (parent !== undefined) return { selector, index: ['parent', 'kind'], ...limited(limit) };
  const field = order === 'due' ? 'dueOn' : 'newestFirst';
  const index = kind === undefined ? [field] : ['kind', field];
  return {
    selector,
    index,
    sort: kind === undefined ? [{ [field]: 'asc' }] : [{ kind: 'asc' }, { [field]: 'asc' }],
    ...limited(limit),
  };
};

const dueIn = ({ dueFrom, dueBefore = NOTHING_DUE }: Query) => ({
  ...(dueFrom === undefined ? {} : { $gte: dueFrom }),
  $lt: dueBefore,
});

const limited = (limit: number | undefined) => (limit === undefined ? {} : { limit });
