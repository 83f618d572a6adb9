import type { Instant } from '#core/day/instant.ts';
import type { GroupAssignment } from './graph-assignments.ts';
import type { GraphToken } from './graph-lists.ts';
import type { HoldingField, InstallField, LicenceField, PersonField } from './fields.ts';
import type { HoldingLine } from './people/holding-rows.ts';
import type { PersonLine } from './people/person-rows.ts';
import type { InstallLine } from './install-rows.ts';
import type { LicenceLine } from '#programmes/apple-licences/rules/licence/licence-line.ts';
import type {
  LicenceAssignment,
  LicenceUser,
  LocationConfig,
} from '#programmes/apple-licences/rules/api/location-records.ts';
import type { MeantTwice } from '#core/import/tables/meant-twice.ts';
import type { Stands } from '#core/import/tables/row-stands.ts';
import type { ListRowNote, ListRowReason } from '#programmes/apple-licences/rules/row-reason.ts';

/** What the rows of a list are. */
export type ListKind =
  | 'apps'
  | 'assignments'
  | 'users'
  | 'location'
  | 'installs'
  | 'tokens'
  | 'deployments';

/** Whose answer was saved. */
export type SavedFrom = 'apple' | 'graph' | 'intune' | 'jamf';

/** One column of a list with the meaning it has now. */
export type ListColumn = {
  readonly index: number;
  readonly heading: string;
  readonly field: LicenceField | InstallField | PersonField | HoldingField | '';
  /** How many rows have something in it. */
  readonly filled: number;
  /** The first different values; none where the column may hold codes. */
  readonly samples: readonly string[];
  readonly secret: boolean;
};

/**
 * A list without its rows: what can be shown. A saved page has no columns: it says itself what it
 * holds.
 */
export type ListOutline = {
  readonly name: string;
  readonly kind: ListKind;
  /** Whose answer it is; undefined for a sheet with columns. */
  readonly from?: SavedFrom;
  /** 1-based row of the headings; 0 when there are none. */
  readonly headerRow: number;
  readonly needsMapping: boolean;
  /** Two columns that mean one thing and differ. */
  readonly twice?: MeantTwice | undefined;
  /** Someone said what it is. */
  readonly isSaid: boolean;
  readonly columns: readonly ListColumn[];
  readonly rowCount: number;
};

type Where = { readonly sheet: string; readonly row: number };

/** Additional facts from the systems that provide more. */
export type AppFacts = {
  readonly isDeviceAssignable?: boolean | undefined;
  readonly isRevocable?: boolean | undefined;
  /** The token that the licences come from, as Intune names it. */
  readonly token?: { readonly organizationName: string; readonly appleId: string } | undefined;
};

/** What a row brings. `locationId` is the library's `uId`, or '' when the list does not say. */
export type ListValue = Where & {
  readonly outcome: 'value';
  readonly locationId: string;
  readonly notes: readonly ListRowNote[];
} & (
    | { readonly is: 'app'; readonly line: LicenceLine; readonly facts: AppFacts }
    | { readonly is: 'assignment'; readonly assignment: LicenceAssignment }
    | {
        readonly is: 'user';
        readonly user: LicenceUser;
        /** When Apple said so; '' where nothing says when. */
        readonly given?: Instant;
      }
    | { readonly is: 'location'; readonly config: LocationConfig }
    | { readonly is: 'install'; readonly line: InstallLine }
    | { readonly is: 'person'; readonly line: PersonLine }
    | { readonly is: 'holding'; readonly line: HoldingLine }
    | { readonly is: 'token'; readonly token: GraphToken }
    | {
        readonly is: 'deployment';
        readonly line: LicenceLine;
        readonly facts: AppFacts;
        readonly assignment: GroupAssignment;
      }
  );

/** A row that cannot be taken, and why. */
export type UnreadableListRow = Where & {
  readonly outcome: 'unreadable';
  readonly reason: ListRowReason;
  readonly params: Readonly<Record<string, string>>;
  /** What it is called, and what stands in it; a saved answer has no cells. */
  readonly called?: string;
  readonly stands?: Stands;
};

/** The result for one row of a list. */
export type ListRow = ListValue | UnreadableListRow;
