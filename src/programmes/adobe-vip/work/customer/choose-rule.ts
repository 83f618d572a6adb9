import { chooseForCustomer } from '#programmes/adobe-vip/rules/edition/rule-choices.ts';
import type { ChosenEditions } from '#programmes/adobe-vip/rules/edition/vip-edition.ts';
import { onKind } from '#data/records/on-kind.ts';
import type { VolymRecord } from '#core/record/record.ts';
import type { VipResult } from '#programmes/adobe-vip/rules/vip-problem.ts';
import type { Records } from '#data/records/records.ts';

/** Chooses an edition of a rule for one customer, beside those that the workspace chose. */
export const chooseRule = (
  records: Records,
  id: string,
  chosen: { readonly rule: string; readonly edition: string },
  general: ChosenEditions | undefined,
): Promise<VipResult<VolymRecord>> =>
  records.change(
    id,
    onKind('vip-customer', (customer) => chooseForCustomer(customer, chosen, general)),
  );
