import type { CreditOrderData } from '#programmes/apple-credit/rules/order/credit-order.ts';
import type { Draft } from '#core/record/record.ts';
import type { CreditResult } from '#programmes/apple-credit/rules/credit-problem.ts';
import { ok } from '#core/result.ts';
import type { WrittenBeside } from '#core/record/trash-undone.ts';
import type { UndoMade } from '#data/records/change-fields.ts';
import type { Records } from '#data/records/records.ts';
import { unmaking } from '#data/trash/in-trash.ts';

/** The app notes by itself which other order has the same number. */
const BESIDE: WrittenBeside = { fields: ['meets'], isBeside: () => false };

/**
 * Writes a new order; returns the undo, which puts it into the trash. Writing it twice gives the
 * same order, even if the first time was interrupted before it was reported.
 */
export const writeNewOrder = async (
  records: Records,
  draft: Draft<CreditOrderData>,
): Promise<CreditResult<UndoMade>> => {
  const { id } = draft;
  const isHere = (await records.get(id)) !== undefined;
  const written = isHere ? await records.change(id, () => ok(draft)) : await records.create(draft);
  return written.ok ? ok(unmaking(records, written.value, BESIDE)) : written;
};
