import type { Place } from '#programmes/apple-licences/rules/app/place.ts';
import { isPlaced } from './near.ts';
import { destinationFor, type Choice } from '#core/import/choice.ts';
import { once } from '#core/import/reader.ts';
import { sourceOf } from '#core/import/source-file.ts';
import type {
  ContentToken,
  ContentTokenData,
} from '#programmes/apple-licences/rules/token/content-token.ts';
import type { LicenceLine } from '#programmes/apple-licences/rules/licence/licence-line.ts';
import { appsBy } from './by-place.ts';
import { judgeTokens } from './tokens.ts';
import { unplacedSheets } from './unplaced.ts';
import type { IncomingLists, KnownLicences, PlacesSaid } from '../plan/planned.ts';
import type { AppFacts, ListRow, ListValue } from '../read/values.ts';

/** Where the rows of a file belong. */
export type Places = {
  of(row: ListValue): Place;
  /** A place with the name or the library that belongs to it, as far as is known. */
  whole(place: Place): Place;
  /** Whether the row says it, or someone said it for all rows. */
  isSaid(row: ListValue): boolean;
  /**
   * Whether a row names people, or what they have, and could be of any location: others of its file
   * say theirs.
   */
  isNowhere(row: ListValue): boolean;
  /** The sheets on which some row does not say it, with what the rows there say. */
  unplaced(): readonly PlacesSaid[];
};

/**
 * Where rows belong: by the name or library that they say, else to the token that Intune names, or
 * to its organisation where the location is not known, else to the one token there is. Names and libraries belong together where a token, an app or the
 * location's own page says so.
 */
export const placesIn = (file: IncomingLists, known: KnownLicences, choice: Choice): Places => {
  const { names, ids } = pairsOf(file, known);
  const whole = ({ location, locationId }: Place): Place => ({
    location: location || (names.get(locationId) ?? ''),
    locationId: locationId || (ids.get(location.toLowerCase()) ?? ''),
  });
  const byId = new Map(known.tokens.map((token) => [token.id, token]));
  const chosenFor = ({ sheet }: ListValue): ContentToken | undefined => {
    const destination = destinationFor(choice, sheet);
    return typeof destination === 'string' ? undefined : byId.get(destination.id);
  };
  const tokens = tokensIn(file, known);
  const whereItIs = placesOfApps(file, known);
  const placeOf = (row: ListValue): Place => {
    const chosen = chosenFor(row);
    if (chosen !== undefined) return whole(chosen.data);
    if (destinationFor(choice, row.sheet) === 'new-batch') return { location: '', locationId: '' };
    const ofOrganization = whole({ location: organizationOf(row), locationId: '' });
    const token = tokenOf(row, tokens);
    if (token === undefined) return ofOrganization;
    const ofToken = whole(token);
    const isNamed = ofToken.location !== '' || ofToken.locationId !== '';
    return isNamed || ofOrganization.location === ''
      ? whereItIs(row, ofToken, ofOrganization)
      : whereItIs(row, ofOrganization, ofToken);
  };
  const of = (row: ListValue): Place =>
    namesPlace(row)
      ? whole({ location: locationOf(row), locationId: row.locationId })
      : placeOf(row);
  const isSaid = (row: ListValue): boolean => namesPlace(row) || chosenFor(row) !== undefined;
  const fileOf = ({ sheet }: ListRow): string => sourceOf(file, sheet).file;
  const saidIn = new Set(
    file.rows.flatMap((row) =>
      row.outcome === 'value' && isOfPeople(row) && isSaid(row) ? [fileOf(row)] : [],
    ),
  );
  return {
    of,
    whole,
    isSaid,
    isNowhere: (row) =>
      saidIn.has(fileOf(row)) && isOfPeople(row) && !isSaid(row) && !isPlaced(of(row)),
    unplaced: () =>
      unplacedSheets(file.rows, {
        placeOf: (row) => locationOf(row) || row.locationId,
        tokenOf: (row) => {
          const { token } = namesApp(row)?.facts ?? {};
          if (token === undefined || !isNamed(token)) return undefined;
          const name = [token.organizationName, token.appleId].filter(Boolean).join(', ');
          return { name, matches: tokensMeant(token, tokens).length };
        },
      }),
  };
};

const isOfPeople = ({ is }: ListValue): boolean => is === 'person' || is === 'holding';

/** What says of which app it is also says where that is. */
const namesApp = (row: ListValue) =>
  row.is === 'app' || row.is === 'deployment' ? row : undefined;

const locationOf = (row: ListValue): string => {
  if (row.is === 'person' || row.is === 'holding') return row.line.location;
  return namesApp(row)?.line.location ?? (row.is === 'location' ? row.config.locationName : '');
};

const namesPlace = (row: ListValue): boolean => row.locationId !== '' || locationOf(row) !== '';

const organizationOf = (row: ListValue): string =>
  namesApp(row)?.facts.token?.organizationName ?? '';

type PlacedToken = Pick<ContentTokenData, 'organization' | 'appleId' | 'location' | 'locationId'>;

/** The tokens that are here, and those that the file itself brings. */
const tokensIn = ({ rows }: IncomingLists, { tokens, idOf }: KnownLicences): PlacedToken[] => {
  const live = tokens.filter(({ trashedOn }) => trashedOn === '').map(({ data }) => data);
  const { meant } = judgeTokens(rows, tokens, idOf);
  const fresh = [...meant].flatMap(([{ token }, { is }]): PlacedToken[] => {
    const { organizationName: organization, appleId, locationName: location } = token;
    return is === 'new' ? [{ organization, appleId, location, locationId: '' }] : [];
  });
  return [...live, ...fresh];
};

/**
 * Chooses between two places of an app: an earlier list may have put it at the second, before its
 * token was here. Of an app that the file names more than once each goes to the first.
 */
const placesOfApps = (
  { rows }: IncomingLists,
  { apps }: KnownLicences,
): ((row: ListValue, first: Place, second: Place) => Place) => {
  // Most lists say themselves where their apps are.
  const knownApp = once(() => appsBy(apps.filter(({ trashedOn }) => trashedOn === '')));
  const timesNamed = once(() => {
    const times = new Map<string, number>();
    for (const row of rows)
      if (row.outcome === 'value' && row.is === 'app')
        times.set(keyOf(row.line), (times.get(keyOf(row.line)) ?? 0) + 1);
    return times;
  });
  return (row, first, second) => {
    const line = namesApp(row)?.line;
    if (line === undefined || timesNamed().get(keyOf(line)) !== 1) return first;
    const { adamId, pricingParam } = line;
    const isAt = (place: Place): boolean =>
      knownApp()(place, adamId, pricingParam, '') !== undefined;
    return !isAt(first) && isAt(second) ? second : first;
  };
};

const keyOf = ({ adamId, pricingParam }: LicenceLine): string => `${adamId} ${pricingParam}`;

const tokenOf = (row: ListValue, live: readonly PlacedToken[]): PlacedToken | undefined => {
  const named = namesApp(row)?.facts.token;
  if (named === undefined || !isNamed(named)) return live.length === 1 ? live[0] : undefined;
  const same = tokensMeant(named, live);
  return same.length === 1 ? same[0] : undefined;
};

type TokenName = NonNullable<AppFacts['token']>;

const isNamed = ({ appleId, organizationName }: TokenName): boolean =>
  appleId !== '' || organizationName !== '';

const tokensMeant = (
  { appleId, organizationName }: TokenName,
  live: readonly PlacedToken[],
): readonly PlacedToken[] =>
  live.filter(
    (data) =>
      (appleId === '' || data.appleId.toLowerCase() === appleId.toLowerCase()) &&
      (organizationName === '' || data.organization === organizationName),
  );

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
