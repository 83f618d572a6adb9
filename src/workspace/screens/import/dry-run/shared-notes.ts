import { isVipRow, type AnyRow, type AnyNote } from './row-words.ts';

/**
 * A note that many rows have: one of those rows, its note without what each of them tells itself,
 * and how many have it.
 */
export type SharedNote = {
  readonly key: string;
  readonly row: AnyRow;
  readonly note: AnyNote;
  readonly count: number;
};

/** From so many rows on a note is told once, where more than half of the rows have it. */
const MANY = 3;

/** Notes that name the day which their row tells as its own. */
const OF_OWN_DAY: ReadonlySet<string> = new Set(['counts-from-deployment']);

/** A note without what only its own row says. */
const bare = (note: AnyNote, row: AnyRow): AnyNote =>
  typeof note !== 'string' &&
  OF_OWN_DAY.has(note.code) &&
  isVipRow(row) &&
  note.params?.day === row.day
    ? { code: note.code }
    : note;

const keyOf = (note: AnyNote, row: AnyRow): string => JSON.stringify(bare(note, row));

/**
 * The notes that stand above rows instead of in each of them. A row that is not read says only why.
 */
export const sharedNotes = (rows: readonly AnyRow[]): readonly SharedNote[] => {
  const found = new Map<string, SharedNote>();
  for (const row of rows) {
    if (row.outcome === 'unreadable') continue;
    for (const note of row.notes) {
      const key = keyOf(note, row);
      const { count = 0 } = found.get(key) ?? {};
      found.set(key, { key, row, note: bare(note, row), count: count + 1 });
    }
  }
  return [...found.values()].filter(({ count }) => count >= MANY && count * 2 > rows.length);
};

/** What notes are told apart by. */
export const keysOf = (notes: readonly SharedNote[]): ReadonlySet<string> =>
  new Set(notes.map(({ key }) => key));

/** A row without the notes that are told above it. */
export const withoutNotes = (row: AnyRow, told: ReadonlySet<string>): AnyRow =>
  told.size === 0
    ? row
    : ({
        ...row,
        notes: (row.notes as readonly AnyNote[]).filter((note) => !told.has(keyOf(note, row))),
      } as AnyRow);
