import { NOTHING_HIDDEN, type HiddenParts } from '../hidden-in-xlsx.ts';
import { RECORD, recordsOf, type XlsRecord } from './xls-records.ts';

type Place = { readonly r: number; readonly c: number };

/** Cells that are one to the eye, from the first to the last, both from 0. */
export type MergedCells = { readonly s: Place; readonly e: Place };

/** What a sheet says of its rows, columns and cells beside their values. */
export type SheetParts = HiddenParts & { readonly merged: readonly MergedCells[] };

/** Records of a sheet ([MS-XLS] 2.4.221, 2.4.53, 2.4.168). */
const ROW = 0x0208;
const COLUMNS = 0x007d;
const MERGED = 0x00e5;

/** Of a row, the byte of its flags and the one that says that it has no height; of columns, theirs. */
const ROW_FLAGS_AT = 12;
const HAS_NO_HEIGHT = 0x20;
const COLUMN_FLAGS_AT = 8;
const IS_HIDDEN = 0x01;

/** How many columns a sheet of such a workbook has at most. */
const MOST_COLUMNS = 256;

/** A record of merged cells says how many there are, and then where each begins and ends. */
const MERGED_AT = 2;
const MERGED_BYTES = 8;

/**
 * What is hidden or merged in each sheet of a workbook stream whose records were checked, in the order
 * in which the sheets lie in it. The package does not say what is hidden, and trusts the number of
 * merged cells that a record claims.
 */
export const sheetPartsIn = (stream: Uint8Array): readonly SheetParts[] => {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  const starts: number[] = [];
  const found = new Map<number, ReturnType<typeof newParts>>();
  let [depth, part] = [0, newParts()];
  for (const record of recordsOf(stream)) {
    const { type, at, from, to } = record;
    if (to > stream.length) break;
    if (type === RECORD.boundSheet && to - from >= 4) starts.push(view.getUint32(from, true));
    if (type === RECORD.bof) {
      if (depth === 0) found.set(at, (part = newParts()));
      depth += 1;
    }
    if (type === RECORD.eof) depth -= 1;
    // A chart in the sheet has records of its own.
    if (depth === 1) take(view, record, part);
  }
  return starts
    .sort((a, b) => a - b)
    .map((start) => {
      const { rows, columns, merged } = found.get(start) ?? NOTHING;
      return { rows, columns: [...columns].sort((a, b) => a - b), merged };
    });
};

const newParts = () => ({
  rows: new Set<number>(),
  columns: new Set<number>(),
  merged: [] as MergedCells[],
});

const NOTHING: SheetParts = { ...NOTHING_HIDDEN, merged: [] };

/** Adds what a record says; one that is too short says nothing. */
const take = (
  view: DataView,
  { type, from, to }: XlsRecord,
  { rows, columns, merged }: ReturnType<typeof newParts>,
): void => {
  const length = to - from;
  const number = (at: number): number => view.getUint16(from + at, true);
  if (type === ROW && length > ROW_FLAGS_AT) {
    const isHidden = (view.getUint8(from + ROW_FLAGS_AT) & HAS_NO_HEIGHT) !== 0;
    if (isHidden) rows.add(number(0) + 1);
  }
  if (type === COLUMNS && length > COLUMN_FLAGS_AT + 1 && columns.size < MOST_COLUMNS) {
    const isHidden = (number(COLUMN_FLAGS_AT) & IS_HIDDEN) !== 0;
    const last = Math.min(number(2), MOST_COLUMNS - 1);
    for (let at = number(0); isHidden && at <= last; at += 1) columns.add(at);
  }
  if (type === MERGED && length >= MERGED_AT) {
    const count = Math.min(number(0), Math.floor((length - MERGED_AT) / MERGED_BYTES));
    for (let nth = 0; nth < count; nth += 1) {
      const at = MERGED_AT + nth * MERGED_BYTES;
      merged.push({
        s: { r: number(at), c: number(at + 4) },
        e: { r: number(at + 2), c: number(at + 6) },
      });
    }
  }
};
