import { gatherKeys, type RecordKey } from '#core/import/record-keys.ts';
import { NO_CHOICE, type Choice } from '#core/import/choice.ts';
import { appsBy } from './by-place.ts';
import { appKey, deploymentKey, licenceKey, userKey } from './keys.ts';
import { holdingKey, listedMeanings } from './listed-holdings.ts';
import { isByName } from './named-so-far.ts';
import { placesIn } from './places.ts';
import { intuneTokenKey, tokenRowsIn } from './tokens.ts';
import type { IncomingLists, KnownLicences } from '../plan/planned.ts';

/** The keys of the tokens that a file names; where its apps belong needs their ids. */
export const tokenKeys = ({ rows }: IncomingLists): RecordKey[] =>
  tokenRowsIn(rows).map(({ token }) => intuneTokenKey(token));

/**
 * The keys of apps and users that a plan of these lists may ask ids for, once those of tokens are
 * known; in steps that say how many rows they went over. Those of licences need the apps' ids
 * first.
 */
export function* listKeys(
  file: IncomingLists,
  known: KnownLicences,
  choice: Choice = NO_CHOICE,
): Generator<number, RecordKey[], void> {
  const places = placesIn(file, known, choice);
  const meant = listedMeanings(file, known, places, choice);
  const { add, all } = gatherKeys();
  for (const row of file.rows) {
    yield 1;
    if (row.outcome !== 'value' || row.is === 'install' || row.is === 'token') continue;
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
    if (row.is === 'app' && isByName(row)) {
      const app = meant.app(row);
      if (!('code' in app)) add(appKey(app.data, app));
      continue;
    }
    const place = places.of(row);
    if (row.is === 'app' || row.is === 'deployment') add(appKey(place, row.line));
    if (row.is === 'assignment') add(appKey(place, row.assignment));
    if (row.is === 'user') add(userKey(place, row.user.clientUserId));
    if (row.is === 'assignment' && row.assignment.to.kind === 'user')
      add(userKey(place, row.assignment.to.clientUserId));
  }
  return all();
}

/**
 * The keys of the licences and deployments that a plan may ask ids for, once those of their apps are
 * known; in steps, as `listKeys`.
 */
export function* licenceKeys(
  file: IncomingLists,
  known: KnownLicences,
  choice: Choice = NO_CHOICE,
): Generator<number, RecordKey[], void> {
  const places = placesIn(file, known, choice);
  const knownApp = appsBy(known.apps);
  const meant = listedMeanings(file, known, places, choice);
  const { add, all } = gatherKeys();
  for (const row of file.rows) {
    yield 1;
    if (row.outcome !== 'value') continue;
    if (row.is === 'holding') {
      const holding = meant.holding(row);
      if ('code' in holding) continue;
      const { data: place, adamId, pricingParam, name } = holding.app;
      const app =
        knownApp(place, adamId, pricingParam, name)?.id ?? known.idOf(appKey(place, holding.app));
      add(holdingKey(app, holding.to, known.idOf));
      continue;
    }
    if (row.is === 'deployment') {
      const { adamId, pricingParam, name } = row.line;
      const place = places.of(row);
      const app =
        knownApp(place, adamId, pricingParam, name)?.id ?? known.idOf(appKey(place, row.line));
      add(deploymentKey(app, row.assignment.group));
      continue;
    }
    if (row.is !== 'assignment') continue;
    const place = places.of(row);
    const { adamId, pricingParam, to } = row.assignment;
    const app =
      knownApp(place, adamId, pricingParam, '')?.id ?? known.idOf(appKey(place, row.assignment));
    add(licenceKey(app, to.kind, to.kind === 'user' ? to.clientUserId : to.serialNumber));
  }
  return all();
}
