import * as z from 'zod/mini';
import type { Kind } from '../kind.ts';
import type { VolymRecord } from '../record.ts';

/** Someone who works in this workspace. */
export type PersonData = { readonly v: number; readonly name: string };

/** The record of a person, whose id orders name as `owner` and steps as `by`. */
export type Person = VolymRecord<PersonData>;

/** Up to two letters that stand for a name in a row ("Sara Lindholm" → "SL"). */
export const initialsOf = (name: string): string => {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return letters
    .map((word) => [...(word ?? '')][0] ?? '')
    .join('')
    .toLocaleUpperCase();
};

/** A person of the workspace. */
export const person: Kind<PersonData> = {
  id: 'person',
  programme: 'workspace',
  schema: z.looseObject({ v: z.number(), name: z.string() }),
  version: 1,
  upgrade: (data) => data,
  title: ({ data }) => ({ text: data.name }),
  status: () => 'kept',
  deadlines: () => [],
  search: ({ data }) => [data.name],
  secretFields: [],
};
