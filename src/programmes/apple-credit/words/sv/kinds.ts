/**
 * What its records are called: one of them, those that an import brought ('' where none does), and
 * what takes one out of the trash.
 */
export const kinds = {
  'credit-order': {
    name: 'VPP-kredit',
    imported: 'Order',
    restore: 'Återställ ordern',
  },
  'code-batch': {
    name: 'Appkoder',
    imported: 'Kodlistor',
    restore: 'Återställ koderna',
  },
  'redemption-code': {
    name: 'Inlösningskod',
    imported: 'Koder',
    restore: 'Återställ koden',
  },
  'content-purchaser': {
    name: 'Innehållsköpare',
    imported: '',
    restore: 'Återställ innehållsköparen',
  },
};

/** What its sheets are read as. */
export const readAs = {
  codes: 'Apple-koder och kredit',
};
