import { gatherKeys, type RecordKey } from '#core/import/record-keys.ts';
import { NO_CHOICE, type Choice } from '#core/import/choice.ts';
import { appsBy } from './desk.ts';
import { listedMeanings, type HoldingMeant } from './listed-holdings.ts';
import { placesIn } from './places.ts';
import { placeKey, type Place } from '#programmes/apple-licences/rules/app/place.ts';
import type { IncomingLists, KnownLicences } from '../plan/planned.ts';

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

/**
 * The keys of apps and users that a plan of these lists may ask ids for, in steps that say how many
 * rows they went over. Those of licences need the apps' ids first.
 */
export function* listKeys(
  file: IncomingLists,
  known: Omit<KnownLicences, 'idOf'>,
  choice: Choice = NO_CHOICE,
): Generator<number, RecordKey[], void> {
  const places = placesIn(file, { ...known, idOf: () => '' }, choice);
  const meant = listedMeanings(file, known, places);
  const { add, all } = gatherKeys();
  for (const row of file.rows) {
    yield 1;
    if (row.outcome !== 'value' || row.is === 'install') continue;
    if (row.is === 'person') {
      const person = meant.person(row);
      if ('key' in person) add(person.key);
      continue;
    }
    if (row.is === 'holding') {
      const holding = meant.holding(row);
      if ('code' in holding) continue;
      add(appKey(holding.app.data, holding.app));
      if (holding.to.is === 'new') add(holding.to.key);
      continue;
    }
    const place = places.of(row);
    if (row.is === 'app') add(appKey(place, row.line));
    if (row.is === 'assignment') add(appKey(place, row.assignment));
    if (row.is === 'user') add(userKey(place, row.user.clientUserId));
    if (row.is === 'assignment' && row.assignment.to.kind === 'user')
      add(userKey(place, row.assignment.to.clientUserId));
  }
  return all();
}

/**
 * The keys of the licences that a plan may ask ids for, once those of their apps are known; in
 * steps, as `listKeys`.
 */
export function* licenceKeys(
  file: IncomingLists,
  known: KnownLicences,
  choice: Choice = NO_CHOICE,
): Generator<number, RecordKey[], void> {
  const places = placesIn(file, known, choice);
  const knownApp = appsBy(known.apps);
  const meant = listedMeanings(file, known, places);
  const { add, all } = gatherKeys();
  for (const row of file.rows) {
    yield 1;
    if (row.outcome === 'value' && row.is === 'holding') {
      const holding = meant.holding(row);
      if ('code' in holding) continue;
      const { data: place, adamId, pricingParam, name } = holding.app;
      const app =
        knownApp(place, adamId, pricingParam, name)?.id ?? known.idOf(appKey(place, holding.app));
      add(holdingKey(app, holding.to, known.idOf));
      continue;
    }
    if (row.outcome !== 'value' || row.is !== 'assignment') continue;
    const place = places.of(row);
    const { adamId, pricingParam, to } = row.assignment;
    const app =
      knownApp(place, adamId, pricingParam, '')?.id ?? known.idOf(appKey(place, row.assignment));
    add(licenceKey(app, to.kind, to.kind === 'user' ? to.clientUserId : to.serialNumber));
  }
  return all();
}

type Holder = Extract<HoldingMeant, { to: unknown }>['to'];

/**
 * What the licence of a row is known by: a device's number, or the user's at Apple, else the user's
 * record, as one that is given by hand.
 */
export const holdingKey = (app: string, to: Holder, idOf: KnownLicences['idOf']): string[] =>
  to.is === 'device'
    ? licenceKey(app, 'device', to.serialNumber)
    : licenceKey(app, 'user', to.clientUserId || holderId(to, idOf));

/** The id of the record of whoever has a licence. */
export const holderId = (
  to: Exclude<Holder, { is: 'device' }>,
  idOf: KnownLicences['idOf'],
): string => (to.is === 'known' ? to.user.id : idOf(to.key));
