import type { BareRow, RowWhy } from '#core/import/planned-row.ts';
import type { RowCounts } from '#core/import/import-run.ts';
import type { Place } from '#programmes/apple-licences/rules/app/place.ts';
import type { Sources } from '#core/import/source-file.ts';
import type {
  AssignedLicence,
  AssignedLicenceData,
} from '#programmes/apple-licences/rules/licence/assigned-licence.ts';
import type {
  AppDeployment,
  AppDeploymentData,
  Intent,
} from '#programmes/apple-licences/rules/deployment/app-deployment.ts';
import type {
  ContentToken,
  ContentTokenData,
} from '#programmes/apple-licences/rules/token/content-token.ts';
import type { Finding } from '#programmes/apple-licences/rules/token/token-life.ts';
import type { VolumeApp, VolumeAppData } from '#programmes/apple-licences/rules/app/volume-app.ts';
import type {
  VolumeUser,
  VolumeUserData,
} from '#programmes/apple-licences/rules/user/volume-user.ts';
import type { ListRowNote, ListRowReason } from '#programmes/apple-licences/rules/row-reason.ts';
import type { GroupAssignment } from '../read/graph-assignments.ts';
import type { GraphToken } from '../read/graph-lists.ts';
import type { ListRow, ListValue } from '../read/values.ts';
import type { ReadOn } from './source-order.ts';

/** Lists that wait for their dry run. `file` is the keyed hash of their bytes. */
export type IncomingLists = Sources & {
  readonly rows: readonly ListRow[];
  /** Libraries with a complete list of assignments in the file. */
  readonly whole: readonly string[];
  /**
   * The list comes from Apple itself: the age of unchanged counts is known from the token, and not
   * written on each app.
   */
  readonly isSync?: true | undefined;
};

/**
 * What is there already, those in the trash included. Assigned licences only where the lists name
 * some.
 */
export type KnownLicences = ReadOn & {
  readonly apps: readonly VolumeApp[];
  readonly users: readonly VolumeUser[];
  readonly licences: readonly AssignedLicence[];
  readonly tokens: readonly ContentToken[];
  /** None where the lists name none. */
  readonly deployments?: readonly AppDeployment[] | undefined;
  /** The edition of the accounts rule that the workspace chose. */
  readonly edition?: string | undefined;
  /**
   * Ids that no row can be about: a newer app wrote what is there, it cannot be read, or it is of
   * another kind.
   */
  readonly strange: ReadonlySet<string>;
  /** The keyed id of a key of the world's own (`listKeys` lists those that are asked for). */
  readonly idOf: (key: readonly string[]) => string;
};

/** What a row does to a record that existed. */
export type ListChange = {
  readonly field: ListField;
  readonly from: string;
  readonly to: string;
};

/** What a row can change; the words have a name for each. */
export type ListField =
  | 'owned'
  | 'assigned'
  | 'free'
  | 'retired'
  | 'unlimited'
  | 'asOf'
  | 'facts'
  | 'terms'
  | 'email'
  | 'name'
  | 'group'
  | 'clientUserId'
  | 'licence'
  | 'install'
  | 'cause'
  | 'devices'
  | 'organization'
  | 'appleId'
  | 'location'
  | 'expiresAt'
  | 'system'
  | 'alsoIn'
  | 'found'
  | 'intent';

/** One row of the dry run of a list. */
export type PlannedListRow = BareRow<ListRowReason> & {
  /** A person that a list names is a user, and what they hold an assigned licence. */
  readonly is: Exclude<ListValue['is'], 'person' | 'holding'> | '';
  /** The app's, user's or device's name, or what is known of it. */
  readonly name: string;
  readonly location: string;
  /** The app that an installation is of. */
  readonly app?: string | undefined;
  /** Counts as they will be shown; undefined where they are not known. */
  readonly owned?: number | undefined;
  readonly free?: number | undefined;
  readonly isUnlimited?: boolean;
  /** What Intune says of a token. */
  readonly token?: GraphToken | undefined;
  /** What Intune does with the app for which group. */
  readonly deployment?: GroupAssignment | undefined;
  readonly state?: 'new' | 'restored' | 'existing';
  readonly changes: readonly ListChange[];
  readonly notes: readonly RowWhy<ListRowNote>[];
};

/**
 * A record that the import creates, restores from the trash or changes. `said` gets its moment when
 * it is written.
 */
export type RecordPlan<Data> = {
  readonly id: string;
  readonly state: 'new' | 'restored' | 'existing';
  readonly row: number;
  readonly name: string;
  /** Its data; for an existing record, only what differs. */
  readonly data: Partial<Data>;
};

/** A licence in someone's hands that the import brings, under its app. */
export type LicencePlan = {
  readonly id: string;
  readonly app: string;
  readonly row: number;
  /** `again` was free, and is given once more. */
  readonly state: 'new' | 'restored' | 'again';
  readonly data: Pick<AssignedLicenceData, 'to' | 'target' | 'name' | 'user'>;
};

/** What a list of Intune found out of a token; it gets its moment when it is written. */
export type TokenStep = {
  readonly kind: Finding | 'found-valid';
  readonly data: Readonly<Record<string, string>>;
};

/** A token that the import notes down, restores from the trash or changes. */
export type TokenPlan = RecordPlan<ContentTokenData> & { readonly steps: readonly TokenStep[] };

/** A deployment that the import brings under its app, restores from the trash or changes. */
export type DeploymentPlan = RecordPlan<AppDeploymentData> & {
  readonly app: string;
  readonly intent: Intent;
};

/**
 * The state of an installation now for a licence that someone has; it gets its moment when it is
 * written.
 */
export type InstallPlan = {
  readonly id: string;
  readonly install: Omit<NonNullable<AssignedLicenceData['install']>, 'at'>;
};

/**
 * An app that a list of installations may be about: how many of its rows name someone who has a
 * licence of it.
 */
export type AppMatch = {
  readonly sheet: string;
  readonly id: string;
  readonly name: string;
  readonly location: string;
  readonly rows: number;
};

/** What the rows of a sheet say of where they are. */
export type PlacesSaid = {
  readonly sheet: string;
  /** How many could say it. */
  readonly rows: number;
  /** How many say nothing, neither a location nor a token. */
  readonly silent: number;
  /** The locations that rows name. */
  readonly named: readonly string[];
  /** The tokens that the other rows name instead, each with how many here it could be. */
  readonly tokens: readonly {
    readonly name: string;
    readonly matches: number;
    readonly rows: number;
  }[];
};

/** A location that is not here yet. */
export type NewPlace = {
  readonly name: string;
  /** Whether its name is the number that Apple has for it: that is misspelt by nobody. */
  readonly isNumber: boolean;
  /** The sheets with rows at it. */
  readonly sheets: readonly string[];
};

/** How many people who are named by rows without a location are here at one. */
export type KnownAt = { readonly place: Place; readonly rows: number };

/**
 * A sheet with rows that do not say where they are, the locations it names that are not here, and
 * those at which people of it are.
 */
export type AskedSheet = Omit<PlacesSaid, 'named'> & {
  readonly unknown: readonly string[];
  readonly knownAt: readonly KnownAt[];
};

/** The dry run: what each row ends as, and what would be written. */
export type ListPlan = {
  readonly rows: readonly PlannedListRow[];
  readonly counts: RowCounts;
  readonly apps: readonly RecordPlan<VolumeAppData>[];
  readonly users: readonly RecordPlan<VolumeUserData>[];
  readonly licences: readonly LicencePlan[];
  readonly installs: readonly InstallPlan[];
  readonly tokens: readonly TokenPlan[];
  readonly deployments: readonly DeploymentPlan[];
  /** Assigned licences that a whole list no longer names. */
  readonly gone: readonly string[];
  /** How many rows have the current counts with a later date: only their age is written. */
  readonly confirmed: number;
  /**
   * Locations that are not here yet: one whose name is only misspelt would make a second app of
   * each.
   */
  readonly newPlaces: readonly NewPlace[];
  /** Sheets with rows that say no location, where there are several tokens: the user may say which. */
  readonly asksPlace: readonly AskedSheet[];
  /** By sheet: those with the same mark are asked about together. */
  readonly marks: ReadonlyMap<string, SheetMark>;
  /** If a list of installations does not name its app: the apps that it may be about. */
  readonly asksApp: readonly AppMatch[];
  /** Sheets of which nothing can be taken before their apps are here: nothing is asked of them. */
  readonly unknownApps: readonly UnknownApps[];
};

/** A sheet whose rows all know their app by a name that is nowhere; none where they name none. */
export type UnknownApps = { readonly sheet: string; readonly names: readonly string[] };

/** What tells the rows of a sheet from those of others: of its own file, and of all files. */
export type SheetMark = { readonly inFile: string; readonly inAll: string };
