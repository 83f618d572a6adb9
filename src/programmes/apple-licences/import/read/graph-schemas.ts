import * as z from '#core/schema.ts';
import { instantOf } from '#core/day/instant.ts';
import { count as counted, words } from '#core/record/field-schemas.ts';

/** A text of Graph, which writes null for what it does not know. */
export const text = z.pipe(
  z.nullish(words),
  z.transform((given) => given ?? ''),
);
const flag = z.nullish(z.boolean());
const count = z.nullish(counted);

/** Whether a moment is the start of all days, which is Graph's way to say "never". */
export const isBlankMoment = (written: string): boolean => written.startsWith('0001-');

const isMoment = (written: string): boolean =>
  isBlankMoment(written) || instantOf(written) !== undefined;

const moment = z.nullish(z.string().check(z.refine(isMoment)));

/** The assignments of an app, as Graph gives them along with it (`$expand=assignments`). */
export const graphAssignmentsSchema = z.nullish(
  z.array(
    z.looseObject({
      intent: text,
      target: z.nullish(z.looseObject({ '@odata.type': text, groupId: text })),
    }),
  ),
);

/** A volume-purchased app as Graph gives it (`iosVppApp`; apple.md §3.3). */
export const graphAppSchema = z.looseObject({
  id: text,
  displayName: text,
  bundleId: text,
  appStoreUrl: text,
  usedLicenseCount: count,
  totalLicenseCount: count,
  licensingType: z.nullish(
    z.looseObject({ supportsUserLicensing: flag, supportsDeviceLicensing: flag }),
  ),
  vppTokenId: text,
  vppTokenOrganizationName: text,
  vppTokenAppleId: text,
  assignments: graphAssignmentsSchema,
});

/** A token as Graph gives it (`vppToken`; apple.md §3.3). */
export const graphTokenSchema = z.looseObject({
  id: z.string(),
  displayName: text,
  organizationName: text,
  locationName: text,
  appleId: text,
  vppTokenAccountType: text,
  countryOrRegion: text,
  state: text,
  lastSyncStatus: text,
  expirationDateTime: moment,
  lastSyncDateTime: moment,
  lastModifiedDateTime: moment,
});

/** The type that Graph names in a record, '' when it names none. */
export const typeNamed = ({ '@odata.type': type }: Readonly<Record<string, unknown>>): string =>
  typeof type === 'string' ? type : '';

/**
 * Whether a record of `mobileApps` is a volume-purchased app: by its type, or where the list names
 * none, by its licences.
 */
export const isVolumeApp = (given: Readonly<Record<string, unknown>>): boolean => {
  const type = typeNamed(given);
  return type === ''
    ? typeof given.totalLicenseCount === 'number'
    : /\.(?:ios|macOs)VppApp$/i.test(type);
};
