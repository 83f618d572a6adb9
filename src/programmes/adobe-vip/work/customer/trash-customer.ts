import { UNDER_CUSTOMER } from '#programmes/adobe-vip/rules/customer/under-customer.ts';
import type { VipResult } from '#programmes/adobe-vip/rules/vip-problem.ts';
import { ok } from '#core/result.ts';
import { toTrash } from '#core/record/trash.ts';
import { fromTrashAsLeft } from '#core/record/trash-undone.ts';
import { whyStaysThrown } from './customers-here.ts';
import type { Records } from '#data/records/records.ts';
import type { VipUndo } from '../vip-undo.ts';
import { takingManyBack } from '#data/records/taking-back.ts';

/**
 * Puts a customer into the trash with what is under it, and has a way back, unless another
 * customer has its VIP ID by then; refused, nothing of it stays.
 */
export const trashWithUnder = async (records: Records, id: string): Promise<VipResult<VipUndo>> => {
  const found = await Promise.all(UNDER_CUSTOMER.map((kind) => records.find({ kind, parent: id })));
  const ids = [id, ...found.flat().map((record) => record.id)];
  const refused = await records.changeMany(ids, toTrash);
  const gone = ids.filter((id) => !refused.has(id));
  const left = await records.many(gone);
  const takeOut = (ids: readonly string[]): VipUndo =>
    takingManyBack(records, ids, (now) => fromTrashAsLeft(now, left.get(now.id) ?? now));
  const [problem] = refused.values();
  if (problem !== undefined) {
    await takeOut(gone)();
    return { ok: false, problem };
  }
  return ok(async () => {
    const stays = await whyStaysThrown(records, [...(await records.many([id])).values()]);
    // Nothing under it comes back without the customer.
    const under = gone.filter((other) => other !== id);
    return stays ?? (await takeOut([id])()) ?? takeOut(under)();
  });
};
