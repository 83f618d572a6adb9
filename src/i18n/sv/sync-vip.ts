/** Fields of VIP records, as a question or the history names them. */
export const vipFields = {
  edition: 'Utgåva',
  editions: 'Valda utgåvor',
  vipId: 'VIP ID',
  marketplaceId: 'Kundnummer i Marketplace',
  programme: 'Program',
  segment: 'Marknadssegment',
  adminName: 'Kundens admin, namn',
  adminEmail: 'Kundens admin, e-post',
  firstOrderOn: 'Första order',
  anniversary: 'Årsdag',
  anniversaryDay: 'Årsdagens dag i månaden',
  level: 'Rabattnivå',
  plans: 'Licenser',
  renewalEdition: 'Utgåva för förlängning',
  licenceType: 'Licenstyp',
  createdOn: 'Skapad',
  statedDue: 'Sista dag enligt Adobe',
  deploymentDate: 'Driftsättning',
  requestNumber: 'Adobes nummer på auktoriseringen',
  lines: 'Produkter',
  orderType: 'Sorts order',
  authorization: 'Inköpsauktorisering',
  duration: 'Varaktighet',
  renews: 'Förlänger årsdagen',
  returnEdition: 'Utgåva för retur',
  order: 'Order',
  reference: 'Adobes nummer på returen',
  followUpEdition: 'Utgåva för uppföljning',
};

/** What can be chosen for them. */
export const vipChoices = {
  programme: { vip: 'VIP', 'vip-marketplace': 'VIP Marketplace' },
  segment: { COM: 'Företag', EDU: 'Utbildning', GOV: 'Offentlig sektor' },
  licenceType: { team: 'Team', enterprise: 'Enterprise' },
  orderType: { new: 'Ny', renewal: 'Förlängning' },
};
