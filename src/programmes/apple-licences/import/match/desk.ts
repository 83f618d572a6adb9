import { countRows } from '#core/import/planned-row.ts';
import type { Data, VolymRecord } from '#core/record/record.ts';
import type { AssignedLicence } from '#programmes/apple-licences/rules/licence/assigned-licence.ts';
import type { VolumeApp, VolumeAppData } from '#programmes/apple-licences/rules/app/volume-app.ts';
import type {
  VolumeUser,
  VolumeUserData,
} from '#programmes/apple-licences/rules/user/volume-user.ts';
import { licenceState } from '#programmes/apple-licences/rules/licence/licence-life.ts';
import { listedMeanings, type ListedMeanings } from './listed-holdings.ts';
import { type Places } from './places.ts';
import { placeKey, type Place } from '#programmes/apple-licences/rules/app/place.ts';
import type {
  IncomingLists,
  InstallPlan,
  KnownLicences,
  LicencePlan,
  ListPlan,
  PlannedListRow,
  RecordPlan,
} from '../plan/planned.ts';

/** A record on the desk: what is known of it, and what the rows so far say of it. */
export type OnDesk<D extends Data> = {
  readonly id: string;
  readonly before: VolymRecord<D> | undefined;
  /**
   * What is in its place is another one, by its number or its place: it becomes what the list
   * says.
   */
  readonly isOther?: boolean;
  readonly row: number;
  name: string;
  readonly place: Place;
  readonly data: Partial<D>;
  /** The first row that spoke of it. */
  firstRow?: { readonly sheet: string; readonly row: number } | undefined;
};

/** The plan in the making. */
export type ListDesk = {
  readonly file: IncomingLists;
  readonly known: KnownLicences;
  readonly places: Places;
  /** What rows of people and of their licences mean. */
  readonly meant: ListedMeanings;
  readonly apps: Map<string, OnDesk<VolumeAppData>>;
  readonly users: Map<string, OnDesk<VolumeUserData>>;
  /** Users that rows of Apple name, by their key there: the number may be new to who is known here. */
  readonly numbered: Map<string, string>;
  readonly licences: Map<string, LicencePlan>;
  readonly installs: Map<string, InstallPlan>;
  /** Assigned licences that a row of the file names. */
  readonly named: Set<string>;
  readonly rows: PlannedListRow[];
  readonly knownApp: (
    place: Place,
    adamId: string,
    pricingParam: string,
    name: string,
  ) => VolumeApp | undefined;
  /** The app that is at an id, whatever it is called. */
  readonly appAt: (id: string) => VolumeApp | undefined;
  readonly userAt: (id: string) => VolumeUser | undefined;
  readonly knownUser: (place: Place, clientUserId: string) => VolumeUser | undefined;
  /** Live users of an address whom Apple does not know by a number, as far as is known here. */
  readonly unnumbered: (email: string) => readonly VolumeUser[];
  readonly knownLicence: (app: string, to: string, target: string) => AssignedLicence | undefined;
  readonly licenceAt: (id: string) => AssignedLicence | undefined;
  /** The licence of an app that a user's record has, by whatever number at Apple. */
  readonly licenceOfUser: (app: string, user: string) => AssignedLicence | undefined;
};

/** Lays lists out beside what is known. */
export const openListDesk = (
  file: IncomingLists,
  known: KnownLicences,
  places: Places,
): ListDesk => ({
  file,
  known,
  places,
  meant: listedMeanings(file, known, places),
  apps: new Map(),
  users: new Map(),
  numbered: new Map(),
  licences: new Map(),
  installs: new Map(),
  named: new Set(),
  rows: [],
  knownApp: appsBy(known.apps),
  appAt: atId(known.apps),
  userAt: atId(known.users),
  knownUser: usersBy(known.users),
  unnumbered: usersWithout(known.users, file),
  knownLicence: licencesBy(known.licences),
  licenceAt: atId(known.licences),
  licenceOfUser: licencesOfUsers(known.licences),
});

const atId = <R extends { readonly id: string }>(
  records: readonly R[],
): ((id: string) => R | undefined) => {
  const byId = new Map(records.map((record) => [record.id, record]));
  return (id) => byId.get(id);
};

/**
 * Every way in which a record's place may be named: by its library, and by its name where that is
 * not known of both.
 */
const waysTo = ({ location, locationId }: Place): string[] =>
  [placeKey({ location, locationId }), placeKey({ location, locationId: '' })].filter(
    (key, at, all) => all.indexOf(key) === at,
  );

/** Looks records up by place and their own key; live ones before those in the trash. */
const byPlace = <R extends { readonly trashedOn: string; readonly data: Place }>(
  records: readonly R[],
  keyOf: (record: R) => string,
): ((place: Place, key: string) => R | undefined) => {
  const found = new Map<string, R>();
  for (const record of records.toSorted(
    (a, b) => Number(a.trashedOn === '') - Number(b.trashedOn === ''),
  ))
    for (const way of waysTo(record.data)) found.set(`${way}\n${keyOf(record)}`, record);
  return (place, key) => {
    for (const way of waysTo(place)) {
      const record = found.get(`${way}\n${key}`);
      // Of two libraries with one name, each has its own.
      const isOther =
        record !== undefined &&
        record.data.locationId !== '' &&
        place.locationId !== '' &&
        record.data.locationId !== place.locationId;
      if (record !== undefined && !isOther) return record;
    }
    return undefined;
  };
};

/** Looks known apps up by place and number, or by name where one has none. */
export const appsBy = (apps: readonly VolumeApp[]): ListDesk['knownApp'] => {
  const numbered = byPlace(
    apps.filter(({ data }) => data.adamId !== ''),
    ({ data }) => `${data.adamId} ${data.pricingParam}`,
  );
  // Written down by hand without its number: the name tells it.
  const named = byPlace(
    apps.filter(({ data }) => data.adamId === ''),
    ({ data }) => data.name.toLowerCase(),
  );
  return (place, adamId, pricingParam, name) =>
    numbered(place, `${adamId} ${pricingParam}`) ??
    (name === '' ? undefined : named(place, name.toLowerCase()));
};

const usersBy = (users: readonly VolumeUser[]): ListDesk['knownUser'] => {
  const named = byPlace(users, ({ data }) => data.clientUserId);
  // Who was written down by hand is made at Apple under the record's own id, which nobody else has.
  const unnamed = new Map(
    users.filter(({ data }) => data.clientUserId === '').map((user) => [user.id, user]),
  );
  return (place, clientUserId) => named(place, clientUserId) ?? unnamed.get(clientUserId);
};

/** One that the file itself names by its record is made at Apple, and has that for its number. */
const usersWithout = (
  users: readonly VolumeUser[],
  { rows }: IncomingLists,
): ListDesk['unnumbered'] => {
  const named = new Set(
    rows.flatMap((row) =>
      row.outcome === 'value' && row.is === 'user' ? [row.user.clientUserId] : [],
    ),
  );
  const found = new Map<string, VolumeUser[]>();
  for (const user of users) {
    const { clientUserId, email } = user.data;
    if (clientUserId !== '' || email === '' || user.trashedOn !== '' || named.has(user.id))
      continue;
    const same = found.get(email.toLowerCase());
    if (same === undefined) found.set(email.toLowerCase(), [user]);
    else same.push(user);
  }
  return (email) => found.get(email.toLowerCase()) ?? [];
};

const licencesBy = (licences: readonly AssignedLicence[]): ListDesk['knownLicence'] => {
  const keyOf = (app: string, to: string, target: string): string => [app, to, target].join('\n');
  const found = new Map(
    licences.map((licence) => [
      keyOf(licence.parent, licence.data.to, licence.data.target),
      licence,
    ]),
  );
  return (app, to, target) => found.get(keyOf(app, to, target));
};

/** Of several of one user, the one that someone has before what is free, and that before the trash. */
const licencesOfUsers = (licences: readonly AssignedLicence[]): ListDesk['licenceOfUser'] => {
  const keyOf = (app: string, user: string): string => `${app}\n${user}`;
  const rankOf = ({ trashedOn, steps }: AssignedLicence): number =>
    trashedOn !== '' ? 0 : licenceState(steps) === 'free' ? 1 : 2;
  const found = new Map<string, AssignedLicence>();
  for (const licence of licences) {
    if (licence.data.user === '') continue;
    const key = keyOf(licence.parent, licence.data.user);
    const before = found.get(key);
    if (before === undefined || rankOf(licence) > rankOf(before)) found.set(key, licence);
  }
  return (app, user) => found.get(keyOf(app, user));
};

/** The finished plan. */
export const closeListDesk = (
  desk: ListDesk,
  rest: Pick<ListPlan, 'gone' | 'newPlaces' | 'confirmed' | 'asksPlace' | 'asksApp'>,
): ListPlan => ({
  rows: desk.rows,
  counts: countRows(desk.rows),
  apps: [...desk.apps.values()].filter(isTouched).map(planOf),
  users: [...desk.users.values()].filter(isTouched).map(planOf),
  licences: [...desk.licences.values()],
  installs: [...desk.installs.values()],
  ...rest,
});

const stateOf = ({ before }: OnDesk<Data>): 'new' | 'restored' | 'existing' =>
  before === undefined ? 'new' : before.trashedOn === '' ? 'existing' : 'restored';

const isTouched = (record: OnDesk<Data>): boolean =>
  stateOf(record) !== 'existing' || Object.keys(record.data).length > 0;

const planOf = <D extends Data>(record: OnDesk<D>): RecordPlan<D> => ({
  id: record.id,
  state: stateOf(record),
  row: record.row,
  name: record.name,
  data: record.data,
});
