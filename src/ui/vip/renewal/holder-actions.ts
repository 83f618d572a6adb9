import { sayHolder } from '#domain/adobe-vip/customer-commands.ts';
import type { VipCustomerData, VipHolder } from '#domain/adobe-vip/vip-customer.ts';
import type { Problem } from '#domain/result.ts';
import type { Records } from '#data/records.ts';
import { newId } from '#platform/ids.ts';
import type { Texts } from '../../text.ts';
import { doAndSay } from '../do-and-say.ts';

/** Writes someone on the list of those who hold a licence. */
export const addHolder = (records: Records, id: string, holder: VipHolder, text: Texts): Promise<Problem | undefined> =>
  doAndSay<VipCustomerData>(
    records,
    id,
    (one) => sayHolder(one, newId(), holder),
    text.vipRenewals.loss.added(holder.name),
    text,
    ['holders'],
  );

/** Takes someone off that list. */
export const removeHolder = (
  records: Records,
  id: string,
  { known, name, plan }: { readonly known: string; readonly name: string; readonly plan: string },
  text: Texts,
): Promise<Problem | undefined> =>
  doAndSay<VipCustomerData>(
    records,
    id,
    (one) => sayHolder(one, known, { name: '', group: '', plan }),
    text.vipRenewals.loss.removed(name),
    text,
    ['holders'],
  );
