import type { KindId } from '#programmes/kinds.ts';
import { isOfKind, type Found, type RecordOf } from '#programmes/record-of.ts';
import { breath } from '#platform/breath.ts';
import type { Query } from './query.ts';
import { isFine } from './read-record.ts';
import type { Records } from './records.ts';

/** So many at a time, with a breath in between: thousands read at once would hold the page up. */
const PAGE = 250;

/**
 * All records of a kind under a parent ('' for those without a parent), as far as this app
 * understands them; read page by page in the order of their ids. What has not been read when
 * `signal` aborts is left out.
 */
export const readUnder = async <Id extends KindId>(
  records: Pick<Records, 'find'>,
  {
    kind,
    parent,
    trashed = false,
  }: Required<Pick<Query<Id>, 'kind' | 'parent'>> & Pick<Query, 'trashed'>,
  signal?: AbortSignal,
): Promise<RecordOf<Id>[]> => {
  const all: RecordOf<Id>[] = [];
  for (let after: string | undefined = ''; after !== undefined && signal?.aborted !== true;) {
    const page: Found<Id>[] = await records.find({ kind, parent, trashed, after, limit: PAGE });
    all.push(...page.filter((record) => isFine<Id>(record)));
    after = page.length < PAGE ? undefined : page.at(-1)?.id;
    if (after !== undefined) await breath();
  }
  return all;
};

/** A record of a kind by its id; undefined also where this app does not understand it. */
export const readOne = async <Id extends KindId>(
  records: Pick<Records, 'get'>,
  id: string,
  kind: Id,
): Promise<RecordOf<Id> | undefined> => {
  const record = await records.get(id);
  return isOfKind(record, kind) && isFine(record) ? record : undefined;
};

/** The same of several records, by their ids. */
export const readMany = async <Id extends KindId>(
  records: Pick<Records, 'many'>,
  ids: readonly string[],
  kind: Id,
): Promise<Map<string, RecordOf<Id>>> => {
  const read = new Map<string, RecordOf<Id>>();
  for (const [id, record] of await records.many(ids))
    if (isOfKind(record, kind) && isFine(record)) read.set(id, record);
  return read;
};
