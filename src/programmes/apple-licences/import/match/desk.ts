import { countRows } from '#core/import/planned-row.ts';
import type { Data, VolymRecord } from '#core/record/record.ts';
import type { AssignedLicence } from '#programmes/apple-licences/rules/licence/assigned-licence.ts';
import type { VolumeApp, VolumeAppData } from '#programmes/apple-licences/rules/app/volume-app.ts';
import type {
  VolumeUser,
  VolumeUserData,
} from '#programmes/apple-licences/rules/user/volume-user.ts';
import { appsBy, byPlace, type KnownApp } from './by-place.ts';
import { type Places } from './places.ts';
import type { Place } from '#programmes/apple-licences/rules/app/place.ts';
import type {
  DeploymentPlan,
  IncomingLists,
  InstallPlan,
  KnownLicences,
  LicencePlan,
  ListPlan,
  PlannedListRow,
  RecordPlan,
  TokenPlan,
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
  readonly apps: Map<string, OnDesk<VolumeAppData>>;
  readonly users: Map<string, OnDesk<VolumeUserData>>;
  readonly licences: Map<string, LicencePlan>;
  readonly installs: Map<string, InstallPlan>;
  readonly tokens: Map<string, TokenPlan>;
  readonly deployments: Map<string, DeploymentPlan>;
  /** Assigned licences and deployments that a row of the file names. */
  readonly named: Set<string>;
  readonly rows: PlannedListRow[];
  readonly knownApp: KnownApp;
  /** The app that is at an id, whatever it is called. */
  readonly appAt: (id: string) => VolumeApp | undefined;
  readonly userAt: (id: string) => VolumeUser | undefined;
  readonly knownUser: (place: Place, clientUserId: string) => VolumeUser | undefined;
  readonly knownLicence: (app: string, to: string, target: string) => AssignedLicence | undefined;
  readonly licenceAt: (id: string) => AssignedLicence | undefined;
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
  apps: new Map(),
  users: new Map(),
  licences: new Map(),
  installs: new Map(),
  tokens: new Map(),
  deployments: new Map(),
  named: new Set(),
  rows: [],
  knownApp: appsBy(known.apps),
  appAt: atId(known.apps),
  userAt: atId(known.users),
  knownUser: usersBy(known.users),
  knownLicence: licencesBy(known.licences),
  licenceAt: atId(known.licences),
});

const atId = <R extends { readonly id: string }>(
  records: readonly R[],
): ((id: string) => R | undefined) => {
  const byId = new Map(records.map((record) => [record.id, record]));
  return (id) => byId.get(id);
};

const usersBy = (users: readonly VolumeUser[]): ListDesk['knownUser'] => {
  const named = byPlace(users, ({ data }) => data.clientUserId);
  // Who was written down by hand is made at Apple under the record's own id, which nobody else has.
  const unnamed = new Map(
    users.filter(({ data }) => data.clientUserId === '').map((user) => [user.id, user]),
  );
  return (place, clientUserId) => named(place, clientUserId) ?? unnamed.get(clientUserId);
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
  tokens: [...desk.tokens.values()],
  deployments: [...desk.deployments.values()],
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
