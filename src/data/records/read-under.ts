import type { VolymRecord } from '#core/record/record.ts';
import { breath } from '#platform/breath.ts';
import { conditionOf } from './read-record.ts';
import type { Records } from './records.ts';

/** So many at a time, with a breath in between: thousands read at once would hold the page up. */
const PAGE = 250;

/**
 * All records of a kind under a parent ('' for those that lie under none), as far as this app
 * understands them; read page by page in the order of their ids. What is not read yet when `signal`
 * comes is left out.
 */
export const readUnder = async <R extends VolymRecord = VolymRecord>(
  records: Pick<Records, 'find'>,
  { kind, parent }: Pick<VolymRecord, 'kind' | 'parent'>,
  signal?: AbortSignal,
): Promise<R[]> => {
  const all: VolymRecord[] = [];
  for (let after: string | undefined = ''; after !== undefined && signal?.aborted !== true;) {
    const page: VolymRecord[] = await records.find({ kind, parent, after, limit: PAGE });
    all.push(...page.filter((one) => conditionOf(one) === 'fine'));
    after = page.length < PAGE ? undefined : page.at(-1)?.id;
    if (after !== undefined) await breath();
  }
  return all as unknown as R[];
};
