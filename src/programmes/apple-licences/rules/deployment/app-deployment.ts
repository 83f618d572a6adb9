import * as z from '#core/schema.ts';
import { text, words } from '#core/record/field-schemas.ts';
import type { Kind } from '#core/record/kind.ts';
import { originSchema, type Origin } from '#core/record/origin.ts';
import type { VolymRecord } from '#core/record/record.ts';
import { STEPS_FOR_YEARS } from '#core/record/step.ts';
import { accounts2016 } from '../editions.ts';

/** What a deployment does with the app (seed 001: "obligatorisk", "avinstallera"). */
export const INTENTS = ['required', 'available', 'uninstall'] as const;

/** What a deployment does with the app. */
export type Intent = (typeof INTENTS)[number];

/** Content of a deployment; it is under its app. */
export type AppDeploymentData = {
  readonly v: number;
  /** Its name on the screen: usually that of the group. */
  readonly name: string;
  /** The group it goes to (`VolumeUserData.group`), or '' when it goes to the users named. */
  readonly group: string;
  /**
   * Users by record id: their names. They are asked in this order of names where licences run out.
   */
  readonly users: Readonly<Record<string, string>>;
  readonly intent: Intent;
  /** Edition of the accounts rule it was made under: the one of 2016 knows users alone. */
  readonly edition: string;
  /** Person id. */
  readonly owner: string;
  readonly origin?: Origin | undefined;
};

/** The record of a deployment; what was changed in it when are its steps. */
export type AppDeployment = VolymRecord<AppDeploymentData>;

const schema = z.looseObject({
  v: z.number(),
  name: text,
  group: text,
  users: z._default(z.record(z.string(), words), {}),
  intent: z._default(z.enum(INTENTS), 'available'),
  edition: z._default(words, accounts2016.id),
  owner: text,
  origin: originSchema,
});

/** A deployment of an app to users or a group (seed 001: "distribution"). */
export const appDeployment: Kind<AppDeploymentData, 'apple-licences'> = {
  id: 'app-deployment',
  programme: 'apple-licences',
  schema,
  version: 1,
  upgrade: (data) => data,
  title: ({ data }) => ({ text: data.name || data.group }),
  deadlines: () => [],
  mostSteps: STEPS_FOR_YEARS,
  secretFields: [],
  entryFields: ['users'],
  neverAsked: ['edition', 'owner', 'origin'],
};
