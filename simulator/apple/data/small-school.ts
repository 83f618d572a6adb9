import { UNLIMITED, type Asset, type Snapshot } from './snapshot.ts';
import { expiryOf, tokenText } from './token.ts';

const DAY = 86_400_000;

const DEVICES = 60;

const app = (number: number, totalCount: number, assignedCount: number): Asset => ({
  adamId: `90000000100${number}`,
  pricingParam: 'STDQ',
  productType: 'App',
  deviceAssignable: true,
  revocable: true,
  supportedPlatforms: ['iOS'],
  totalCount,
  assignedCount,
  availableCount: totalCount - assignedCount,
  retiredCount: 0,
});

/**
 * A small school: three apps on sixty devices (apple.md §7.6): one with room, one that is out, one
 * without limit.
 */
export const smallSchool = (now: number): Snapshot => {
  const [uId, locationName] = ['2049000000001001', 'Nordby friskola'];
  const expiry = expiryOf(now + 200 * DAY);
  const assets = [app(1, 80, DEVICES), app(2, 24, 24), app(3, UNLIMITED, DEVICES)];
  const assignments = assets.flatMap(({ adamId, pricingParam, assignedCount }) =>
    Array.from({ length: assignedCount }, (_, at) => ({
      adamId,
      pricingParam,
      serialNumber: `FAKENB${String(at + 1).padStart(4, '0')}`,
    })),
  );
  const clientConfig = {
    countryISO2ACode: 'SE',
    defaultPlatform: 'volumestore',
    locationName,
    uId,
    websiteURL: 'https://school.apple.com',
    tokenExpirationDate: expiry,
  };
  const token = {
    fileName: 'sToken_for_nordby-friskola.vpptoken',
    state: 'valid' as const,
    text: tokenText(locationName, uId, expiry),
  };
  return { locations: [{ token, clientConfig, assets, users: [], assignments }] };
};
