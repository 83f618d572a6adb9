/** Every field of a line of licences, in the order in which a choice of them is offered. */
export const LICENCE_FIELDS = [
  'adamId',
  'storeUrl',
  'pricingParam',
  'name',
  'productType',
  'total',
  'assigned',
  'available',
  'retired',
  'unlimited',
  'location',
  'source',
  'asOf',
  'intuneType',
] as const;

/**
 * What a column of a list of licences can mean. `intuneType` tells volume-purchased apps from
 * others.
 */
export type LicenceField = (typeof LICENCE_FIELDS)[number];

/**
 * Whose list it is: our own template and what people write, Intune's `AllAppsList`, or Jamf Pro's
 * content.
 */
export type LicenceFormat = 'neutral' | 'intune' | 'jamf';

/** Every field of a list of installations, in the order in which a choice of them is offered. */
export const INSTALL_FIELDS = [
  'deviceName',
  'serialNumber',
  'user',
  'userName',
  'state',
  'errorCode',
  'details',
  'asOf',
  'appName',
  'adamId',
  'failed',
  'pending',
  'installed',
  'notInstalled',
  'notApplicable',
] as const;

/** What a column of a list of installations can mean; the last five count a user's devices. */
export type InstallField = (typeof INSTALL_FIELDS)[number];
