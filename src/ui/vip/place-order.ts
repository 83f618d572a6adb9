import { whyNotRemoved } from '#domain/adobe-vip/correct-order.ts';
import { coverLines, orderOf, type OrderInput } from '#domain/adobe-vip/order-commands.ts';
import { joinOrder, orderToJoin, type Joining } from '#domain/adobe-vip/join-order.ts';
import type { PurchaseAuthorization, PurchaseAuthorizationData } from '#domain/adobe-vip/purchase-authorization.ts';
import type { ReturnAuthorization } from '#domain/adobe-vip/return-authorization.ts';
import { takeAddedBack, takeChangeBack } from '#domain/adobe-vip/take-steps-back.ts';
import type { ChosenEditions } from '#domain/adobe-vip/vip-edition.ts';
import type { VipOrder, VipOrderData } from '#domain/adobe-vip/vip-order.ts';
import { ok, type Problem, type Result } from '#domain/result.ts';
import { toTrash } from '#domain/trash.ts';
import { readUnder } from '#data/read-under.ts';
import type { Command, Records } from '#data/records.ts';
import { newId } from '#platform/ids.ts';
import type { Texts } from '../text.ts';
import { toasts } from '../toast.svelte.ts';
import { followPlaced } from './follow-placed.ts';
import { changeKept } from './kept-change.ts';
import { sayRefusal, undoing } from './say-refusal.ts';
import { writeOrder } from './write-order.ts';

type Placing = { readonly text: Texts; readonly editions: ChosenEditions | undefined; readonly order?: string };

/**
 * Notes an order that was placed on the licensing site. The authorization is written first: cut off there, it is known as
 * ordered by its number, and nobody places it a second time. The earliest order that is known of a customer sets the anniversary
 * date, by the customer's editions or else the workspace's (`editions`). `order` is its id where it has one already. Where a list
 * brought the order before, on no authorization, it is that one.
 */
export const placeOrder = async (
  records: Records,
  { id, parent }: Pick<PurchaseAuthorization, 'id' | 'parent'>,
  input: OrderInput,
  { text, editions, order = newId() }: Placing,
): Promise<Problem | undefined> => {
  const joining = await joiningOf(records, { id, parent }, input);
  if (!joining.ok) return joining.problem;
  const known = joining.value?.order;
  const own = known?.id ?? order;
  const covered = await changeKept<PurchaseAuthorizationData>(records, id, (one, doing) =>
    coverLines(one, own, onDayOf(known, one, input), doing),
  );
  if (!covered.ok) return covered.problem;
  const before = covered.value.before as PurchaseAuthorization;
  const placed = await writePlaced(records, before, { input, order, joining: joining.value });
  if (!placed.ok) return placed.problem;
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
    const hanging = known === undefined ? whyNotRemoved({ id: own }, { returns }) : undefined;
    // What was noted of the order before stays noted.
    const uncovered =
      hanging === undefined
        ? await records.change<PurchaseAuthorizationData>(id, (one, doing) => takeAddedBack(one, covered.value, doing))
        : undefined;
    const problem = hanging ?? (uncovered?.ok === false ? uncovered.problem : undefined);
    if (problem !== undefined) return void sayRefusal(problem, text, records.doing().today);
    await undoing<VipOrderData>(records, own, placed.value, text)();
    await first.back();
  });
  return undefined;
};

/** The order of its number that stands here without an authorization, as far as it is this one. */
const joiningOf = async (
  records: Records,
  { id, parent }: Pick<PurchaseAuthorization, 'id' | 'parent'>,
  input: OrderInput,
): Promise<Result<Joining | undefined>> => {
  const [orders, authorizations] = await Promise.all([
    readUnder<VipOrder>(records, { kind: 'vip-order', parent }),
    readUnder<PurchaseAuthorization>(records, { kind: 'purchase-authorization', parent }),
  ]);
  const authorization = authorizations.find((one) => one.id === id);
  return authorization === undefined ? ok(undefined) : orderToJoin(authorization, input, { orders, authorizations });
};

/** An order that is here keeps its day, unless the authorization is younger than that. */
const onDayOf = (order: VipOrder | undefined, { data }: PurchaseAuthorization, input: OrderInput): OrderInput =>
  order === undefined || order.data.orderDate < data.createdOn ? input : { ...input, orderDate: order.data.orderDate };

/** Writes the order, or lets the one that is here be it; answers the way back. */
const writePlaced = async (
  records: Records,
  authorization: PurchaseAuthorization,
  {
    input,
    order,
    joining,
  }: { readonly input: OrderInput; readonly order: string; readonly joining: Joining | undefined },
): Promise<Result<Command<VipOrderData>>> => {
  if (joining === undefined) {
    const written = await writeOrder(records, orderOf(order, authorization, input, records.doing()));
    return written.ok ? ok(toTrash as Command<VipOrderData>) : written;
  }
  const changed = await changeKept<VipOrderData>(records, joining.order.id, (one) =>
    joinOrder(one, authorization, input, joining.lines),
  );
  return changed.ok ? ok((now, doing) => takeChangeBack(now, changed.value, doing)) : changed;
};
