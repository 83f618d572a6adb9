import { isElsewhere } from '#programmes/apple-licences/rules/licence/assign-plan.ts';
import { licenceState } from '#programmes/apple-licences/rules/licence/licence-life.ts';
import type { Place } from '#programmes/apple-licences/rules/app/place.ts';
import type { VolumeUser } from '#programmes/apple-licences/rules/user/volume-user.ts';
import type { KnownLicences } from '../plan/planned.ts';
import type { ListedPerson } from '../read/people/person-rows.ts';
import type { ListRow } from '../read/values.ts';
import type { ListedMeanings } from './listed-holdings.ts';
import type { Namesakes } from './listed-people.ts';
import { isPlaced, isSame } from './near.ts';
import type { Places } from './places.ts';

/** The location that a list gives someone who is here without one, or why they get none. */
export type PersonPlace =
  | { readonly is: 'given'; readonly place: Place }
  /** Rows put them at different locations. */
  | { readonly is: 'several'; readonly locations: readonly string[] }
  /** They have licences at another location. */
  | { readonly is: 'licences-elsewhere'; readonly said: string; readonly location: string }
  /** Others here go by the same address or number: who is meant would become unclear. */
  | { readonly is: 'shared-names'; readonly said: string };

/** By the id of whoever is here without a location. */
export type PersonPlaces = ReadonlyMap<string, PersonPlace>;

/**
 * Where a file puts the people who are here without a location: only where a row, or someone for all
 * rows, says it. Everybody stays who all rows of the file mean, so that the same file says the same
 * again. In steps that say how many rows it went over.
 */
export function* personPlaces(
  rows: readonly ListRow[],
  { users, apps, licences }: Pick<KnownLicences, 'users' | 'apps' | 'licences'>,
  { places, meant }: { readonly places: Places; readonly meant: ListedMeanings },
): Generator<number, PersonPlaces, void> {
  if (users.every(({ data }) => isPlaced(data))) return new Map();
  const found = new Map<string, Named>();
  // Whoever one row may mean among several would be the only one once the others have a location.
  const unclear = new Set<string>();
  const leave = (person: ListedPerson): void => {
    const { byAddress, byNumber } = meant.namesakes(person);
    for (const { id } of [...byAddress, ...byNumber]) unclear.add(id);
  };
  const put = (user: VolumeUser, place: Place): Named => {
    const named = found.get(user.id) ?? { user, at: [], said: [] };
    found.set(user.id, named);
    named.at.push(place);
    return named;
  };
  for (const row of rows) {
    yield 1;
    if (row.outcome !== 'value') continue;
    if (row.is === 'person') {
      const who = meant.person(row);
      if ('code' in who && who.code === 'several-people') leave(row.line);
      if ('code' in who || who.is !== 'known' || isPlaced(who.user.data)) continue;
      const place = places.of(row);
      const named = put(who.user, place);
      if (!places.isSaid(row) || !isPlaced(place)) continue;
      named.said.push(place);
      named.namesakes ??= meant.namesakes(row.line);
    }
    if (row.is === 'holding') {
      const holding = meant.holding(row);
      const { to } = row.line;
      if ('code' in holding && holding.code === 'several-people' && to.kind !== 'device') leave(to);
      if ('code' in holding || holding.to.is !== 'known' || isPlaced(holding.to.user.data))
        continue;
      put(holding.to.user, holding.app.data);
    }
  }
  const appsOf = appsHeld(apps, licences);
  return new Map(
    [...found].flatMap(([id, named]) => {
      const place = placeFor(named, appsOf(named.user), unclear);
      return place === undefined ? [] : [[id, place] as const];
    }),
  );
}

/** Someone whom rows name, and where these are. */
type Named = {
  readonly user: VolumeUser;
  /** The place of each row. */
  readonly at: Place[];
  /** The places that rows of a list of people say. */
  readonly said: Place[];
  namesakes?: Namesakes;
};

const placeFor = (
  { user, at, said: [place], namesakes }: Named,
  held: readonly Place[],
  unclear: ReadonlySet<string>,
): PersonPlace | undefined => {
  if (place === undefined) return undefined;
  const said = nameOf(place);
  if (at.some((one) => isPlaced(one) && !isSame(one, place)))
    return { is: 'several', locations: [...new Set(at.map(nameOf).filter(Boolean))] };
  const elsewhere = held.find((one) => isElsewhere(one, place));
  if (elsewhere !== undefined)
    return { is: 'licences-elsewhere', said, location: nameOf(elsewhere) };
  if (unclear.has(user.id)) return { is: 'shared-names', said };
  const others = [...(namesakes?.byAddress ?? []), ...(namesakes?.byNumber ?? [])].filter(
    ({ id }) => id !== user.id,
  );
  const isAlone = at.every(isPlaced)
    ? others.every(({ data }) => isPlaced(data))
    : others.length === 0;
  return isAlone ? { is: 'given', place } : { is: 'shared-names', said };
};

const nameOf = ({ location, locationId }: Place): string => location || locationId;

/** Tells where the apps are that somebody has a licence of. */
const appsHeld = (
  apps: KnownLicences['apps'],
  licences: KnownLicences['licences'],
): ((user: VolumeUser) => readonly Place[]) => {
  const placeOf = new Map(apps.map(({ id, data }) => [id, data]));
  const held = Map.groupBy(
    licences.filter(
      ({ trashedOn, steps, data }) =>
        trashedOn === '' && data.user !== '' && licenceState(steps) !== 'free',
    ),
    ({ data }) => data.user,
  );
  return ({ id }) => (held.get(id) ?? []).flatMap(({ parent }) => placeOf.get(parent) ?? []);
};
