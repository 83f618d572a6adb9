import * as z from '#core/schema.ts';
import { ownEntry } from '#core/own-entry.ts';
import { ok, refuse, type Problem, type Result } from '#core/result.ts';
import { adamIdOfAddress } from '#programmes/apple-licences/rules/app/adam-id.ts';
import { graphAppSchema, graphTokenSchema, isVolumeApp, typeNamed } from './graph-schemas.ts';
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
};

/** The state of a token in Intune (apple.md §5). */
export type GraphTokenState =
  'valid' | 'expired' | 'invalid' | 'other-mdm' | 'duplicate' | 'unknown';

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
);

/**
 * Why a list is not taken. `wrong-type` carries the record's number, `graph-error` Graph's own
 * code.
 */
export type GraphProblem = Problem<
  'not-a-graph-list' | 'empty-list' | 'graph-error' | 'wrong-type'
>;

const listSchema = z.looseObject({
  '@odata.context': z.optional(z.string()),
  '@odata.nextLink': z.nullish(z.string()),
  value: z.array(z.record(z.string(), z.unknown())),
});

const errorSchema = z.looseObject({ error: z.looseObject({ code: z.string() }) });

/**
 * Reads a saved list of apps (`mobileApps`) or of tokens (`vppTokens`); which of the two it is, its
 * content tells.
 */
export const readGraphList = (body: unknown): Result<GraphList, GraphProblem> => {
  const error = errorSchema.safeParse(body);
  if (error.success)
    return refuse('graph-error', 'error', { code: error.data.error.code.slice(0, 80) });
  const list = listSchema.safeParse(body);
  if (!list.success) return refuse('not-a-graph-list');
  const { value, '@odata.context': context = '', '@odata.nextLink': more } = list.data;
  const isWhole = (more ?? '') === '';
  if (value.some(isToken) || /vppTokens/i.test(context)) return readTokens(value, isWhole);
  if (value.some(isApp) || /mobileApps/i.test(context)) return readApps(value, isWhole);
  return refuse(value.length === 0 ? 'empty-list' : 'not-a-graph-list');
};

type Given = Readonly<Record<string, unknown>>;

const isToken = (given: Given): boolean =>
  typeNamed(given).endsWith('.vppToken') || ('expirationDateTime' in given && 'state' in given);

const isApp = (given: Given): boolean =>
  /App$/i.test(typeNamed(given)) || 'appStoreUrl' in given || 'totalLicenseCount' in given;

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
