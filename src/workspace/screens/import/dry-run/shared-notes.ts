import type { Importing, Line, Note } from '../importing.ts';

/**
 * A note that many rows have: one of those rows, its note without what each of them tells itself,
 * on which sheets such rows are, and how many have it.
 */
export type SharedNote = {
  readonly key: string;
  readonly row: Line;
  readonly note: Note;
  readonly sheets: readonly string[];
  readonly count: number;
};

/** From this many rows on, a note is shown once if more than half of the rows have it. */
const MANY = 3;

/** What a note is without what its own row says anyway, as the programme of the rows has it. */
type Bare = Pick<Importing, 'bareNote'>;

const keyOf = (note: Note, row: Line, of: Bare): string =>
  JSON.stringify(of.bareNote?.(note, row) ?? note);

/**
 * The notes shown above the rows instead of in each of them. A row that is not read only says why.
 */
export const sharedNotes = (rows: readonly Line[], of: Bare): readonly SharedNote[] => {
  const found = new Map<string, SharedNote>();
  for (const row of rows) {
    if (row.outcome === 'unreadable') continue;
    for (const note of row.notes) {
      const key = keyOf(note, row, of);
      const { count = 0, sheets = [] } = found.get(key) ?? {};
      found.set(key, {
        key,
        row,
        note: of.bareNote?.(note, row) ?? note,
        sheets: sheets.includes(row.sheet) ? sheets : [...sheets, row.sheet],
        count: count + 1,
      });
    }
  }
  return [...found.values()].filter(({ count }) => count >= MANY && count * 2 > rows.length);
};

/** The keys that distinguish notes. */
export const keysOf = (notes: readonly SharedNote[]): ReadonlySet<string> =>
  new Set(notes.map(({ key }) => key));

/** A row without the notes that are shown above it. */
export const withoutNotes = (row: Line, shared: ReadonlySet<string>, of: Bare): Line =>
  shared.size === 0
    ? row
    : { ...row, notes: row.notes.filter((note) => !shared.has(keyOf(note, row, of))) };
