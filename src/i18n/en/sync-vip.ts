import type { Messages } from '../language.ts';
import type { vipChoices as swedishChoices, vipFields as swedishFields } from '../sv/sync-vip.ts';

/** Fields of VIP records, as a question or the history names them. */
export const vipFields = {
  edition: 'Edition',
  editions: 'Chosen editions',
  vipId: 'VIP ID',
  marketplaceId: 'Customer number in the Marketplace',
  programme: 'Programme',
  segment: 'Market segment',
  adminName: 'Customer’s admin, name',
  adminEmail: 'Customer’s admin, e-mail',
  firstOrderOn: 'First order',
  deputy: 'Deputy',
  anniversary: 'Anniversary date',
  anniversaryDay: 'Day of the month of the anniversary',
  level: 'Discount level',
  plans: 'Licences',
  commitment: 'Three-year commitment',
  renewalEdition: 'Edition for renewals',
  licenceType: 'Licence type',
  createdOn: 'Created',
  statedDue: 'Last day as Adobe says',
  deploymentDate: 'Deployment date',
  requestNumber: 'Adobe’s number of the authorization',
  lines: 'Products',
  orderType: 'Sort of order',
  authorization: 'Purchase authorization',
  duration: 'Duration',
  renews: 'Renews the anniversary',
  returnEdition: 'Edition for returns',
  order: 'Order',
  reference: 'Adobe’s number of the return',
  followUpEdition: 'Edition for the follow-up',
} satisfies Messages<typeof swedishFields>;

/** What can be chosen for them. */
export const vipChoices = {
  programme: { vip: 'VIP', 'vip-marketplace': 'VIP Marketplace' },
  segment: { COM: 'Commercial', EDU: 'Education', GOV: 'Government' },
  licenceType: { team: 'Team', enterprise: 'Enterprise' },
  orderType: { new: 'New', renewal: 'Renewal' },
  charge: { invoice: 'Invoice', return: 'Return', credit: 'Credit' },
} satisfies Messages<typeof swedishChoices>;
