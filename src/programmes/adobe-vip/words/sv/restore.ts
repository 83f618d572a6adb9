/** What takes a record of each kind out of the trash. */
export const restore = {
  'vip-customer': 'Återställ kunden',
  'purchase-authorization': 'Återställ auktoriseringen',
  'vip-order': 'Återställ ordern',
  'return-authorization': 'Återställ returen',
  'price-list-item': 'Återställ priset',
  'invoice-line': 'Återställ fakturaraden',
};
