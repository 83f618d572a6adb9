import type { Day } from '#domain/day.ts';
import { ok, refuse } from '#domain/result.ts';
import { fromTrash } from '#domain/trash.ts';
import type { Records } from '../records.ts';

/** What was taken out of the trash: where each lay, and its moment since. */
export type Restored = ReadonlyMap<string, { readonly trashedOn: Day; readonly at: number }>;

/** Takes a record out of the trash, and with an order or batch the codes under it that were thrown away. */
export const restoreFromTrash = async (records: Records, id: string): Promise<Restored> => {
  const restored = new Map<string, { trashedOn: Day; at: number }>();
  const record = await records.get(id);
  if (record === undefined) return restored;
  const codes = await records.find({ parent: id, kind: 'redemption-code', trashed: 'only' });
  const days = new Map([record, ...codes].map((one) => [one.id, one.trashedOn]));
  const refused = await records.changeMany([...days.keys()], fromTrash);
  const now = await records.many([...days.keys()].filter((one) => !refused.has(one)));
  for (const [one, { updatedAt: at }] of now) restored.set(one, { trashedOn: days.get(one) ?? '', at });
  return restored;
};

/** Puts back into the trash what was taken out a moment ago, and says how many stay since someone wrote in them. */
export const throwAgain = async (records: Records, restored: Restored): Promise<number> => {
  const refused = await records.changeMany([...restored.keys()], (record) => {
    const was = restored.get(record.id);
    return was !== undefined && record.updatedAt === was.at
      ? ok({ ...record, trashedOn: was.trashedOn })
      : refuse('changed-since');
  });
  return refused.size;
};
