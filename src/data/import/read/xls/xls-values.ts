import { isPlainFormula } from './xls-formula.ts';
import { RECORD, recordsOf, type XlsRecord } from './xls-records.ts';
import { stringsFit } from './xls-strings.ts';

const SHARED_STRINGS = 0x00fc;

/** A formula in the forms of three versions. */
const FORMULAS: readonly number[] = [0x0006, 0x0206, 0x0406];

/**
 * Of a formula: cell, cached value, flags and cache; then the length of its tokens ([MS-XLS]
 * 2.4.127), and they.
 */
const TOKENS_LENGTH_AT = 20;
const TOKENS_AT = 22;

/**
 * The records that hold a value, its format, or the frame around them ([MS-XLS] 2.3), and the
 * fewest bytes that each can have: read beyond its end, a length is no number, and a loop that
 * counts to it never ends.
 */
const KEPT: Readonly<Record<number, number>> = {
  [RECORD.bof]: 4,
  [RECORD.eof]: 0,
  [RECORD.boundSheet]: 7,
  0x0022: 2, // Date1904
  0x0042: 2, // CodePage
  0x00e0: 16, // XF
  0x041e: 3, // Format
  [SHARED_STRINGS]: 8,
  0x00fd: 10, // LabelSst
  0x00d6: 8, // RString
  0x0204: 8, // Label
  0x0207: 2, // String
  0x0203: 14, // Number
  0x027e: 10, // RK
  0x00bd: 12, // MulRk
  0x0205: 8, // BoolErr
  ...Object.fromEntries(FORMULAS.map((type) => [type, TOKENS_AT])),
};

/** A type that no record has: the package steps over it. */
const NOTHING = 0x7fff;

/** A length that says: the tokens are not known. The value that the formula had stays. */
const UNKNOWN_TOKENS = 0xffff;

const BIFF8 = 0x0600;
const BIFF5 = 0x0500;

/**
 * The same workbook stream with values and their formats alone, and of formulas those that are
 * plain: the package trusts lengths that formulas, drawings and names tell of themselves, and runs
 * forever where they lie. Undefined when a record is shorter than one can be, a string longer than
 * what holds it, or the workbook older than Excel 5.
 */
export const onlyValues = (stream: Uint8Array): Uint8Array | undefined => {
  const values = stream.slice();
  const view = new DataView(values.buffer);
  let [version, isKept] = [BIFF8, true];
  for (const record of recordsOf(stream)) {
    const { type, at, from, to } = record;
    if (to > stream.length) break;
    if (type === RECORD.bof && to - from >= 4) version = view.getUint16(from, true);
    if (version !== BIFF8 && version !== BIFF5) return undefined;
    // What continues a record is of its kind.
    if (type !== RECORD.continued) isKept = Object.hasOwn(KEPT, type);
    if (!isKept) view.setUint16(at, NOTHING, true);
    else if (to - from < (KEPT[type] ?? 0)) return undefined;
    else if (FORMULAS.includes(type) && !(version === BIFF8 && isPlain(stream, view, record)))
      view.setUint16(from + TOKENS_LENGTH_AT, UNKNOWN_TOKENS, true);
  }
  return sharedStrings(stream).every(stringsFit) ? values : undefined;
};

const isPlain = (stream: Uint8Array, view: DataView, { from, to }: XlsRecord): boolean =>
  from + TOKENS_AT + view.getUint16(from + TOKENS_LENGTH_AT, true) === to &&
  isPlainFormula(stream.subarray(from + TOKENS_AT, to));

/** The shared strings, each as the record that begins them and those that continue it. */
const sharedStrings = (stream: Uint8Array): Uint8Array[][] => {
  const found: Uint8Array[][] = [];
  let isOpen = false;
  for (const { type, from, to } of recordsOf(stream)) {
    if (type !== RECORD.continued) isOpen = type === SHARED_STRINGS;
    if (!isOpen) continue;
    if (type === SHARED_STRINGS) found.push([]);
    found.at(-1)?.push(stream.subarray(from, to));
  }
  return found;
};
