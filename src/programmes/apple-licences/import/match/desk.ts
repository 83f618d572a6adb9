import type { Choice } from '#core/import/choice.ts';
import { countRows } from '#core/import/planned-row.ts';
import type { Data, VolymRecord } from '#core/record/record.ts';
import type { AssignedLicence } from '#programmes/apple-licences/rules/licence/assigned-licence.ts';
import type { VolumeApp, VolumeAppData } from '#programmes/apple-licences/rules/app/volume-app.ts';
import type {
  VolumeUser,
  VolumeUserData,
} from '#programmes/apple-licences/rules/user/volume-user.ts';
import { appsBy, type KnownApp } from './by-place.ts';
import { listedMeanings, type ListedMeanings } from './listed-holdings.ts';
import { atId, licencesBy, licencesOfUsers, usersBy, usersWithout } from './known-records.ts';
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
  firstRow?:
    | {
        readonly sheet: string;
        readonly row: number;
        /** What it counts, to tell another row's counts from. */
        readonly counted?: string;
      }
    | undefined;
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
  choice: Choice,
): ListDesk => ({
  file,
  known,
  places,
  meant: listedMeanings(file, known, places, choice),
  apps: new Map(),
  users: new Map(),
  numbered: new Map(),
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
  unnumbered: usersWithout(known.users, file),
  knownLicence: licencesBy(known.licences),
  licenceAt: atId(known.licences),
  licenceOfUser: licencesOfUsers(known.licences),
});

/** The finished plan. */
export const closeListDesk = (
  desk: ListDesk,
  rest: Pick<
    ListPlan,
    'gone' | 'newPlaces' | 'confirmed' | 'asksPlace' | 'marks' | 'asksApp' | 'unknownApps'
  >,
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
