import type { OrderInput } from '#programmes/adobe-vip/rules/order/order-commands.ts';
import type { PurchaseAuthorization } from '#programmes/adobe-vip/rules/authorization/purchase-authorization.ts';
import type { Day } from '#core/day/day.ts';
import type { VipRefused } from '#programmes/adobe-vip/rules/vip-problem.ts';
import type { Records } from '#data/records/records.ts';
import type { Texts } from '#ui/text.ts';
import { perform } from '#ui/perform.ts';
import { refusalOf } from '#data/records/change-fields.ts';
import { sayingRefusal } from '../say-refusal.ts';
import { placeWithAll, type Placing } from '#programmes/adobe-vip/work/order/place-order.ts';

/** Notes an order that was placed on the licensing site, and says so. */
export const placeOrder = (
  records: Records,
  authorization: Pick<PurchaseAuthorization, 'id' | 'parent'>,
  input: OrderInput,
  { text, ...placing }: Placing & { readonly text: Texts },
): Promise<VipRefused | undefined> =>
  refusalOf(
    perform(placeWithAll(records, authorization, input, placing), ({ anniversary, undo }) => ({
      message: placedSentence(input.orderNumber.trim(), anniversary, text, records),
      undo,
      refused: sayingRefusal(records, text),
    })),
  );

/** The words for an order that was noted, and for the anniversary that it set, if any. */
export const placedSentence = (
  number: string,
  anniversary: Day,
  { vip, format }: Pick<Texts, 'vip' | 'format'>,
  records: Pick<Records, 'doing'>,
): string =>
  anniversary === ''
    ? vip.order.saved(number)
    : vip.order.savedFirst(number, format.dayShort(anniversary, records.doing().today));
