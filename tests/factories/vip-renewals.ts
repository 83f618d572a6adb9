import { planKey } from '#programmes/adobe-vip/rules/product/product-name.ts';
import type {
  RecordedPlan,
  VipCustomer,
  VipCustomerData,
} from '#programmes/adobe-vip/rules/customer/vip-customer.ts';
import type { Step } from '#core/record/step.ts';
import { customerWith } from './vip.ts';

/** A plan as it was counted ten days before the reference day. */
export const saidPlan = (
  product: string,
  owned: number,
  assigned = owned,
  sku = '',
): Record<string, RecordedPlan> => ({
  [planKey(product, 'team')]: {
    product,
    licenceType: 'team',
    sku,
    owned,
    assigned,
    on: '2026-11-10',
    at: Date.UTC(2026, 10, 10, 8),
  },
});

/** The customer of look 14: 38 licences, 35 of them assigned, 23 days before its anniversary. */
export const energyCustomer = (
  given: Partial<VipCustomerData> = {},
  steps: readonly Step[] = [],
): VipCustomer =>
  customerWith(
    {
      name: 'Kvarnåsens Energi',
      vipId: '4C07E19AB2D03F5862D8',
      anniversary: '2026-12-13',
      adminName: 'Eva Ek',
      adminEmail: 'eva@kvarnasen.example',
      owner: '',
      level: '2',
      plans: {
        ...saidPlan('Creative Cloud alla appar', 26, 26, '65297752BA01A12'),
        ...saidPlan('Acrobat Pro', 12, 9, '65304520BA01A12'),
      },
      ...given,
    },
    steps,
    'energy',
  );
