/** What a sheet can be read as here, in the order in which it is offered. */
export const reads = {
  programme: 'adobe-vip',
  readsAs: ['customers', 'authorizations', 'orders', 'prices', 'invoices', 'holders'],
} as const;
