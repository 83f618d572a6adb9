import type { ActedOn } from '#domain/act.ts';
import { UNDER_CUSTOMER, wentWith } from '#domain/adobe-vip/under-customer.ts';
import type { VolymRecord } from '#domain/record.ts';
import { refuse, type Problem } from '#domain/result.ts';
import { fromTrash } from '#domain/trash.ts';
import type { Records } from '../records.ts';

/** The authorizations, orders and returns that went to the trash with a VIP customer; nothing of other records. */
export const thrownWith = async (records: Pick<Records, 'find'>, record: VolymRecord): Promise<VolymRecord[]> => {
  if (record.kind !== 'vip-customer') return [];
  const under = await Promise.all(
    UNDER_CUSTOMER.map((kind) => records.find({ parent: record.id, kind, trashed: 'only' })),
  );
  return wentWith(record, under.flat());
};

/**
 * Takes a record out of the trash, with an order or batch the codes under it that were thrown away, with a VIP customer what
 * went with it, and with a code what it lies under: nobody would find it there. `before` hears where each lay before the
 * first is taken out. Answers why the record itself could not be.
 */
export const restoreFromTrash = async (
  records: Records,
  id: string,
  before: (lay: readonly ActedOn[]) => Promise<void> = () => Promise.resolve(),
): Promise<Problem | undefined> => {
  const record = await records.get(id);
  if (record === undefined) return refuse('record-is-gone').problem;
  const codes = await records.find({ parent: id, kind: 'redemption-code', trashed: 'only' });
  const above = [...(await records.many([record.parent])).values()].filter(({ trashedOn }) => trashedOn !== '');
  const all = [...above, record, ...codes, ...(await thrownWith(records, record))];
  await before(all.map(({ id: one, trashedOn }) => ({ id: one, trashedOn })));
  const refused = await records.changeMany(
    all.map(({ id: one }) => one),
    fromTrash,
  );
  return refused.get(id);
};

/**
 * Takes a record out of the trash, and with a code whose order lies there too all of that order: an order and its codes go
 * or stay together (A5).
 */
export const restoreWithOrder = async (records: Records, id: string): Promise<void> => {
  const parent = (await records.get(id))?.parent ?? '';
  const above = parent === '' ? undefined : await records.get(parent);
  const isWithOrder = above?.kind === 'credit-order' && above.trashedOn !== '';
  await restoreFromTrash(records, isWithOrder ? parent : id);
};
