import { keyText } from '#core/import/record-keys.ts';
import { nameKey } from '#programmes/apple-licences/rules/app/name-key.ts';
import { STANDARD_QUALITY } from '#programmes/apple-licences/rules/licence/licence-line.ts';
import type { Place } from '#programmes/apple-licences/rules/app/place.ts';
import type { ListRowReason } from '#programmes/apple-licences/rules/row-reason.ts';
import type { IncomingLists, KnownLicences } from '../plan/planned.ts';
import type { ListedApp } from '../read/people/holding-rows.ts';
import { appsBy } from './by-place.ts';
import { appKey } from './keys.ts';
import { isByName } from './named-so-far.ts';
import { near } from './near.ts';
import type { Places } from './places.ts';

/** An app at a place, by what it is known by. */
export type AppMeant = {
  /** Where it is. */
  readonly data: Place;
  readonly adamId: string;
  readonly pricingParam: string;
  readonly name: string;
};

/** Why it cannot be told which app a row means. */
export type AppUnclear = {
  readonly code: ListRowReason;
  /** The locations at which the app is, where it is not at that of the row. */
  readonly locations?: readonly string[];
};

/** Which app a row means, or why that cannot be told. */
type Meant = (app: ListedApp, place: Place) => AppMeant | AppUnclear;

/** Tells which apps rows mean. */
export type ListedApps = {
  readonly meant: Meant;
  /** Whether an app of that name is here or in the file, at whatever location. */
  isHere(name: string): boolean;
};

/**
 * Tells which app of the workspace or of the file a row means: by its number, or by its name as
 * people read it where exactly one has that name. Where no row of the file says a location, an app
 * may be at another one than the only token's.
 */
export const listedApps = (
  file: IncomingLists,
  known: Pick<KnownLicences, 'apps'>,
  places: Places,
): ListedApps => {
  const all = appsIn(file, known, places);
  const byNumber = grouped(all, ({ adamId }) => adamId);
  const byName = grouped(all, ({ name }) => nameKey(name));
  const isPlaced = file.rows.some(
    (row) =>
      row.outcome === 'value' && (row.is === 'holding' || isByName(row)) && places.isSaid(row),
  );
  const meant: Meant = ({ adamId, pricingParam, name }, place) => {
    const same = (adamId === '' ? byName.get(nameKey(name)) : byNumber.get(adamId)) ?? [];
    const here = near(same, place);
    const there = here.length > 0 || isPlaced ? here : same;
    const ofQuality = there.filter(
      (app) => pricingParam === '' || app.pricingParam === pricingParam,
    );
    const [app, ...others] = usual(ofQuality);
    if (others.length > 0)
      return { code: areOneApp(ofQuality) ? 'app-at-several-places' : 'several-apps-named' };
    if (app !== undefined) return app;
    if (adamId === '' && there.length === 0 && same.length > 0)
      return {
        code: 'app-elsewhere',
        locations: [...new Set(same.map(({ data }) => data.location || data.locationId))],
      };
    if (adamId === '') return { code: 'app-name-not-here' };
    const data = there[0]?.data ?? place;
    return { data, adamId, pricingParam: pricingParam || STANDARD_QUALITY, name };
  };
  nameBesides(file, places, meant, byName);
  return { meant, isHere: (name) => byName.has(nameKey(name)) };
};

/** Of one app in several qualities the usual one, where the list does not say which. */
const usual = (apps: readonly AppMeant[]): readonly AppMeant[] => {
  const standard = apps.filter(({ pricingParam }) => pricingParam === STANDARD_QUALITY);
  return standard.length > 0 && areOneApp(apps) ? standard : apps;
};

/** A row with a number and a name tells the name of an app that has none, or is new. */
const nameBesides = (
  { rows }: IncomingLists,
  places: Places,
  meant: Meant,
  byName: Map<string, AppMeant[]>,
): void => {
  for (const row of rows) {
    if (row.outcome !== 'value' || row.is !== 'holding' || row.line.app.adamId === '') continue;
    const app = meant(row.line.app, places.of(row));
    const key = nameKey(row.line.app.name);
    if ('code' in app || key === '') continue;
    const isNamed = app.name !== '' && app.name !== app.adamId && nameKey(app.name) !== key;
    const same = byName.get(key) ?? [];
    if (!isNamed && !same.some((other) => isSameApp(other, app))) byName.set(key, [...same, app]);
  }
};

const isSameApp = (a: AppMeant, b: AppMeant): boolean =>
  keyText(appKey(a.data, a)) === keyText(appKey(b.data, b));

const areOneApp = (apps: readonly AppMeant[]): boolean =>
  new Set(apps.map(({ adamId }) => adamId)).size === 1;

/** Live apps of the workspace, and those that the file brings. */
const appsIn = (
  { rows }: IncomingLists,
  { apps }: Pick<KnownLicences, 'apps'>,
  places: Places,
): readonly AppMeant[] => {
  const knownApp = appsBy(apps);
  const found = new Map<string, AppMeant>();
  for (const { id, data, trashedOn } of apps) {
    const { adamId, pricingParam, name, location, locationId } = data;
    if (trashedOn === '')
      found.set(id, { data: { location, locationId }, adamId, pricingParam, name });
  }
  for (const row of rows) {
    if (row.outcome !== 'value' || row.is !== 'app' || isByName(row)) continue;
    const { adamId, pricingParam, name } = row.line;
    const place = places.of(row);
    const id = knownApp(place, adamId, pricingParam, name)?.id;
    const key = id ?? keyText(appKey(place, row.line));
    const before = found.get(key);
    // What someone called it stays, and a list gives a name only where there is none.
    if (before === undefined || before.name === '' || before.name === before.adamId)
      found.set(
        key,
        before === undefined ? { data: place, adamId, pricingParam, name } : { ...before, name },
      );
  }
  return [...found.values()];
};

const grouped = <One>(all: readonly One[], keyOf: (one: One) => string): Map<string, One[]> => {
  const found = new Map<string, One[]>();
  for (const one of all) {
    const key = keyOf(one);
    if (key === '') continue;
    const same = found.get(key);
    if (same === undefined) found.set(key, [one]);
    else same.push(one);
  }
  return found;
};
