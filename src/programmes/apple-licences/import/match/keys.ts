import { placeKey, type Place } from '#programmes/apple-licences/rules/app/place.ts';

/** What an app at a location is known by on every device. */
export const appKey = (
  place: Place,
  { adamId, pricingParam }: { readonly adamId: string; readonly pricingParam: string },
) => ['volume-app', placeKey(place), adamId, pricingParam];

/** What a user of a location is known by. */
export const userKey = (place: Place, clientUserId: string): string[] => [
  'volume-user',
  placeKey(place),
  clientUserId,
];

/** What a user whom Apple does not know yet is known by: an address in small letters. */
export const personKey = (place: Place, address: string): string[] => [
  'volume-user',
  placeKey(place),
  '',
  address,
];

/** What an assigned licence is known by. */
export const licenceKey = (app: string, to: 'user' | 'device', target: string): string[] => [
  'assigned-licence',
  app,
  to,
  target,
];

/** What a deployment of an app to a group is known by. */
export const deploymentKey = (app: string, group: string): string[] => [
  'app-deployment',
  app,
  group,
];
