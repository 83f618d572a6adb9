import type { Joined, FieldsTogether } from '../../ground.ts';
import { earlierFirst } from '../rules/customer/counted-first.ts';
import {
  ANNIVERSARY_FIELDS,
  PROGRAMME_FIELDS,
} from '../rules/customer/customer-fields-together.ts';
import { filledSide } from '../rules/customer/filled-side.ts';
import { planMet } from '../rules/plan/plan-met.ts';
import type { PriceOfDays } from '../rules/product/price-days.ts';
import { PRICE_FIELDS } from '../rules/product/price-fields-together.ts';
import { pricesMet } from '../rules/product/prices-met.ts';
import type { VipKindId } from './kinds.ts';

/** The details of a customer, each for itself. */
const ONE_BY_ONE = [
  'name',
  'vipId',
  'marketplaceId',
  'segment',
  'adminName',
  'adminEmail',
  'owner',
] as const;

/** How two copies of a customer, an order or a price are brought together. */
export const joins: Joined<VipKindId> = {
  // An order that two devices made, one of them from a list or an invoice, which name no
  // authorization. None is ever taken off it.
  'vip-order': {
    fields: {
      authorization: (left, right) => (left === '' ? right : right === '' ? left : undefined),
    },
  },
  'vip-customer': {
    entries: { plans: planMet },
    together: [
      {
        fields: ANNIVERSARY_FIELDS,
        silent: ['anniversaryDay'],
        stands: (left, right, base) =>
          earlierFirst(left, right) ??
          filledSide(['anniversary', 'firstOrderOn'], left, right, base),
      },
      ...ONE_BY_ONE.map((field): FieldsTogether<(typeof ONE_BY_ONE)[number]> => ({
        fields: [field],
        silent: [],
        stands: (left, right, base) => filledSide([field], left, right, base),
      })),
      { fields: PROGRAMME_FIELDS, silent: ['renewalEdition'], stands: () => undefined },
    ],
  },
  'price-list-item': {
    together: [
      {
        fields: PRICE_FIELDS,
        silent: [],
        stands: (left, right, base) =>
          pricesMet(left as PriceOfDays, right as PriceOfDays, base as PriceOfDays | undefined),
        isWhole: true,
      },
    ],
  },
};
