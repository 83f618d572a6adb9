/** What all of them say of kinds of records, in one table by kind. */
export const byKind = <One, Said>(
  all: readonly One[],
  says: (one: One) => Readonly<Record<string, Said>> | undefined,
): Readonly<Record<string, Said>> => Object.assign({}, ...all.map(says));
