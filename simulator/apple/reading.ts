import { UNLIMITED, type Asset } from './data/snapshot.ts';
import { AppleError } from './errors.ts';
import { strike } from './faults.ts';
import type { Request } from './request.ts';
import type { Listing, Location } from './world.ts';

type Query = Readonly<Record<string, string>>;

const flagOf = (written: string | undefined): boolean | undefined => {
  if (written === undefined) return undefined;
  if (written !== 'true' && written !== 'false') throw new AppleError(9602);
  return written === 'true';
};

const countOf = (written: string | undefined): number | undefined => {
  if (written === undefined) return undefined;
  if (!/^-?\d+$/.test(written)) throw new AppleError(9602);
  return Number(written);
};

const isWithin = (count: number, query: Query, name: string): boolean =>
  count >= (countOf(query[`min${name}`]) ?? -Infinity) &&
  count <= (countOf(query[`max${name}`]) ?? Infinity);

const sameOrAbsent = (query: Query, names: readonly string[]) => (record: object) =>
  names.every(
    (name) =>
      query[name] === undefined || query[name] === (record as Record<string, unknown>)[name],
  );

const assetsFor = (location: Location, query: Query): readonly Asset[] => {
  const [revocable, deviceAssignable] = [
    flagOf(query['revocable']),
    flagOf(query['deviceAssignable']),
  ];
  return location.assets.records
    .filter(sameOrAbsent(query, ['adamId', 'pricingParam', 'productType']))
    .filter((asset) => (revocable ?? asset.revocable) === asset.revocable)
    .filter((asset) => (deviceAssignable ?? asset.deviceAssignable) === asset.deviceAssignable)
    .filter((asset) => isWithin(asset.availableCount, query, 'AvailableCount'))
    .filter((asset) => isWithin(asset.assignedCount, query, 'AssignedCount'));
};

/** The first asset shows counts that cannot be, or has no limit, while such a fault is on. */
const shownAs = (asset: Asset, at: number, request: Request): Asset => {
  if (at > 0) return asset;
  const { assignedCount, totalCount } = asset;
  if (strike(request.world.faults, 'odd-counts', request.struck) !== undefined)
    return { ...asset, assignedCount: totalCount + 2, availableCount: -2 };
  return strike(request.world.faults, 'unlimited', request.struck) === undefined
    ? asset
    : { ...asset, totalCount: UNLIMITED, availableCount: UNLIMITED - assignedCount };
};

const withoutLimit = (asset: Asset) => {
  const {
    adamId,
    pricingParam,
    productType,
    assignedCount,
    deviceAssignable,
    revocable,
    supportedPlatforms,
  } = asset;
  return {
    adamId,
    pricingParam,
    productType,
    assignedCount,
    deviceAssignable,
    revocable,
    supportedPlatforms,
  };
};

/**
 * What was written since a version, or everything. Assets have no such question (apple.md §2.4).
 */
const since = <T extends object>(
  listing: { records: T[]; since(version: string): readonly T[] | undefined },
  query: Query,
) => {
  const version = query['sinceVersionId'];
  const found = version === undefined ? listing.records : listing.since(version);
  if (found === undefined) throw new AppleError(9721);
  return found;
};

/** A page of what a location has. */
export const readListing = (request: Request, listing: Listing): object => {
  const { location, query, world, struck } = request;
  if (struck.pageIndex > 0 && strike(world.faults, 'version-flip', struck) !== undefined)
    location[listing].write([]);
  if (listing === 'assets') {
    const shown = assetsFor(location, query).map((asset, at) => shownAs(asset, at, request));
    const { page, place } = pageOf(request, listing, shown);
    if (flagOf(query['unlimited']) !== true) return { assets: page, ...place };
    const isLimited = ({ totalCount }: Asset): boolean => totalCount !== UNLIMITED;
    const unlimitedAssets = page.filter((asset) => !isLimited(asset)).map(withoutLimit);
    return { assets: page.filter(isLimited), unlimitedAssets, ...place };
  }
  if (listing === 'assignments') {
    const same = sameOrAbsent(query, ['adamId', 'clientUserId', 'serialNumber']);
    const { page, place } = pageOf(
      request,
      listing,
      since(location.assignments, query).filter(same),
    );
    return { assignments: page, ...place };
  }
  const [activeOnly, retiredOnly] = [flagOf(query['activeOnly']), flagOf(query['retiredOnly'])];
  const users = since(location.users, query)
    .filter(sameOrAbsent(query, ['clientUserId']))
    .filter(
      ({ status }) => activeOnly !== true || status === 'Registered' || status === 'Associated',
    )
    .filter(({ status }) => retiredOnly !== true || status === 'Retired' || status === 'Deleted');
  const { page, place } = pageOf(request, listing, users);
  return { users: page, ...place };
};

const pageOf = <T>({ world, location, query }: Request, listing: Listing, all: readonly T[]) => {
  const { pageSize } = world.settings;
  const size = typeof pageSize === 'number' ? pageSize : pageSize[listing];
  const totalPages = Math.max(1, Math.ceil(all.length / size));
  const index = countOf(query['pageIndex']) ?? 0;
  if (index < 0 || index >= totalPages) throw new AppleError(9650);
  const page = all.slice(index * size, (index + 1) * size);
  const next = index + 1 < totalPages ? { nextPageIndex: index + 1 } : {};
  const place = { currentPageIndex: index, ...next, size: page.length, totalPages };
  return { page, place: { ...place, versionId: location[listing].version } };
};
