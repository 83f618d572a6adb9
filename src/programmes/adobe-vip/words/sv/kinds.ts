/**
 * What its records are called: one of them, those that an import brought ('' where none does), and
 * what takes one out of the trash.
 */
export const kinds = {
  'vip-customer': {
    name: 'VIP-kund',
    imported: 'Kunder',
    restore: 'Återställ kunden',
  },
  'purchase-authorization': {
    name: 'Inköpsauktorisering',
    imported: 'Inköpsauktoriseringar',
    restore: 'Återställ auktoriseringen',
  },
  'vip-order': {
    name: 'VIP-order',
    imported: 'Order',
    restore: 'Återställ ordern',
  },
  'return-authorization': {
    name: 'Returauktorisering',
    imported: 'Returer',
    restore: 'Återställ returen',
  },
  'price-list-item': {
    name: 'Pris i prislista',
    imported: 'Priser',
    restore: 'Återställ priset',
  },
  'invoice-line': {
    name: 'Fakturarad',
    imported: 'Fakturarader',
    restore: 'Återställ fakturaraden',
  },
};

/** What its sheets are read as. */
export const readAs = {
  customers: 'VIP: kunder',
  authorizations: 'VIP: auktoriseringar',
  orders: 'VIP: order',
  prices: 'VIP: prislista',
  invoices: 'VIP: avstämningsrapport',
  holders: 'VIP: vem har licens',
};
