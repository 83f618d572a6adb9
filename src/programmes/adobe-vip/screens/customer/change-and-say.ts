import type { CustomerInput } from '#programmes/adobe-vip/rules/customer/customer-commands.ts';
import type { Editing } from '#programmes/adobe-vip/rules/customer/edit-customer.ts';
import type { VipRefused } from '#programmes/adobe-vip/rules/vip-problem.ts';
import type { Here } from '#programmes/adobe-vip/work/here.ts';
import type { Texts } from '#ui/text.ts';
import { perform } from '#ui/perform.ts';
import { refusalOf } from '#data/records/change-fields.ts';
import { sayingRefusal } from '../say-refusal.ts';
import { changeWithCopies } from '#programmes/adobe-vip/work/customer/change-customer.ts';

/**
 * Changes those fields of a customer that are given, and says so. `known` is what its screen knows
 * of the records under it.
 */
export const changeCustomer = (
  here: Here,
  id: string,
  changes: Partial<CustomerInput>,
  text: Texts,
  known: Pick<Editing, 'owned' | 'placed'> = {},
): Promise<VipRefused | undefined> =>
  refusalOf(
    perform(changeWithCopies(here, id, changes, known), (undo) => ({
      message: text.vip.changed,
      undo,
      refused: sayingRefusal(here.records, text),
    })),
  );
