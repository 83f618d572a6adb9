import type { Place } from '#programmes/apple-licences/rules/app/place.ts';
import { isPlaced } from './near.ts';
import type { Choice } from '#core/import/choice.ts';
import type { IncomingLists, KnownLicences } from '../plan/planned.ts';
import type { ListValue } from '../read/values.ts';

/** Where the rows of a file belong. */
export type Places = {
  of(row: ListValue): Place;
  /** Whether the row says it, or someone said it for all rows. */
  isSaid(row: ListValue): boolean;
  /**
   * Whether a row names people, or what they have, and could be of any location: others of the file
   * say theirs.
   */
  isNowhere(row: ListValue): boolean;
  /** Whether some row does not say it. */
  readonly hasUnplaced: boolean;
};

/**
 * Where rows belong: by the name or library that they say, else to the token that Intune names,
 * else to the one there is. Names and libraries belong together where a token, an app or the
 * location's own page says so.
 */
export const placesIn = (
  file: IncomingLists,
  known: KnownLicences,
  { destination }: Choice,
): Places => {
  const { names, ids } = pairsOf(file, known);
  const whole = ({ location, locationId }: Place): Place => ({
    location: location || (names.get(locationId) ?? ''),
    locationId: locationId || (ids.get(location.toLowerCase()) ?? ''),
  });
  const chosen =
    typeof destination === 'string'
      ? undefined
      : known.tokens.find(({ id }) => id === destination.id);
  const placeOf = (row: ListValue): Place => {
    if (chosen !== undefined) return whole(chosen.data);
    if (destination === 'new-batch') return { location: '', locationId: '' };
    const token = tokenOf(row, known);
    return token === undefined
      ? whole({ location: organizationOf(row), locationId: '' })
      : whole(token.data);
  };
  const of = (row: ListValue): Place =>
    namesPlace(row)
      ? whole({ location: locationOf(row), locationId: row.locationId })
      : placeOf(row);
  const isSaid = (row: ListValue): boolean => namesPlace(row) || chosen !== undefined;
  const isAnySaid = file.rows.some(
    (row) => row.outcome === 'value' && isOfPeople(row) && isSaid(row),
  );
  return {
    of,
    isSaid,
    isNowhere: (row) => isAnySaid && isOfPeople(row) && !isSaid(row) && !isPlaced(of(row)),
    hasUnplaced: file.rows.some(
      (row) => row.outcome === 'value' && row.is !== 'install' && !namesPlace(row),
    ),
  };
};

const isOfPeople = ({ is }: ListValue): boolean => is === 'person' || is === 'holding';

const locationOf = (row: ListValue): string => {
  if (row.is === 'app' || row.is === 'person' || row.is === 'holding') return row.line.location;
  return row.is === 'location' ? row.config.locationName : '';
};

const namesPlace = (row: ListValue): boolean => row.locationId !== '' || locationOf(row) !== '';

const organizationOf = (row: ListValue): string =>
  row.is === 'app' ? (row.facts.token?.organizationName ?? '') : '';

const tokenOf = (row: ListValue, { tokens }: KnownLicences) => {
  const named = row.is === 'app' ? row.facts.token : undefined;
  const live = tokens.filter(({ trashedOn }) => trashedOn === '');
  if (named === undefined || (named.appleId === '' && named.organizationName === ''))
    return live.length === 1 ? live[0] : undefined;
  const same = live.filter(
    ({ data }) =>
      (named.appleId === '' || data.appleId.toLowerCase() === named.appleId.toLowerCase()) &&
      (named.organizationName === '' || data.organization === named.organizationName),
  );
  return same.length === 1 ? same[0] : undefined;
};

const pairsOf = ({ rows }: IncomingLists, { apps, tokens, users }: KnownLicences) => {
  const pages = rows.flatMap((row) =>
    row.outcome === 'value' && row.is === 'location'
      ? [{ location: row.config.locationName, locationId: row.config.uId }]
      : [],
  );
  const all: readonly Place[] = [...users, ...apps, ...tokens].map(({ data }) => data);
  const names = new Map<string, string>();
  const ids = new Map<string, string>();
  for (const { location, locationId } of [...all, ...pages]) {
    if (location === '' || locationId === '') continue;
    names.set(locationId, location);
    ids.set(location.toLowerCase(), locationId);
  }
  return { names, ids };
};
