import type { EndedRows, EndedSheet, ImportRunData, RowCell } from './import-run.ts';
import type { BareRow, RowOutcome, RowWhy } from './planned-row.ts';

/**
 * What became of a row of a file: how it ended and why, and the record it led to. What stood in it
 * is not kept (A5).
 */
export type EndedRow = {
  readonly sheet: string;
  readonly row: number;
  readonly outcome: RowOutcome;
  /** The code of the reason; '' where it has none. */
  readonly why: string;
  /** The row that the reason is about: the one that this one repeats. */
  readonly of?: { readonly sheet: string; readonly row: number };
  /** The cell of the row that the reason is about; absent where none is known. */
  readonly cell?: RowCell;
  /** Id of the record that the row led to; '' where none is known. */
  readonly parent: string;
};

/**
 * Of rows that wrote nothing, so many records are named: more than that would be the better part of
 * an import's record, and come with every file again.
 */
const MOST_NAMED = 1000;

/** The most rows that are read out of a record; few files together have more (`data/import/read/limits.ts`). */
const MOST_ROWS = 1_000_000;

const MARKS: Readonly<Record<RowOutcome, string>> = {
  new: 'N',
  changed: 'C',
  same: 'S',
  duplicate: 'D',
  unreadable: 'U',
};
const OUTCOMES = new Map(
  (Object.keys(MARKS) as RowOutcome[]).map((outcome) => [MARKS[outcome], outcome]),
);

/**
 * Rows that follow each other and end alike are one entry: how many row numbers are left out before
 * it (`+`, `-` where it goes back), its outcome with the place of its reason, how far back the row
 * is that it repeats (`=`, and its sheet after `/` where that is another), its record (`@`), and
 * how many such rows there are, all of one record (`*`) or each of the next one (`~`). Numbers are
 * in base 36.
 */
const ENTRY =
  /([+-][\da-z]+)?([A-Z])([\da-z]+)?(?:=(-?[\da-z]+)(?:\/([\da-z]+))?)?(?:@([\da-z]+))?(?:([*~])([\da-z]+))?/g;

const short = (count: number): string => count.toString(36);
const long = (written: string | undefined): number =>
  written === undefined ? 0 : Number.parseInt(written, 36);

/** The records that an import's record names anyway, in the order in which it does. */
const namedBy = ({ created, restored, changed, parents }: NamedBy): string[] => [
  ...created,
  ...restored,
  ...changed.map(({ id }) => id),
  ...parents,
];

type NamedBy = Pick<ImportRunData, 'created' | 'restored' | 'changed' | 'parents'>;

/** What became of rows, to be kept beside the records that the import's record names. */
export const endedRows = (rows: readonly BareRow[], run: NamedBy): EndedRows => {
  const bySheet = new Map<string, BareRow[]>();
  for (const row of rows) {
    const others = bySheet.get(row.sheet);
    if (others === undefined) bySheet.set(row.sheet, [row]);
    else others.push(row);
  }
  const names = [...bySheet.keys()];
  const places = new Map<string, number>();
  for (const id of namedBy(run)) if (!places.has(id)) places.set(id, places.size);
  const ofRun = places.size;
  const records: string[] = [];
  for (const { parent } of rows) {
    if (parent === '' || places.has(parent) || records.length === MOST_NAMED) continue;
    places.set(parent, ofRun + records.length);
    records.push(parent);
  }
  const sheets = names.map((name): EndedSheet => {
    const reasons = new Reasons();
    const lines = (bySheet.get(name) ?? []).map((row) => inNumbers(row, reasons, places, names));
    const { codes, cells } = reasons;
    return { name, reasons: codes, ...(cells.length > 0 ? { cells } : {}), rows: inShort(lines) };
  });
  return { sheets, records };
};

/** The reasons of a sheet's rows, each with the cell that it is about, in the order they came. */
class Reasons {
  readonly #places = new Map<string, number>();
  readonly codes: string[] = [];
  readonly cells: (RowCell & { readonly why: number })[] = [];

  placeOf({ code }: RowWhy, cell: RowCell | undefined): number {
    const key = `${code} ${cell?.at ?? ''}`;
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    const why = this.codes.length;
    this.#places.set(key, why);
    this.codes.push(code);
    if (cell !== undefined) this.cells.push({ why, at: cell.at, heading: cell.heading });
    return why;
  }
}

type Line = {
  readonly row: number;
  /** Outcome, reason and the row that is repeated. */
  readonly ending: string;
  /** The place of its record; below 0 where it has none. */
  readonly place: number;
};

const inNumbers = (
  { sheet, row, outcome, why, cell, parent }: BareRow,
  reasons: Reasons,
  places: ReadonlyMap<string, number>,
  names: readonly string[],
): Line => {
  const place = places.get(parent) ?? -1;
  if (why === undefined) return { row, ending: MARKS[outcome], place };
  const ending = `${MARKS[outcome]}${short(reasons.placeOf(why, cell))}`;
  const of = why.params?.row;
  if (typeof of !== 'number') return { row, ending, place };
  const ofSheet = names.indexOf(String(why.params?.sheet ?? sheet));
  const isAnother = ofSheet >= 0 && names[ofSheet] !== sheet;
  const back = `=${short(row - of)}${isAnother ? `/${short(ofSheet)}` : ''}`;
  return { row, ending: ending + back, place };
};

const inShort = (lines: readonly Line[]): string => {
  const entries: string[] = [];
  let next = 1;
  for (let at = 0; at < lines.length;) {
    const first = lines[at] as Line;
    const step = stepAfter(first, lines[at + 1]);
    let count = 1;
    while (step !== undefined && isNext(first, count, step, lines[at + count])) count += 1;
    const gap = first.row - next;
    if (gap !== 0) entries.push(gap > 0 ? '+' : '-', short(Math.abs(gap)));
    entries.push(first.ending);
    if (first.place >= 0) entries.push('@', short(first.place));
    if (count > 1) entries.push(step === 1 ? '~' : '*', short(count));
    at += count;
    next = first.row + count;
  }
  return entries.join('');
};

/** How a row's record follows on the one before it; undefined where it does not. */
const stepAfter = ({ place }: Line, next: Line | undefined): 0 | 1 | undefined => {
  if (next?.place === place) return 0;
  return place >= 0 && next?.place === place + 1 ? 1 : undefined;
};

const isNext = (first: Line, count: number, step: 0 | 1, line: Line | undefined): boolean =>
  line !== undefined &&
  line.row === first.row + count &&
  line.ending === first.ending &&
  line.place === first.place + step * count;

/** What became of each row of an import, sheet by sheet; undefined of one that kept none of it. */
export const rowsThatEnded = (
  run: NamedBy & Pick<ImportRunData, 'ended'>,
): readonly EndedRow[] | undefined => {
  if (run.ended === undefined) return undefined;
  const { sheets, records } = run.ended;
  const places = [...new Set(namedBy(run)), ...records];
  const names = sheets.map(({ name }) => name);
  const rows: EndedRow[] = [];
  for (const sheet of sheets) rowsInto(rows, sheet, places, names);
  return rows;
};

const rowsInto = (
  rows: EndedRow[],
  { name, reasons, cells = [], rows: text }: EndedSheet,
  places: readonly string[],
  names: readonly string[],
): void => {
  const cellOf = new Map(cells.map(({ why, at, heading }) => [why, { at, heading }]));
  let next = 1;
  for (const [, gap, mark = '', why, back, sheet, place, way, times] of text.matchAll(ENTRY)) {
    // A version to come may know more ways to end.
    const outcome = OUTCOMES.get(mark) ?? 'same';
    const row = next + long(gap);
    const count = times === undefined ? 1 : long(times);
    const cell = why === undefined ? undefined : cellOf.get(long(why));
    for (let at = 0; at < count && rows.length < MOST_ROWS; at += 1) {
      const record = place === undefined ? -1 : long(place) + (way === '~' ? at : 0);
      const ended: EndedRow = {
        sheet: name,
        row: row + at,
        outcome,
        why: why === undefined ? '' : (reasons[long(why)] ?? ''),
        ...(cell === undefined ? {} : { cell }),
        parent: places[record] ?? '',
      };
      const ofSheet = sheet === undefined ? name : (names[long(sheet)] ?? name);
      rows.push(
        back === undefined
          ? ended
          : { ...ended, of: { sheet: ofSheet, row: row + at - long(back) } },
      );
    }
    next = row + count;
  }
};
