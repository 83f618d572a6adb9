import {
  commitmentEditions,
  complianceEditions,
  levelEditions,
  resellerChangeEditions,
} from '../level/level-editions.ts';
import { earlyRenewalEditions } from '../renewal/early-renewal-editions.ts';
import { leapDayEditions } from '../anniversary/leap-day-editions.ts';
import { orderEditions } from '../order/order-editions.ts';
import { lastNoticeEditions, renewalEditions } from '../renewal/renewal-editions.ts';
import { autoRenewalEditions } from '../renewal/auto-renewal-editions.ts';
import { returnEditions, returnFollowUpEditions } from '../return/return-editions.ts';
import { returnPartEditions } from '../return/return-part-editions.ts';
import { anniversaryEditions, prorationEditions } from '../anniversary/term-editions.ts';
import type { VipEdition } from './vip-edition.ts';

/**
 * Every edition of this programme's numbers (adobe.md §0), each rule by itself; deadlines load only
 * their own.
 */
export const adobeVipEditions: readonly (readonly [VipEdition, ...VipEdition[]])[] = [
  orderEditions,
  returnEditions,
  returnPartEditions,
  returnFollowUpEditions,
  renewalEditions,
  lastNoticeEditions,
  earlyRenewalEditions,
  autoRenewalEditions,
  anniversaryEditions,
  leapDayEditions,
  prorationEditions,
  levelEditions,
  commitmentEditions,
  complianceEditions,
  resellerChangeEditions,
];
