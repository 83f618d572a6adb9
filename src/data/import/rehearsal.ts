import { refuse, type CommonProblem, type Problem } from '#core/result.ts';
import type { Data, VolymRecord } from '#core/record/record.ts';
import { stored } from '../records/envelope.ts';
import { inChunks } from '../records/in-chunks.ts';
import { conditionOf } from '../records/read-record.ts';
import type { Query } from '../records/query.ts';
import type { Command, Records } from '../records/records.ts';

/** What the undo of an import needs of the records. */
export type UndoRecords = Pick<Records, 'find' | 'many' | 'changeMany' | 'doing'>;

/**
 * Records as they would become: commands run on their newest state, and the results are kept here
 * without being written. A query no longer finds records that left it, and gets no new ones.
 */
export const rehearsalOn = ({ find, many, doing }: UndoRecords): UndoRecords => {
  const become = new Map<string, VolymRecord>();
  const asTheyAre: Records['many'] = async (ids) => {
    const found = await many(ids);
    for (const id of found.keys()) found.set(id, become.get(id) ?? (found.get(id) as VolymRecord));
    return found;
  };
  const changed = <Code extends string>(
    record: VolymRecord | undefined,
    command: Command<Data, Code>,
  ): Problem<Code | CommonProblem['code']> | undefined => {
    if (record === undefined) return refuse('record-is-gone').problem;
    if (conditionOf(record) !== 'fine') return refuse('record-not-understood').problem;
    const answer = command(record, doing());
    if (!answer.ok) return answer.problem;
    become.set(record.id, stored(answer.value, record, doing()));
    return undefined;
  };
  return {
    doing,
    many: asTheyAre,
    find: async (query) => {
      const found = await find(query);
      // No command makes another kind of a record, or what its kind does not say.
      const now = found.map((record) => (become.get(record.id) ?? record) as typeof record);
      return now.filter(within(query));
    },
    changeMany: async <Code extends string = never>(
      ids: readonly string[],
      command: Command<Data, Code>,
    ) => {
      const refused = new Map<string, Problem<Code | CommonProblem['code']>>();
      await inChunks(ids, {}, async (chunk) => {
        const found = await asTheyAre(chunk);
        for (const id of chunk) {
          const problem = changed(found.get(id), command);
          if (problem !== undefined) refused.set(id, problem);
        }
      });
      return refused;
    },
  };
};

const within =
  ({ parent, trashed = false }: Query) =>
  (record: VolymRecord): boolean =>
    (parent === undefined || record.parent === parent) &&
    (trashed !== false || record.trashedOn === '');
