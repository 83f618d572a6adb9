import type { ByKind } from './kinds.ts';

/** What all of them say of kinds of records, in one table by kind. */
export const byKind = <Part, Entry>(
  all: readonly Part[],
  says: (part: Part) => ByKind<Entry> | undefined,
): ByKind<Entry> => all.reduce<ByKind<Entry>>((table, part) => ({ ...table, ...says(part) }), {});
