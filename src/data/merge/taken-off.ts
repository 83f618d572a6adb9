import { kindOf } from '#domain/kinds.ts';

/** The fields of a record without the entries that it names as taken off for good. Where nothing would be left, all stays. */
export const withoutTakenOff = (
  kind: string,
  data: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> => {
  const kept = Object.entries(kindOf(kind)?.takenOff ?? {}).flatMap(([field, gone]) => {
    const all = Object.entries((data[field] ?? {}) as object) as [string, unknown][];
    const left = all.filter(([key]) => !Object.hasOwn((data[gone] ?? {}) as object, key));
    return left.length === 0 ? [] : [[field, Object.fromEntries(left)] as const];
  });
  return { ...data, ...Object.fromEntries(kept) };
};
