/** What takes a record of each kind out of the trash. */
export const restore = {
  'credit-order': 'Återställ ordern',
  'code-batch': 'Återställ koderna',
  'redemption-code': 'Återställ koden',
  'content-purchaser': 'Återställ innehållsköparen',
};
