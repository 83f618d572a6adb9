import { ownEntry } from '../own-entry.ts';
import { isSameValue } from '../record/same-value.ts';
import type { ImportedField } from './import-run.ts';

/** One entry of a map before and after an import; undefined where it was not there. */
export type ImportedEntry = {
  readonly key: string;
  readonly from: unknown;
  readonly to: unknown;
};

type Entries = Readonly<Record<string, unknown>>;

const mapOf = (value: unknown): Entries =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Entries) : {};

/** The entry of a map by its key; undefined where there is none. */
export const entryOf = (map: unknown, key: string): unknown => ownEntry(mapOf(map), key);

/** The entries that a change names. */
export const entriesIn = ({ from, to }: Pick<ImportedField, 'from' | 'to'>): ImportedEntry[] => {
  const [before, after] = [mapOf(from), mapOf(to)];
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].map((key) => ({
    key,
    from: ownEntry(before, key),
    to: ownEntry(after, key),
  }));
};

/** Entries as a change of their map names them. */
export const asEntries = (entries: readonly ImportedEntry[]): ImportedField => {
  const there = (side: 'from' | 'to'): Entries =>
    Object.fromEntries(
      entries.flatMap((entry) => (entry[side] === undefined ? [] : [[entry.key, entry[side]]])),
    );
  return { from: there('from'), to: there('to'), entries: true };
};

/** A map in which each entry that still holds what was expected (`from`) holds what follows it. */
export const withEntries = (map: unknown, entries: readonly ImportedEntry[]): Entries => {
  const next = new Map(Object.entries(mapOf(map)));
  for (const { key, from, to } of entries) {
    if (!isSameValue(next.get(key), from)) continue;
    if (to === undefined) next.delete(key);
    else next.set(key, to);
  }
  return Object.fromEntries(next);
};
