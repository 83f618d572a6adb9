import * as z from '#core/schema.ts';
import { words } from '#core/record/field-schemas.ts';
import type { Day } from '#core/day/day.ts';
import type { Kind } from '#core/record/kind.ts';
import type { VolymRecord } from '#core/record/record.ts';

/** Someone who works in this workspace. */
export type PersonData = {
  readonly v: number;
  readonly name: string;
  /**
   * The keyring's wraps that they opened on a device of theirs: id → the day they first did. Says
   * nothing of any secret.
   */
  readonly opened?: Readonly<Record<string, Day>> | undefined;
  /** False where someone decided that they do not open codes (X18). */
  readonly mayOpenCodes?: boolean | undefined;
};

/** The record of a person, whose id orders name as `owner` and steps as `by`. */
export type Person = VolymRecord<PersonData>;

/** Up to two letters to represent a name in a row ("Sara Lindholm" → "SL"). */
export const initialsOf = (name: string): string => {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return letters
    .map((word) => [...(word ?? '')][0] ?? '')
    .join('')
    .toLocaleUpperCase();
};

/** A person of the workspace. */
export const person: Kind<PersonData, 'workspace'> = {
  id: 'person',
  programme: 'workspace',
  schema: z.looseObject({
    v: z.number(),
    name: words,
    opened: z.optional(z.record(z.string(), words)),
    mayOpenCodes: z.optional(z.boolean()),
  }),
  version: 1,
  upgrade: (data) => data,
  title: ({ data }) => ({ text: data.name }),
  deadlines: () => [],
  secretFields: [],
  // The app notes it by itself, each device on its own.
  fieldsWithoutHistory: ['opened'],
  entryFields: ['opened'],
  // The later of two decisions holds; both are in the history.
  neverAsked: ['mayOpenCodes'],
};
