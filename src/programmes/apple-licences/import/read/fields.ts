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

/** What a column says of a person, in the order in which a choice of them is offered. */
export const WHO_FIELDS = [
  'email',
  'managedAppleId',
  'userPrincipalName',
  'clientUserId',
  'name',
  'firstName',
  'lastName',
] as const;

/** What a column can say of a person. */
export type WhoField = (typeof WHO_FIELDS)[number];

/** Every field of a list of people, in the order in which a choice of them is offered. */
export const PERSON_FIELDS = [...WHO_FIELDS, 'group', 'location'] as const;

/** What a column of a list of people can mean. */
export type PersonField = (typeof PERSON_FIELDS)[number];

/** Every field of a list of who has which licence, in the order in which a choice is offered. */
export const HOLDING_FIELDS = [
  'adamId',
  'storeUrl',
  'appName',
  'pricingParam',
  ...WHO_FIELDS,
  'serialNumber',
  'deviceName',
  'licenceType',
  'state',
  'asOf',
  'takenBackOn',
  'location',
] as const;

/** What a column of a list of who has which licence can mean. */
export type HoldingField = (typeof HOLDING_FIELDS)[number];
