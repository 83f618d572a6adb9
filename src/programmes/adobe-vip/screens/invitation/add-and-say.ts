import type { CustomerInput } from '#programmes/adobe-vip/rules/customer/customer-commands.ts';
import type { Day } from '#core/day/day.ts';
import type { VipResult } from '#programmes/adobe-vip/rules/vip-problem.ts';
import { ok } from '#core/result.ts';
import type { Here } from '#programmes/adobe-vip/work/here.ts';
import type { Texts } from '#ui/text.ts';
import { perform } from '#ui/perform.ts';
import { sayingRefusal } from '../say-refusal.ts';
import { writeCustomer, type Given } from '#programmes/adobe-vip/work/invitation/write-customer.ts';

/** Writes down a customer, invited on a day or '', and says so; answers its id. */
export const addCustomer = async (
  app: Given & Here,
  input: CustomerInput,
  invitedOn: Day,
  text: Texts,
): Promise<VipResult<string>> => {
  const written = await perform(writeCustomer(app, input, invitedOn), ({ name, undo }) => ({
    message: text.vip.saved(name),
    undo,
    refused: sayingRefusal(app.records, text),
  }));
  return written.ok ? ok(written.value.id) : written;
};
