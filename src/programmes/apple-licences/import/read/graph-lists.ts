import * as z from '#core/schema.ts';
import { ownEntry } from '#core/own-entry.ts';
import { ok, refuse, type Problem, type Result } from '#core/result.ts';
import { adamIdOfAddress } from '#programmes/apple-licences/rules/app/adam-id.ts';
import { isJsonObject } from '#programmes/apple-licences/rules/api/json-object.ts';
import { assignmentsOf, type GraphAssignment } from './graph-assignments.ts';
import {
  callThem,
  kindOfRecord,
  readContext,
  spokenType,
  type Given,
  type GraphContext,
  type GraphKind,
} from './graph-kinds.ts';
import { graphAppSchema, graphTokenSchema, isVolumeApp, typeNamed } from './graph-schemas.ts';
import { licencesOf } from './people/graph-licences.ts';
import { statusesOf } from './graph-statuses.ts';
import type { InstallRow } from './install-rows.ts';
import type { HoldingRow } from './people/holding-rows.ts';
import {
  STANDARD_QUALITY,
  type LicenceLine,
} from '#programmes/apple-licences/rules/licence/licence-line.ts';
import type { Instant } from '#core/day/instant.ts';
import { readMoment } from '#programmes/apple-licences/rules/api/written-moment.ts';
import { wrongPlace } from '#programmes/apple-licences/rules/token/wrong-place.ts';

/**
 * A volume-purchased app in Intune. An app under several tokens is here once for each (apple.md
 * §5).
 */
export type GraphApp = LicenceLine & {
  readonly bundleId: string;
  /** The token that the licences come from, as far as Intune names it. */
  readonly token: {
    readonly id: string;
    readonly organizationName: string;
    readonly appleId: string;
  };
  readonly isForUsers?: boolean | undefined;
  readonly isForDevices?: boolean | undefined;
  /** Intune's own id of the app. */
  readonly id: string;
  /** What Intune does with the app for whom, where that was saved along with it. */
  readonly assignments: readonly GraphAssignment[];
};

/** The state of a token in Intune (apple.md §5). */
export type GraphTokenState =
  | 'valid'
  | 'expired'
  | 'invalid'
  | 'other-mdm'
  | 'duplicate'
  | 'unknown';

/** A token in Intune. Its secret is not among it. */
export type GraphToken = {
  readonly id: string;
  readonly displayName: string;
  readonly organizationName: string;
  readonly locationName: string;
  readonly appleId: string;
  readonly accountType: 'business' | 'education' | '';
  /** Two capital letters, or ''. */
  readonly country: string;
  readonly state: GraphTokenState;
  readonly syncStatus: 'none' | 'running' | 'completed' | 'failed' | 'unknown';
  readonly expires?: Instant | undefined;
  readonly lastSynced?: Instant | undefined;
  readonly lastModified?: Instant | undefined;
};

/** A record of a list that is not taken, by its number from 1 on. */
export type SkippedRecord = {
  readonly record: number;
  readonly why: 'not-a-volume-app' | 'adam-id-missing';
};

/**
 * A list of Microsoft Graph as an administrator can save it. Not whole when Graph has more pages of
 * it.
 */
export type GraphList = { readonly isWhole: boolean } & (
  | {
      readonly kind: 'apps';
      readonly apps: readonly GraphApp[];
      readonly skipped: readonly SkippedRecord[];
    }
  | { readonly kind: 'tokens'; readonly tokens: readonly GraphToken[] }
  | {
      readonly kind: 'licences';
      /** Intune's own id of the app that they are of; '' where the list does not say it. */
      readonly app: string;
      readonly rows: readonly HoldingRow[];
    }
  | {
      readonly kind: 'statuses';
      /** Intune's own id of the app that they are of; '' where the list does not say it. */
      readonly app: string;
      readonly rows: readonly InstallRow[];
    }
);

/**
 * Why a list is not taken. `wrong-type` carries the record's number, `graph-error` Graph's own
 * code, and `mixed-list` and `other-list` what the list holds.
 */
export type GraphProblem = Problem<
  | 'not-a-graph-list'
  | 'empty-list'
  | 'graph-error'
  | 'wrong-type'
  | 'mixed-list'
  | 'other-list'
  | 'lists-assignments'
>;

const listSchema = z.looseObject({
  '@odata.context': z.optional(z.string()),
  '@odata.nextLink': z.nullish(z.string()),
  value: z.array(z.record(z.string(), z.unknown())),
});

const errorSchema = z.looseObject({ error: z.looseObject({ code: z.string() }) });

/** Whether a body says itself that Graph gave it. */
export const isOfGraph = (body: unknown): boolean =>
  isJsonObject(body) && ['@odata.context', '@odata.type'].some((key) => Object.hasOwn(body, key));

/**
 * Reads a saved list of apps (`mobileApps`, with their assignments or without), of tokens
 * (`vppTokens`), of who has an app's licences (`assignedLicenses`) or of its installations
 * (`deviceStatuses`, `userStatuses`), or one record of these; which of them it is, its content
 * tells.
 */
export const readGraphList = (body: unknown): Result<GraphList, GraphProblem> => {
  const error = errorSchema.safeParse(body);
  if (error.success)
    return refuse('graph-error', 'error', { code: error.data.error.code.slice(0, 80) });
  const list = listSchema.safeParse(asList(body));
  if (!list.success) return refuse('not-a-graph-list');
  const { value, '@odata.context': address = '', '@odata.nextLink': more } = list.data;
  const isWhole = (more ?? '') === '';
  const context = readContext(address);
  const kind = kindOf(value, context);
  if (!kind.ok) return kind;
  switch (kind.value) {
    case 'tokens': {
      return readTokens(value, isWhole);
    }
    case 'apps': {
      return readApps(value, isWhole);
    }
    case 'licences': {
      return ok({ kind: 'licences', app: context.app, rows: licencesOf(value), isWhole });
    }
    case 'statuses': {
      return ok({ kind: 'statuses', app: context.app, rows: statusesOf(value), isWhole });
    }
    default: {
      // By themselves they do not say of which app they are.
      return refuse('lists-assignments');
    }
  }
};

/** One record that was saved by itself is a list of one. */
const asList = (body: unknown): unknown => {
  if (!isJsonObject(body) || Object.hasOwn(body, 'value')) return body;
  const context = body['@odata.context'];
  const isOne = typeof context === 'string' && readContext(context).isOne;
  return isOne || typeNamed(body) !== '' ? { '@odata.context': context, value: [body] } : body;
};

/**
 * What all records of a list are. In a list of apps there may be any other kind of app, under
 * whatever name.
 */
const kindOf = (
  value: readonly Given[],
  { kind, name }: GraphContext,
): Result<GraphKind, GraphProblem> => {
  const kinds = [...new Set(value.map(kindOfRecord))];
  const known = kinds.filter((one) => one !== undefined);
  const other = value.find(
    (given) => kindOfRecord(given) === undefined && spokenType(given) !== '',
  );
  const [only = kind, ...others] = known;
  if (others.length > 0) return refuse('mixed-list', undefined, { lists: callThem(known) });
  if (other !== undefined && only !== 'apps') {
    const type = spokenType(other);
    return only === undefined
      ? refuse('other-list', undefined, { list: type })
      : refuse('mixed-list', undefined, { lists: `${callThem([only])}, ${type}` });
  }
  if (only !== undefined) return ok(only);
  if (name !== '') return refuse('other-list', undefined, { list: name });
  return refuse(value.length === 0 ? 'empty-list' : 'not-a-graph-list');
};

const readApps = (value: readonly Given[], isWhole: boolean): Result<GraphList, GraphProblem> => {
  const apps: GraphApp[] = [];
  const skipped: SkippedRecord[] = [];
  for (const [at, given] of value.entries()) {
    if (!isVolumeApp(given)) {
      skipped.push({ record: at + 1, why: 'not-a-volume-app' });
      continue;
    }
    const read = graphAppSchema.safeParse(given);
    if (!read.success) return wrongType(wrongPlace(read.error.issues), at);
    const adamId = adamIdOfAddress(read.data.appStoreUrl);
    if (adamId === undefined) skipped.push({ record: at + 1, why: 'adam-id-missing' });
    else apps.push(appOf(read.data, adamId));
  }
  return ok({ kind: 'apps', apps, skipped, isWhole });
};

const appOf = (given: z.output<typeof graphAppSchema>, adamId: string): GraphApp => ({
  source: 'intune',
  location: '',
  adamId,
  pricingParam: STANDARD_QUALITY,
  isPricingGiven: false,
  name: given.displayName,
  productType: 'App',
  bundleId: given.bundleId,
  said: {
    total: given.totalLicenseCount ?? undefined,
    assigned: given.usedLicenseCount ?? undefined,
  },
  token: {
    id: given.vppTokenId,
    organizationName: given.vppTokenOrganizationName,
    appleId: given.vppTokenAppleId,
  },
  isForUsers: given.licensingType?.supportsUserLicensing ?? undefined,
  isForDevices: given.licensingType?.supportsDeviceLicensing ?? undefined,
  id: given.id,
  assignments: assignmentsOf(given.assignments),
});

const readTokens = (value: readonly Given[], isWhole: boolean): Result<GraphList, GraphProblem> => {
  const tokens: GraphToken[] = [];
  for (const [at, given] of value.entries()) {
    const read = graphTokenSchema.safeParse(given);
    if (!read.success) return wrongType(wrongPlace(read.error.issues), at);
    tokens.push(tokenOf(read.data));
  }
  return ok({ kind: 'tokens', tokens, isWhole });
};

const STATES: Readonly<Record<string, GraphTokenState>> = {
  valid: 'valid',
  expired: 'expired',
  invalid: 'invalid',
  assignedToExternalMDM: 'other-mdm',
  duplicateLocationId: 'duplicate',
};

const SYNCS: Readonly<Record<string, GraphToken['syncStatus']>> = {
  none: 'none',
  inProgress: 'running',
  completed: 'completed',
  failed: 'failed',
};

/** Field by field: what is not named here, the secret `token` first of all, is not taken over. */
const tokenOf = (given: z.output<typeof graphTokenSchema>): GraphToken => ({
  id: given.id,
  displayName: given.displayName,
  organizationName: given.organizationName,
  locationName: given.locationName,
  appleId: given.appleId,
  country: given.countryOrRegion.toUpperCase(),
  accountType:
    (['business', 'education'] as const).find((type) => type === given.vppTokenAccountType) ?? '',
  state: ownEntry(STATES, given.state) ?? 'unknown',
  syncStatus: ownEntry(SYNCS, given.lastSyncStatus) ?? 'unknown',
  expires: readMoment(given.expirationDateTime ?? ''),
  lastSynced: readMoment(given.lastSyncDateTime ?? ''),
  lastModified: readMoment(given.lastModifiedDateTime ?? ''),
});

/** Names the place, and nothing of what is there: it may be the secret. */
const wrongType = (
  [field = '']: readonly unknown[],
  at: number,
): { readonly ok: false; readonly problem: GraphProblem } =>
  refuse('wrong-type', String(field), { record: at + 1 });
