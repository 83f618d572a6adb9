import { countsOf } from './app-counts.ts';
import type { LicenceCounts } from '../licence/licence-counts.ts';
import { sumOverLocations, type LicenceSum } from './licence-stock.ts';
import { placeKey } from './place.ts';
import { sourcedAt } from '../sync/fact-source.ts';
import type { VolumeApp } from './volume-app.ts';

/**
 * How many unassigned licences at most go to another location at a time in Apple's portal (apple.md
 * §2.6, ATRANS).
 */
export const TRANSFER_AT_ONCE = 24_999;

/** The same app at one location, with what is counted of it there. */
export type AppPlace = { readonly app: VolumeApp; readonly counts: LicenceCounts };

/** Where else an app was bought, and what all of its locations have together. */
export type AppPlaces = {
  /** Without the app's own; what has most to spare first, then by name. */
  readonly others: readonly AppPlace[];
  /** Over the app's own location and the others. */
  readonly sum: LicenceSum;
  /** The others that have free licences, none being left here: those can be transferred. */
  readonly spare: readonly AppPlace[];
};

/**
 * The other locations of an app among the existing apps (B8). An app is identified by `adamId` and
 * `pricingParam` (apple.md §2.3), a location by its library or else by its name; one that exists
 * twice counts once, with its latest counts.
 */
export const appPlaces = (
  app: VolumeApp,
  all: readonly VolumeApp[],
  compare: (a: string, b: string) => number,
): AppPlaces => {
  const same = all.filter((other) => other.id !== app.id && isSame(other, app));
  const keyOf = keysIn([app, ...same]);
  const places = new Map<string, AppPlace>();
  for (const volumeApp of same.toSorted((a, b) => bySourceAge(a, b) || (a.id < b.id ? -1 : 1)))
    places.set(keyOf(volumeApp), { app: volumeApp, counts: countsOf(volumeApp) });
  const here = { app, counts: countsOf(app) };
  places.set(keyOf(app), here);
  const sum = sumOverLocations(new Map([...places].map(([key, { counts }]) => [key, counts])));
  const others = [...places.values()]
    .filter((place) => place !== here)
    .toSorted((a, b) => freeOf(b) - freeOf(a) || compare(a.app.data.location, b.app.data.location));
  const isOut = !here.counts.unlimited && here.counts.free === 0;
  return { others, sum, spare: isOut ? others.filter(({ counts }) => (counts.free ?? 0) > 0) : [] };
};

const isSame = ({ data: a, trashedOn }: VolumeApp, { data: b }: VolumeApp): boolean =>
  trashedOn === '' && a.adamId !== '' && a.adamId === b.adamId && a.pricingParam === b.pricingParam;

/** A list may name the location alone, and a sync its library too: by the name both are one. */
const keysIn = (apps: readonly VolumeApp[]): ((app: VolumeApp) => string) => {
  const ids = new Map<string, string>();
  for (const { data } of apps)
    if (data.location !== '' && data.locationId !== '')
      ids.set(data.location.toLowerCase(), data.locationId);
  return ({ data: { location, locationId } }) =>
    placeKey({ location, locationId: locationId || (ids.get(location.toLowerCase()) ?? '') });
};

const bySourceAge = ({ data: a }: VolumeApp, { data: b }: VolumeApp): number =>
  lastSourced(a) - lastSourced(b);

const lastSourced = ({ said }: VolumeApp['data']): number =>
  said === undefined ? 0 : sourcedAt(said);

/** What nobody knows comes last. */
const freeOf = ({ counts: { free, unlimited } }: AppPlace): number =>
  unlimited ? Infinity : (free ?? -1);
