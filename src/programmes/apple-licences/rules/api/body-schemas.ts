import * as z from '#core/schema.ts';
import { ownEntry } from '#core/own-entry.ts';
import { count as counted, words } from '#core/record/field-schemas.ts';
import type {
  LicenceAssignment,
  LicenceUser,
  LicenceUserStatus,
  LocationApp,
  LocationConfig,
} from './location-records.ts';
import { readMoment } from './written-moment.ts';

const filled = words.check(z.refine((given) => given !== ''));
const flag = z.optional(z.boolean());
const count = z.optional(counted);
const app = {
  adamId: words.check(z.refine((given) => /^\d+$/.test(given))),
  pricingParam: filled,
};

const assetSchema = z.looseObject({
  ...app,
  productType: z.optional(z.string()),
  supportedPlatforms: z.optional(z.array(z.string())),
  deviceAssignable: flag,
  revocable: flag,
  totalCount: count,
  assignedCount: count,
  availableCount: count,
  retiredCount: count,
});

const assignmentSchema = z
  .looseObject({ ...app, serialNumber: z.optional(filled), clientUserId: z.optional(filled) })
  .check(
    z.refine((given) => (given.serialNumber === undefined) !== (given.clientUserId === undefined), {
      path: ['serialNumber'],
    }),
  );

const text = z.optional(words);

const userSchema = z.looseObject({
  clientUserId: filled,
  status: z.string(),
  email: text,
  inviteCode: text,
  idHash: text,
});

/** What every body may say of its token and who holds it. */
export const tokenFields = {
  mdmInfo: z.optional(z.looseObject({ id: words, name: text })),
  tokenExpirationDate: text,
};

const configSchema = z.looseObject({
  uId: filled,
  locationName: text,
  countryISO2ACode: text,
  defaultPlatform: text,
  ...tokenFields,
});

/** The token's holder and expiry of a body. */
export const tokenFacts = (body: {
  readonly mdmInfo?: { readonly id: string; readonly name?: string | undefined } | undefined;
  readonly tokenExpirationDate?: string | undefined;
}): Pick<LocationConfig, 'holder' | 'tokenExpires'> => {
  const { mdmInfo, tokenExpirationDate } = body;
  const tokenExpires = readMoment(tokenExpirationDate ?? '');
  return {
    ...(mdmInfo === undefined ? {} : { holder: { id: mdmInfo.id, name: mdmInfo.name ?? '' } }),
    ...(tokenExpires === undefined ? {} : { tokenExpires }),
  };
};

const appOf = (asset: z.output<typeof assetSchema>, unlimited?: true): LocationApp => ({
  adamId: asset.adamId,
  pricingParam: asset.pricingParam,
  productType: asset.productType ?? '',
  isDeviceAssignable: asset.deviceAssignable,
  isRevocable: asset.revocable,
  platforms: asset.supportedPlatforms ?? [],
  said: {
    total: asset.totalCount,
    assigned: asset.assignedCount,
    available: asset.availableCount,
    retired: asset.retiredCount,
    unlimited,
  },
});

const assignmentOf = (given: z.output<typeof assignmentSchema>): LicenceAssignment => ({
  adamId: given.adamId,
  pricingParam: given.pricingParam,
  to:
    given.serialNumber === undefined
      ? { kind: 'user', clientUserId: given.clientUserId ?? '' }
      : { kind: 'device', serialNumber: given.serialNumber },
});

const STATUSES: readonly LicenceUserStatus[] = ['registered', 'associated', 'retired', 'deleted'];

const userOf = ({
  clientUserId,
  status,
  email,
  inviteCode,
  idHash,
}: z.output<typeof userSchema>): LicenceUser => ({
  clientUserId,
  status: STATUSES.find((known) => known === status.toLowerCase()) ?? 'unknown',
  email: email ?? '',
  inviteCode: inviteCode ?? '',
  idHash: idHash ?? '',
});

const PLATFORMS: Readonly<Record<string, LocationConfig['accountType']>> = {
  enterprisestore: 'business',
  volumestore: 'education',
};

const configOf = (body: z.output<typeof configSchema>): LocationConfig => ({
  uId: body.uId,
  locationName: body.locationName ?? '',
  country: body.countryISO2ACode ?? '',
  accountType: ownEntry(PLATFORMS, body.defaultPlatform ?? '') ?? '',
  ...tokenFacts(body),
});

/**
 * How each body is read: the lists in it, and what becomes of a record in them. A location's config
 * is its own record.
 */
export const bodySchemas = {
  assets: z.pipe(
    z.looseObject({
      assets: z.optional(z.array(assetSchema)),
      unlimitedAssets: z.optional(z.array(assetSchema)),
    }),
    z.transform(({ assets = [], unlimitedAssets = [] }): LocationApp[] => [
      ...assets.map((asset) => appOf(asset)),
      // Asked for with `unlimited=true`, what has no limit comes in a list of its own (apple.md
      // §2.3).
      ...unlimitedAssets.map((asset) => appOf(asset, true)),
    ]),
  ),
  assignments: z.pipe(
    z.looseObject({ assignments: z.array(assignmentSchema) }),
    z.transform(({ assignments }): LicenceAssignment[] => assignments.map(assignmentOf)),
  ),
  users: z.pipe(
    z.looseObject({ users: z.array(userSchema) }),
    z.transform(({ users }): LicenceUser[] => users.map(userOf)),
  ),
  'client-config': z.pipe(
    configSchema,
    z.transform((body): LocationConfig[] => [configOf(body)]),
  ),
};
