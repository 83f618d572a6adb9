import { whyNotRemoved } from '#domain/adobe-vip/correct-order.ts';
import { coverLines, orderOf, uncoverLines, type OrderInput } from '#domain/adobe-vip/order-commands.ts';
import type { PurchaseAuthorization, PurchaseAuthorizationData } from '#domain/adobe-vip/purchase-authorization.ts';
import type { ReturnAuthorization } from '#domain/adobe-vip/return-authorization.ts';
import type { ChosenEditions } from '#domain/adobe-vip/vip-edition.ts';
import type { Problem } from '#domain/result.ts';
import { toTrash } from '#domain/trash.ts';
import { readUnder } from '#data/read-under.ts';
import type { Records } from '#data/records.ts';
import { newId } from '#platform/ids.ts';
import type { Texts } from '../text.ts';
import { toasts } from '../toast.svelte.ts';
import { followPlaced } from './follow-placed.ts';
import { sayRefusal, undoing } from './say-refusal.ts';
import { writeOrder } from './write-order.ts';

/**
 * Notes an order that was placed on the licensing site. The authorization is written first: cut off there, it is known as
 * ordered by its number, and nobody places it a second time. The earliest order that is known of a customer sets the anniversary
 * date, by the customer's editions or else the workspace's (`editions`). `order` is its id where it has one already.
 */
export const placeOrder = async (
  records: Records,
  { id, parent }: Pick<PurchaseAuthorization, 'id' | 'parent'>,
  input: OrderInput,
  {
    text,
    editions,
    order = newId(),
  }: { readonly text: Texts; readonly editions: ChosenEditions | undefined; readonly order?: string },
): Promise<Problem | undefined> => {
  let before: PurchaseAuthorization | undefined;
  const covered = await records.change<PurchaseAuthorizationData>(id, (one, doing) => {
    before = one;
    return coverLines(one, order, input, doing);
  });
  if (!covered.ok || before === undefined) return covered.ok ? { code: 'record-is-gone' } : covered.problem;
  const written = await writeOrder(records, orderOf(order, before, input, records.doing()));
  if (!written.ok) return written.problem;
  const first = await followPlaced(records, parent, editions);
  const { vip, format } = text;
  const number = input.orderNumber.trim();
  const said =
    first.anniversary === ''
      ? vip.order.saved(number)
      : vip.order.savedFirst(number, format.dayShort(first.anniversary, records.doing().today));
  toasts.say(said, async () => {
    // What was asked back of it meanwhile would hang in the air.
    const returns = await readUnder<ReturnAuthorization>(records, { kind: 'return-authorization', parent });
    const hanging = whyNotRemoved({ id: order }, { returns });
    const uncovered =
      hanging === undefined
        ? await records.change<PurchaseAuthorizationData>(id, (one, doing) => uncoverLines(one, order, doing))
        : undefined;
    const problem = hanging ?? (uncovered?.ok === false ? uncovered.problem : undefined);
    if (problem !== undefined) return void sayRefusal(problem, text, records.doing().today);
    await undoing(records, order, toTrash, text)();
    await first.back();
  });
  return undefined;
};
