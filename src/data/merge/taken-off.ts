import { kindOf } from '#programmes/kinds.ts';
import { isMap } from './fields.ts';

/**
 * The fields of a record without the entries that it names as taken off for good. Where nothing
 * would be left, all stays.
 */
export const withoutTakenOff = (
  kind: string,
  data: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> => {
  const kept = Object.entries(kindOf(kind)?.takenOff ?? {}).flatMap(([field, gone]) => {
    const [entries, names] = [data[field], data[gone]];
    // What a newer version has there may be no map.
    if (!isMap(entries) || !isMap(names)) return [];
    const left = Object.entries(entries).filter(([key]) => !Object.hasOwn(names, key));
    return left.length === 0 ? [] : [[field, Object.fromEntries(left)] as const];
  });
  return { ...data, ...Object.fromEntries(kept) };
};
