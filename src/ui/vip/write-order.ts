import type { VipOrderData } from '#domain/adobe-vip/vip-order.ts';
import type { Draft, VolymRecord } from '#domain/record.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import { missingIn, withSteps } from '#domain/step.ts';
import type { Records } from '#data/records.ts';

/**
 * Writes a new order. Under an id that the world's own number gave it, it may have been here: out of the trash it comes back
 * as it is made now, and one that stands already is refused.
 */
export const writeOrder = async (records: Records, draft: Draft<VipOrderData>): Promise<Result<VolymRecord>> => {
  const known = await records.get(draft.id);
  if (known === undefined) return records.create(draft);
  if (known.trashedOn === '') return refuse('order-known', 'orderNumber', { number: draft.data.orderNumber });
  return records.change<VipOrderData>(draft.id, (one) => {
    const steps = withSteps(one.steps, missingIn(one.steps, draft.steps ?? []));
    return ok({ ...one, trashedOn: '', data: draft.data, steps });
  });
};
