import { placeKey, type Place } from '#programmes/apple-licences/rules/app/place.ts';
import type { VolumeUser } from '#programmes/apple-licences/rules/user/volume-user.ts';
import type { IncomingLists, KnownLicences } from '../plan/planned.ts';
import type { ListedPerson } from '../read/people/person-rows.ts';
import { personKey, userKey } from './keys.ts';
import { near } from './near.ts';
import type { Places } from './places.ts';

/** Someone new whom a row means, by their key. */
export type NewPerson = {
  readonly is: 'new';
  readonly key: readonly string[];
  readonly place: Place;
  /** Their first address, or ''. */
  readonly email: string;
  readonly clientUserId: string;
};

/** Whom a row of a list means: someone known, someone new, or one of several. */
export type PersonMeant =
  | {
      readonly is: 'known';
      readonly user: VolumeUser;
      /** The number at Apple that is known, else the one that the file gives. */
      readonly clientUserId: string;
    }
  | NewPerson
  | { readonly is: 'several' };

/** Everybody here who goes by a name that a file has for someone, wherever they are. */
export type Namesakes = {
  readonly byAddress: readonly VolumeUser[];
  readonly byNumber: readonly VolumeUser[];
};

/** Tells whom rows mean. */
export type ListedPeople = {
  meant(person: ListedPerson, place: Place): PersonMeant;
  namesakes(person: ListedPerson): Namesakes;
};

/**
 * Tells whom rows of lists mean: by any of their addresses, in small and capital letters alike, and
 * by their number at Apple, never by a name. What one row says of someone, all rows of the file
 * know. Of several at one location the number tells which is meant.
 */
export const listedPeople = (
  file: IncomingLists,
  { users }: Pick<KnownLicences, 'users'>,
  places: Places,
): ListedPeople => {
  const byAddress = indexed(users, ({ data }) => (data.email === '' ? [] : [wordOf(data.email)]));
  const byNumber = indexed(users, ({ data, id }) => [data.clientUserId || id]);
  const groupOf = peopleIn(file, places);
  const knownOf = ({ addresses, numbers }: Names, place: Place): readonly VolumeUser[] => {
    const found = [
      ...addresses.flatMap((address) => byAddress.get(wordOf(address)) ?? []),
      ...numbers.flatMap((number) => byNumber.get(number) ?? []),
    ];
    return onlyLive(near([...new Set(found)], place));
  };
  // A file may name one person in each of its rows: what is known of them is looked up once.
  const seen = new Map<Group, Map<string, AtPlace>>();
  const atPlace = (group: Group, place: Place): AtPlace => {
    const before = seen.get(group) ?? new Map<string, AtPlace>();
    seen.set(group, before);
    const there = before.get(placeKey(place)) ?? tellAt(group, place);
    before.set(placeKey(place), there);
    return there;
  };
  const tellAt = (group: Group, place: Place): AtPlace => {
    const addresses = [...new Set(group.flatMap(({ person }) => person.addresses))];
    // A number at Apple is one of a location.
    const told = near(group, place).map(({ person }) => person.clientUserId);
    const numbers = [...new Set(told)].filter((number) => number !== '');
    const [listed] = near(
      group.filter(({ isPerson }) => isPerson),
      place,
    );
    return { addresses, numbers, listed, known: knownOf({ addresses, numbers }, place) };
  };
  const meant: ListedPeople['meant'] = (given, place) => {
    const group = groupOf(given);
    const { addresses, numbers, listed, known } = atPlace(group, place);
    const own = given.clientUserId;
    const all =
      own === '' || numbers.includes(own)
        ? known
        : knownOf({ addresses, numbers: [own, ...numbers] }, place);
    const clientUserId = own || (numbers[0] ?? '');
    const [user, ...others] = ofNumber(all, own);
    if (others.length > 0) return { is: 'several' };
    if (user !== undefined)
      return { is: 'known', user, clientUserId: user.data.clientUserId || clientUserId };
    // Someone new is where the list of people puts them.
    const isThere = listed !== undefined && atPlace(group, listed.data).known.length === 0;
    const at = isThere ? listed.data : place;
    const email = given.addresses[0] ?? addresses[0] ?? '';
    return { is: 'new', key: keyOf({ email, clientUserId }, at), place: at, email, clientUserId };
  };
  const namesakes: ListedPeople['namesakes'] = (given) => {
    const all = [given, ...groupOf(given).map(({ person }) => person)];
    const found = (index: typeof byAddress, words: readonly string[]): readonly VolumeUser[] => [
      ...new Set([...new Set(words)].flatMap((word) => index.get(word) ?? [])),
    ];
    return {
      byAddress: found(
        byAddress,
        all.flatMap(({ addresses }) => addresses.map(wordOf)),
      ),
      byNumber: found(
        byNumber,
        all.map(({ clientUserId }) => clientUserId),
      ),
    };
  };
  return { meant, namesakes };
};

/** What a file tells of a person at a place, and who of those known they may be. */
type AtPlace = Names & {
  readonly listed: Told | undefined;
  readonly known: readonly VolumeUser[];
};

/** Of several at one location those of the number, where any have it. */
const ofNumber = (users: readonly VolumeUser[], clientUserId: string): readonly VolumeUser[] => {
  const areTogether = new Set(users.map(({ data }) => placeKey(data))).size === 1;
  const numbered = users.filter(({ data }) => data.clientUserId === clientUserId);
  return areTogether && clientUserId !== '' && numbered.length > 0 ? numbered : users;
};

/** All by which rows of a file know someone at a place. */
type Names = { readonly addresses: readonly string[]; readonly numbers: readonly string[] };

/** What is in the trash is meant only where nothing else is. */
const onlyLive = (found: readonly VolumeUser[]): readonly VolumeUser[] => {
  const live = found.filter(({ trashedOn }) => trashedOn === '');
  return live.length > 0 ? live : found;
};

const keyOf = (
  { email, clientUserId }: Pick<NewPerson, 'email' | 'clientUserId'>,
  place: Place,
): readonly string[] =>
  clientUserId === '' ? personKey(place, wordOf(email)) : userKey(place, clientUserId);

/** A row that names someone, and where it puts them. */
type Told = {
  readonly person: ListedPerson;
  readonly data: Place;
  /** It is of a list of people, and not of what they have. */
  readonly isPerson: boolean;
};

/** All rows of a file that name the same person; of rows that say the same, one. */
type Group = readonly Told[];

/** Finds all rows of a file that name the same person, by what any two of them have in common. */
const peopleIn = ({ rows }: IncomingLists, places: Places): ((person: ListedPerson) => Group) => {
  const groups = new Map<string, { told: Map<string, Told>; keys: string[] }>();
  const firstOf = new Map<ListedPerson, string>();
  for (const row of rows) {
    if (row.outcome !== 'value' || (row.is !== 'person' && row.is !== 'holding')) continue;
    const isPerson = row.is === 'person';
    const person = isPerson ? row.line : row.line.to;
    if ('kind' in person && person.kind === 'device') continue;
    if (places.isNowhere(row)) continue;
    const data = places.of(row);
    const keys = namesOf(person, data);
    firstOf.set(person, keys[0] ?? '');
    const met = [...new Set(keys.flatMap((key) => groups.get(key) ?? []))];
    // The smaller joins the larger: a file may have but one person.
    const [group = { told: new Map<string, Told>(), keys: [] }, ...others] = met.toSorted(
      (a, b) => b.keys.length - a.keys.length,
    );
    for (const other of others) {
      for (const [said, told] of other.told) group.told.set(said, told);
      for (const key of other.keys) groups.set(key, group);
      group.keys.push(...other.keys);
    }
    const said = [String(isPerson), placeKey(data), ...keys].join('\n');
    if (!group.told.has(said)) group.told.set(said, { person, data, isPerson });
    for (const key of keys) {
      if (groups.get(key) === undefined) group.keys.push(key);
      groups.set(key, group);
    }
  }
  const told = new Map<unknown, Group>();
  return (person) => {
    const group = groups.get(firstOf.get(person) ?? '');
    const all = told.get(group) ?? [...(group?.told.values() ?? [])];
    told.set(group, all);
    return all;
  };
};

/** What a row knows someone by; a number at Apple is one of a location. */
const namesOf = ({ addresses, clientUserId }: ListedPerson, place: Place): readonly string[] => [
  ...addresses.map((address) => `address ${wordOf(address)}`),
  ...(clientUserId === '' ? [] : [`number ${placeKey(place)} ${clientUserId}`]),
];

const wordOf = (address: string): string => address.toLowerCase();

const indexed = (
  users: readonly VolumeUser[],
  keysOf: (user: VolumeUser) => readonly string[],
): ReadonlyMap<string, readonly VolumeUser[]> => {
  const found = new Map<string, VolumeUser[]>();
  for (const user of users)
    for (const key of keysOf(user)) {
      const same = found.get(key);
      if (same === undefined) found.set(key, [user]);
      else same.push(user);
    }
  return found;
};
