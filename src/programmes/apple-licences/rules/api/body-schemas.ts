import * as s from 'valibot';
import { ownEntry } from '#core/own-entry.ts';
import { count as counted, fieldsOf, words } from '#core/record/shape.ts';
import type {
  LicenceAssignment,
  LicenceUser,
  LicenceUserStatus,
  LocationApp,
  LocationConfig,
} from './location-records.ts';
import { readMoment } from './written-moment.ts';

const filled = s.pipe(
  words,
  s.check((given) => given !== ''),
);
const flag = s.optional(s.boolean());
const count = s.optional(counted);
const app = {
  adamId: s.pipe(
    words,
    s.check((given) => /^\d+$/.test(given)),
  ),
  pricingParam: filled,
};

const assetSchema = fieldsOf({
  ...app,
  productType: s.optional(s.string()),
  supportedPlatforms: s.optional(s.array(s.string())),
  deviceAssignable: flag,
  revocable: flag,
  totalCount: count,
  assignedCount: count,
  availableCount: count,
  retiredCount: count,
});

const assignmentSchema = s.pipe(
  fieldsOf({ ...app, serialNumber: s.optional(filled), clientUserId: s.optional(filled) }),
  s.forward(
    s.check((given) => (given.serialNumber === undefined) !== (given.clientUserId === undefined)),
    ['serialNumber'],
  ),
);

const text = s.optional(words);

const userSchema = fieldsOf({
  clientUserId: filled,
  status: s.string(),
  email: text,
  inviteCode: text,
  idHash: text,
});

/** What every body may say of its token and who holds it. */
export const tokenFields = {
  mdmInfo: s.optional(fieldsOf({ id: words, name: text })),
  tokenExpirationDate: text,
};

const configSchema = fieldsOf({
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

const appOf = (asset: s.InferOutput<typeof assetSchema>, unlimited?: true): LocationApp => ({
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

const assignmentOf = (given: s.InferOutput<typeof assignmentSchema>): LicenceAssignment => ({
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
}: s.InferOutput<typeof userSchema>): LicenceUser => ({
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

const configOf = (body: s.InferOutput<typeof configSchema>): LocationConfig => ({
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
  assets: s.pipe(
    fieldsOf({
      assets: s.optional(s.array(assetSchema)),
      unlimitedAssets: s.optional(s.array(assetSchema)),
    }),
    s.transform(({ assets = [], unlimitedAssets = [] }): LocationApp[] => [
      ...assets.map((asset) => appOf(asset)),
      // Asked for with `unlimited=true`, what has no limit comes in a list of its own (apple.md
      // §2.3).
      ...unlimitedAssets.map((asset) => appOf(asset, true)),
    ]),
  ),
  assignments: s.pipe(
    fieldsOf({ assignments: s.array(assignmentSchema) }),
    s.transform(({ assignments }): LicenceAssignment[] => assignments.map(assignmentOf)),
  ),
  users: s.pipe(
    fieldsOf({ users: s.array(userSchema) }),
    s.transform(({ users }): LicenceUser[] => users.map(userOf)),
  ),
  'client-config': s.pipe(
    configSchema,
    s.transform((body): LocationConfig[] => [configOf(body)]),
  ),
};
