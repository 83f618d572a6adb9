import type { Sentences } from '#core/language/sentence.ts';
import type { VipProblem } from '#programmes/adobe-vip/rules/vip-problem.ts';
import type { Messages } from '#core/language/language.ts';
import type {
  vipChoices as swedishChoices,
  vipFields as swedishFields,
} from '../sv/vip-record-words.ts';

/** Fields of VIP records, as a question or the history names them. */
export const vipFields = {
  edition: 'Rule',
  editions: 'Selected rules',
  vipId: 'VIP ID',
  marketplaceId: 'Customer number in the Marketplace',
  programme: 'Programme',
  segment: 'Market segment',
  adminName: 'Customer’s admin, name',
  adminEmail: 'Customer’s admin, email',
  firstOrderOn: 'First order',
  deputy: 'Deputy',
  anniversary: 'Anniversary date',
  anniversaryDay: 'Anniversary day of the month',
  level: 'Discount level',
  plans: 'Licences',
  commitment: 'Three-year commitment',
  renewalEdition: 'Rule for renewals',
  licenceType: 'Licence type',
  createdOn: 'Created',
  statedDue: 'Last day according to Adobe',
  deploymentDate: 'Deployment date',
  requestNumber: 'Adobe’s authorization number',
  lines: 'Products',
  orderType: 'Type of order',
  authorization: 'Purchase authorization',
  duration: 'Duration',
  renews: 'Renews the anniversary',
  returnEdition: 'Rule for returns',
  order: 'Order',
  reference: 'Adobe’s return number',
  followUpEdition: 'Rule for the follow-up',
} satisfies Messages<typeof swedishFields>;

/** What can be chosen for them. */
export const vipChoices = {
  programme: { vip: 'VIP', 'vip-marketplace': 'VIP Marketplace' },
  segment: { COM: 'Commercial', EDU: 'Education', GOV: 'Government' },
  licenceType: { team: 'Team', enterprise: 'Enterprise' },
  orderType: { new: 'New', renewal: 'Renewal' },
  charge: { invoice: 'Invoice', return: 'Return', credit: 'Credit' },
} satisfies Messages<typeof swedishChoices>;

/** Why a VIP ID, or a customer with it, does not come back. */
export const vipNotBack = {
  'vip-id-known': ({ name }) =>
    `${name} already has that VIP ID. Correct the number there first, if it is wrong.`,
} satisfies Partial<Sentences<VipProblem['code']>>;
