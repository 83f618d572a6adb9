import type { Sentences } from '#core/language/sentence.ts';
import type { VipProblem } from '#programmes/adobe-vip/rules/vip-problem.ts';

/** Fields of VIP records, as a question or the history names them. */
export const vipFields = {
  edition: 'Regel',
  editions: 'Valda regler',
  vipId: 'VIP ID',
  marketplaceId: 'Kundnummer i Marketplace',
  programme: 'Program',
  segment: 'Marknadssegment',
  adminName: 'Kundens admin, namn',
  adminEmail: 'Kundens admin, e-post',
  firstOrderOn: 'Första order',
  deputy: 'Ersättare',
  anniversary: 'Årsdag',
  anniversaryDay: 'Årsdagens dag i månaden',
  level: 'Rabattnivå',
  plans: 'Licenser',
  commitment: 'Treårsåtagande',
  renewalEdition: 'Regel för förlängning',
  licenceType: 'Licenstyp',
  createdOn: 'Skapad',
  statedDue: 'Sista dag enligt Adobe',
  deploymentDate: 'Driftsättningsdag',
  requestNumber: 'Adobes nummer på auktoriseringen',
  lines: 'Produkter',
  orderType: 'Sorts order',
  authorization: 'Inköpsauktorisering',
  duration: 'Varaktighet',
  renews: 'Förlänger årsdagen',
  returnEdition: 'Regel för retur',
  order: 'Order',
  reference: 'Adobes nummer på returen',
  followUpEdition: 'Regel för uppföljning',
};

/** What can be chosen for them. */
export const vipChoices = {
  programme: { vip: 'VIP', 'vip-marketplace': 'VIP Marketplace' },
  segment: { COM: 'Företag', EDU: 'Utbildning', GOV: 'Offentlig sektor' },
  licenceType: { team: 'Team', enterprise: 'Enterprise' },
  orderType: { new: 'Ny', renewal: 'Förlängning' },
  charge: { invoice: 'Faktura', return: 'Retur', credit: 'Kreditering' },
};

/** Why a VIP ID, or a customer with it, does not come back. */
export const vipNotBack = {
  'vip-id-known': ({ name }) =>
    `${name} har redan det VIP ID:t. Rätta numret där först, om det är fel.`,
} satisfies Partial<Sentences<VipProblem['code']>>;
