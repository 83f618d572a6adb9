import type { CustomerRenewal } from '#programmes/adobe-vip/rules/renewal/customer-renewal.ts';
import {
  countableOf,
  leastOf,
  levelOf,
  pricedLevel,
} from '#programmes/adobe-vip/rules/level/level.ts';
import type { LevelEdition } from '#programmes/adobe-vip/rules/level/level-editions.ts';
import { renewalHint } from '#programmes/adobe-vip/rules/renewal/renewal-hint.ts';
import type { VipCustomerData } from '#programmes/adobe-vip/rules/customer/vip-customer.ts';
import type { Urgency } from '#core/reminder/deadline.ts';
import type { Texts } from '#ui/text.ts';
import type { BasketLine } from './renewal-basket.svelte.ts';

type Words = Pick<Texts, 'vipRenewals' | 'format'>;

/** Red after the anniversary, amber from the day the window opens (look.md §4). */
export const renewalUrgency = ({
  standing: { stage },
}: Pick<CustomerRenewal, 'standing'>): Urgency =>
  stage === 'late' || stage === 'lapsed'
    ? 'late'
    : stage === 'window' || stage === 'due'
      ? 'soon'
      : 'calm';

/**
 * What can be left out, or must be added, before it is renewed; '' where there is nothing to say.
 */
export const hintWords = (
  renewal: CustomerRenewal,
  edition: LevelEdition,
  { vipRenewals }: Words,
): string => {
  const words = vipRenewals.suggestion;
  const plans = renewal.plans.filter(({ isConsumable }) => !isConsumable);
  const sum = (of: 'owned' | 'assigned'): number => plans.reduce((all, plan) => all + plan[of], 0);
  const [owned, used] = [sum('owned'), sum('assigned')];
  if (owned === 0) return '';
  if (used === 0 || plans.some(({ assignedUnknown }) => assignedUnknown)) return words.uncounted;
  // It speaks of all that is owned: what is left of a renewal in part is with its lines.
  if (renewal.renewed > 0) return '';
  const held = levelOf(countableOf(renewal.lookBack), edition);
  const hint = renewalHint({ owned, used, held }, edition);
  if (hint.overDeployed > 0) return words.over(hint.overDeployed, used);
  if (hint.free === 0) return '';
  if (hint.keepsLevel === used) return words.free(used, owned, used);
  const level = pricedLevel(hint.level);
  return words.keeps(used, owned, leastOf(level, edition), level);
};

/** The order as lines to copy: the customer, then the quantity of each SKU. */
export const orderLines = (
  customer: Pick<VipCustomerData, 'name' | 'vipId'>,
  lines: readonly BasketLine[],
  { vipRenewals: words }: Pick<Words, 'vipRenewals'>,
): string =>
  [
    [customer.name, ...(customer.vipId === '' ? [] : [words.vipId(customer.vipId)])].join(', '),
    ...lines.map(({ quantity, sku, plan }) =>
      [`${quantity} ×`, sku, plan.product].filter(Boolean).join(' '),
    ),
  ].join('\n');
