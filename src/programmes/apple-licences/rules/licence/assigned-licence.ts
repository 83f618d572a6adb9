import * as z from '#core/schema.ts';
import { moment, text, words } from '#core/record/field-schemas.ts';
import type { Kind } from '#core/record/kind.ts';
import { originSchema, type Origin } from '#core/record/origin.ts';
import type { VolymRecord } from '#core/record/record.ts';
import { STEPS_FOR_YEARS } from '#core/record/step.ts';
import { INSTALL_STATES, type InstallState } from '../install/install-status.ts';
import { factSourceFields, type FactSource } from '../sync/fact-source.ts';

/**
 * Content of a licence that a user or a device has; it is under its app. Apple gives it no id of
 * its own (apple.md §2.1).
 */
export type AssignedLicenceData = {
  readonly v: number;
  readonly to: 'user' | 'device';
  /** `clientUserId` or serial number. */
  readonly target: string;
  /** The user's or device's name as it is shown; '' when only the target is known. */
  readonly name: string;
  /** Id of the user's record, or ''. */
  readonly user: string;
  /** The state of the installation, according to the last source or person (B13). */
  readonly install?:
    | (FactSource & {
        readonly state: InstallState;
        readonly code: string;
        /**
         * The devices that lists named, by serial number in capitals; a name is '' where none gave
         * one.
         */
        readonly devices?: Readonly<Record<string, string>> | undefined;
        /**
         * When those got their names that the newest list did not name, in ms; the others got
         * theirs `at`.
         */
        readonly namedAt?: Readonly<Record<string, number>> | undefined;
      })
    | undefined;
  readonly origin?: Origin | undefined;
};

/**
 * The record of a licence in someone's hands; its steps tell of uninstalling and of its way back.
 */
export type AssignedLicence = VolymRecord<AssignedLicenceData>;

const schema = z.looseObject({
  v: z.number(),
  to: z._default(z.enum(['user', 'device']), 'user'),
  target: text,
  name: text,
  user: text,
  install: z.optional(
    z.looseObject({
      ...factSourceFields,
      state: z.enum(INSTALL_STATES),
      code: text,
      devices: z.optional(z.record(z.string(), words)),
      namedAt: z.optional(z.record(z.string(), moment)),
    }),
  ),
  origin: originSchema,
});

/** A licence assigned to a user or a device. */
export const assignedLicence: Kind<AssignedLicenceData, 'apple-licences'> = {
  id: 'assigned-licence',
  programme: 'apple-licences',
  schema,
  version: 1,
  upgrade: (data) => data,
  title: ({ data }) => ({ text: data.name || data.target }),
  deadlines: () => [],
  mostSteps: STEPS_FOR_YEARS,
  secretFields: [],
  fieldsWithoutHistory: ['install'],
  neverAsked: ['to', 'target', 'name', 'user', 'origin'],
};
