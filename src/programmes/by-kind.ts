import type { ByKind } from './kinds.ts';

/** What all of them say of kinds of records, in one table by kind. */
export const byKind = <One, Said>(
  all: readonly One[],
  says: (one: One) => ByKind<Said> | undefined,
): ByKind<Said> => all.reduce<ByKind<Said>>((table, one) => ({ ...table, ...says(one) }), {});
