import {
  commitmentEditions,
  complianceEditions,
  levelEditions,
  resellerChangeEditions,
} from './level-editions.ts';
import { earlyRenewalEditions } from './early-renewal-editions.ts';
import { leapDayEditions } from './leap-day-editions.ts';
import { orderEditions } from './order-editions.ts';
import { lastNoticeEditions, renewalEditions } from './renewal-editions.ts';
import { autoRenewalEditions } from './auto-renewal-editions.ts';
import { returnEditions, returnFollowUpEditions } from './return-editions.ts';
import { returnPartEditions } from './return-part-editions.ts';
import { anniversaryEditions, prorationEditions } from './term-editions.ts';
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
