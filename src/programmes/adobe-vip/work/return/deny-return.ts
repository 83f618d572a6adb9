import {
  denyReturn,
  type reopenReturn,
  takeDenialBack,
} from '#programmes/adobe-vip/rules/return/return-commands.ts';
import type { VipResult } from '#programmes/adobe-vip/rules/vip-problem.ts';
import { ok } from '#core/result.ts';
import { readUnder } from '#data/records/read-under.ts';
import type { Records } from '#data/records/records.ts';
import { changeKept } from '#data/records/kept-change.ts';
import type { VipUndo } from '../vip-undo.ts';
import { takingBack } from '#data/records/taking-back.ts';

/**
 * Notes that Adobe denied a return; undone, it waits again, unless its order or another return was
 * changed so that it cannot.
 */
export const denyWithUndo = async (records: Records, id: string): Promise<VipResult<VipUndo>> => {
  const was = await bookBeside(records, id);
  const denied = await changeKept(records, { id, kind: 'return-authorization' }, denyReturn);
  if (!denied.ok) return denied;
  const changed = denied.value;
  return ok(async () => {
    const now = await bookBeside(records, id);
    return takingBack(records, { id, kind: 'return-authorization' }, (request, doing) =>
      takeDenialBack(request, changed, { was, now }, doing),
    )();
  });
};

/**
 * What is beside a return under its customer, as far as it decides whether the return may wait.
 */
const bookBeside = async (
  records: Records,
  id: string,
): Promise<Parameters<typeof reopenReturn>[1]> => {
  const parent = (await records.get(id))?.parent ?? '';
  const [orders, returns] = await Promise.all([
    readUnder(records, { kind: 'vip-order', parent }),
    readUnder(records, { kind: 'return-authorization', parent }),
  ]);
  return { orders, returns };
};
