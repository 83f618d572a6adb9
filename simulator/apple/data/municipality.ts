import { seeded } from './random.ts';
import {
  UNLIMITED,
  type Asset,
  type Assignment,
  type LocationSnapshot,
  type Snapshot,
  type User,
} from './snapshot.ts';
import { base64, expiryOf, tokenText } from './token.ts';

const DAY = 86_400_000;

/** A municipality (apple.md §7.6). */
export const MUNICIPALITY = { locations: 12, assets: 400, assignments: 20_000 };

const NAMES = [
  'Nordby gymnasium',
  'Sjöskolan',
  'Ekbackens skola',
  'Kvarnskolan',
  'Västra skolan',
  'Östra skolan',
  'Tallåsens förskola',
  'Nordby vuxenutbildning',
  'Nordby bibliotek',
  'Kulturskolan',
  'Hemtjänsten',
  'Stadshuset',
];

/** So many of `total` fall to place `at` of `places`: equal shares, the rest to the first. */
const shareOf = (total: number, places: number, at: number): number =>
  Math.floor(total / places) + (at < total % places ? 1 : 0);

/** One in so many is a book, or has no limit. */
const [BOOK, FREE] = [9, 7];

/** The same app is had at many locations. */
const assetOf = (at: number): Asset => ({
  adamId: `900000200${String(at).padStart(3, '0')}`,
  pricingParam: at % 17 === 16 ? 'PLUS' : 'STDQ',
  ...(at % BOOK === BOOK - 1
    ? {
        productType: 'Book',
        deviceAssignable: false,
        revocable: false,
        supportedPlatforms: ['iOS', 'macOS'],
      }
    : { productType: 'App', deviceAssignable: true, revocable: true, supportedPlatforms: ['iOS'] }),
  totalCount: 0,
  assignedCount: 0,
  availableCount: 0,
  retiredCount: at % 23 === 0 ? 3 : 0,
});

const usersOf = (location: number, count: number): User[] =>
  Array.from({ length: count }, (_, at) => {
    const clientUserId = `u-${location}-${String(at).padStart(4, '0')}`;
    const user = { clientUserId, email: `${clientUserId}@nordby.example` };
    if (at % 11 === 10) return { ...user, status: 'Retired' };
    if (at % 5 === 4)
      return { ...user, status: 'Registered', inviteCode: `FAKE-INVITE-${clientUserId}` };
    return { ...user, status: 'Associated', idHash: base64(`FAKE-hash-${clientUserId}`) };
  });

/**
 * Gives out licences until the location's share is reached: the first apps are the ones that
 * everyone has.
 */
const giveOut = (
  at: number,
  assets: readonly Asset[],
  users: readonly User[],
  share: number,
  random: () => number,
) => {
  const active = users.filter(({ status }) => status !== 'Retired');
  const given: Assignment[] = [];
  while (given.length < share) {
    const asset = assets[Math.floor(random() ** 2 * assets.length)];
    const isForUsers = asset?.productType === 'Book';
    const place = asset?.assignedCount ?? 0;
    if (asset === undefined || place >= (isForUsers ? active.length : share)) continue;
    const { adamId, pricingParam } = asset;
    const serialNumber = `FAKE${String(at + 1).padStart(2, '0')}D${String(place).padStart(4, '0')}`;
    const target = isForUsers
      ? { clientUserId: active[place]?.clientUserId ?? '' }
      : { serialNumber };
    given.push({ adamId, pricingParam, ...target });
    asset.assignedCount += 1;
  }
  return given;
};

const own = (asset: Asset, at: number, random: () => number): void => {
  const spare = at % 8 === 0 ? 0 : Math.floor(random() * (4 + asset.assignedCount / 3));
  asset.totalCount = at % FREE === FREE - 1 ? UNLIMITED : asset.assignedCount + spare;
  asset.availableCount = asset.totalCount - asset.assignedCount;
};

const locationOf = (at: number, now: number, random: () => number): LocationSnapshot => {
  const locationName = NAMES[at] ?? `Plats ${at + 1}`;
  const uId = `20490000000020${String(at + 1).padStart(2, '0')}`;
  const expiry = expiryOf(now + (20 + at * 25) * DAY);
  const assets = Array.from(
    { length: shareOf(MUNICIPALITY.assets, MUNICIPALITY.locations, at) },
    (_, number) => assetOf(number),
  );
  const users = usersOf(at, 40 + at * 10);
  const assignments = giveOut(
    at,
    assets,
    users,
    shareOf(MUNICIPALITY.assignments, MUNICIPALITY.locations, at),
    random,
  );
  assets.forEach((asset, number) => own(asset, number, random));
  return {
    token: {
      fileName: `sToken_for_nordby-${at + 1}.vpptoken`,
      state: 'valid',
      text: tokenText('Nordby kommun', uId, expiry),
    },
    clientConfig: {
      countryISO2ACode: 'SE',
      defaultPlatform: at < 8 ? 'volumestore' : 'enterprisestore',
      locationName,
      uId,
      websiteURL: at < 8 ? 'https://school.apple.com' : 'https://business.apple.com',
      tokenExpirationDate: expiry,
    },
    assets,
    users,
    assignments,
  };
};

/**
 * A municipality: 12 locations, 400 apps and books, 20,000 licences given out; the same for the
 * same seed.
 */
export const municipality = (now: number, seed = 1): Snapshot => {
  const random = seeded(seed);
  return {
    locations: Array.from({ length: MUNICIPALITY.locations }, (_, at) =>
      locationOf(at, now, random),
    ),
  };
};
