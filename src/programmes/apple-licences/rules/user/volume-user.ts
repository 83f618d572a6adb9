import * as z from '#core/schema.ts';
import { sealed, text } from '#core/record/field-schemas.ts';
import type { Kind } from '#core/record/kind.ts';
import { originSchema, type Origin } from '#core/record/origin.ts';
import type { VolymRecord } from '#core/record/record.ts';
import { STEPS_FOR_YEARS } from '#core/record/step.ts';
import type { Sealed } from '#core/record/sealed.ts';
import type { LicenceUserStatus } from '../api/location-records.ts';
import { factSourceFields, type FactSource } from '../sync/fact-source.ts';

/** Content of a user of a location who licences are given to. Empty strings mean "not given". */
export type VolumeUserData = {
  readonly v: number;
  readonly location: string;
  readonly locationId: string;
  /** The name under which Apple knows the user; the organisation's own. */
  readonly clientUserId: string;
  readonly name: string;
  readonly email: string;
  /** Class, school or department, as the organisation says. */
  readonly group: string;
  /** The user's status according to Apple or a system. */
  readonly said?: (FactSource & { readonly status: LicenceUserStatus }) | undefined;
  /** The code of the invitation, sealed: whoever has it can accept in the user's place. */
  readonly invite?: Sealed | undefined;
  /** Another system made the user: shown, and not taken over (seed 001). */
  readonly isForeign?: boolean | undefined;
  readonly origin?: Origin | undefined;
};

/** The record of a user; invitations and what came of them are its steps. */
export type VolumeUser = VolymRecord<VolumeUserData>;

const schema = z.looseObject({
  v: z.number(),
  location: text,
  locationId: text,
  clientUserId: text,
  name: text,
  email: text,
  group: text,
  said: z.optional(
    z.looseObject({
      ...factSourceFields,
      status: z.enum(['registered', 'associated', 'retired', 'deleted', 'unknown']),
    }),
  ),
  invite: z.optional(sealed),
  isForeign: z.optional(z.boolean()),
  origin: originSchema,
});

/** A user of Apple's volume purchase (seed 001: "VPP-användarkonto"). */
export const volumeUser: Kind<VolumeUserData, 'apple-licences'> = {
  id: 'volume-user',
  programme: 'apple-licences',
  schema,
  version: 1,
  upgrade: (data) => data,
  title: ({ data }) => ({ text: data.name || data.email || data.clientUserId }),
  deadlines: () => [],
  mostSteps: STEPS_FOR_YEARS,
  secretFields: ['invite'],
  fieldsWithoutHistory: ['said'],
  neverAsked: ['location', 'locationId', 'clientUserId', 'isForeign', 'origin'],
};
