import type { SheetRow } from '#core/import/sheet.ts';
import { seenText } from './code-text.ts';
import { areSwedish, crownsIn, isPreambleField, meaningOf } from './headings.ts';
import type { HeadingMeaning } from './words/credit-words.ts';
import { readAmountCell, readDayCell, type Cell } from './cells.ts';
import type { Habits, Read } from '#core/import/written-habits.ts';
import { habitsOf } from './habits.ts';
import {
  meantAlone,
  meantBeside,
  readCurrencyAs,
  type Crowns,
  type Meant,
} from '#core/text/written-currency.ts';
import type { PreambleLine, RecognisedSheet, SheetField, SheetMetadata } from './values.ts';
import type { Answers } from '#core/import/file-question.ts';

type Sheet = Omit<RecognisedSheet, 'metadata'>;

/**
 * The lines above the headings that say something: two filled cells, or one as `Order ID:
 * MFX0000102`.
 */
export const preambleOf = (rows: readonly SheetRow[]): PreambleLine[] => {
  const taken = new Set<string>();
  return rows.flatMap((row): PreambleLine[] => {
    const filled = row.cells
      .map((cell, index) => ({ text: seenText(cell), index }))
      .filter(({ text }) => text !== '');
    const [key, value] = filled.length === 1 ? splitLine(filled[0]) : filled;
    if (filled.length > 2 || key === undefined || value === undefined) return [];
    const field = fieldOf(meaningOf(key.text), value.text);
    const isNew = field !== '' && !taken.has(field);
    taken.add(field);
    const isNumber = row.numbers?.includes(value.index) ?? false;
    return [
      { row: row.number, key: key.text, written: value.text, field: isNew ? field : '', isNumber },
    ];
  });
};

/**
 * What applies to the whole sheet, with the questions of its file answered. The lines above the
 * headings come first.
 */
export const metadataOf = (
  sheet: Sheet,
  file: readonly RecognisedSheet[],
  answers: Answers,
): SheetMetadata => metadataBy(sheet, habitsOf(file, answers));

/** As `metadataOf`, for a caller that has the file's habits at hand. */
export const metadataBy = (sheet: Sheet, habits: Habits): SheetMetadata => {
  const text = (field: SheetField): string => {
    const line = lineOf(sheet, field);
    return line === undefined ? sameInAll(sheet, field, ({ text }) => text) : line.written;
  };
  const read = (field: SheetField, reader: (cell: Cell, habits: Habits) => Read): string => {
    const value = (cell: Cell): string => valueOf(reader(cell, habits));
    const line = lineOf(sheet, field);
    return line === undefined
      ? sameInAll(sheet, field, value)
      : value({ text: line.written, isNumber: line.isNumber });
  };
  const crowns = crownsOf(sheet);
  const currency = readCurrencyAs(crowns, ...meantAbove(sheet));
  const currencyOf = ({ text }: Cell): string => valueOf(readCurrencyAs(crowns, meantAlone(text)));
  const all = {
    ...Object.fromEntries(TEXTS.map((field) => [field, text(field)])),
    buyer: text('buyer') || text('purchaserAppleId') || text('purchaserName'),
    currency: currency === 'none' ? sameInAll(sheet, 'currency', currencyOf) : valueOf(currency),
    purchaseDate: read('orderDate', readDayCell),
    readyOn: read('readyOn', readDayCell),
    // A sum in an unknown currency counts as no sum.
    amount: currency === 'unclear' ? '' : read('amount', readAmountCell),
    purchased: countOf(sheet, 'purchased'),
    redeemed: countOf(sheet, 'redeemed'),
    remaining: countOf(sheet, 'remaining'),
  };
  return Object.fromEntries(
    Object.entries(all).filter(([, value]) => value !== '' && value !== undefined),
  );
};

/** What the lines above the headings say of the currency: the one that names it, and the sum. */
export const meantAbove = (sheet: Sheet): readonly Meant[] => [
  meantAlone(lineOf(sheet, 'currency')?.written ?? ''),
  meantBeside(lineOf(sheet, 'amount')?.written ?? ''),
];

/** Whose kronor a sheet speaks of. */
export const crownsOf = (sheet: Sheet): Crowns => crownsIn(wordsOf(sheet));

/** Whether a sheet without a currency is in kronor all the same. */
export const isInSweden = (sheet: Sheet): boolean => areSwedish(wordsOf(sheet));

const wordsOf = ({ columns, preamble }: Sheet): string[] => [
  ...columns.map(({ heading }) => heading),
  ...preamble.map(({ key }) => key),
];

const TEXTS = [
  'orderNumber',
  'creditNumber',
  'purchaseOrderNumber',
  'product',
  'adamId',
  'purchaserName',
  'purchaserAppleId',
  'institution',
  'reseller',
] as const;

const splitLine = (
  cell: { text: string; index: number } | undefined,
): { text: string; index: number }[] => {
  const [, key, value] = /^([^:]{2,40}):\s*(\S.*)$/.exec(cell?.text ?? '') ?? [];
  return cell === undefined || key === undefined || value === undefined || value.startsWith('//')
    ? []
    : [
        { text: key, index: -1 },
        { text: value, index: -1 },
      ];
};

/** The field that a meaning is for, given the value: a purchaser with an `@` is an Apple ID. */
export const fieldOf = (
  meaning: HeadingMeaning | undefined,
  content: string,
): PreambleLine['field'] => {
  if (meaning === undefined || !isPreambleField(meaning)) return '';
  if (meaning === 'purchaser') return content.includes('@') ? 'purchaserAppleId' : 'purchaserName';
  return meaning === 'offerCode' ? '' : meaning;
};

const lineOf = (sheet: Sheet, field: PreambleLine['field']): PreambleLine | undefined =>
  sheet.preamble.find((line) => line.field === field);

const countOf = (
  sheet: Sheet,
  field: 'purchased' | 'redeemed' | 'remaining',
): number | undefined => {
  const written = lineOf(sheet, field)?.written.replace(/\s/g, '') ?? '';
  return /^\d{1,7}$/.test(written) ? Number(written) : undefined;
};

const valueOf = (read: Read): string => (typeof read === 'string' ? '' : read.value);

/** The one value of a column, or '' when rows differ. */
const sameInAll = (sheet: Sheet, field: SheetField, value: (cell: Cell) => string): string => {
  const index = sheet.columns.find((column) => column.field === field)?.index;
  if (index === undefined) return '';
  let same = '';
  for (const { cells, numbers } of sheet.rows) {
    const text = seenText(cells[index] ?? '');
    const found = text === '' ? '' : value({ text, isNumber: numbers?.includes(index) ?? false });
    if (text === '' || found === same) continue;
    if (found === '' || same !== '') return '';
    same = found;
  }
  return same;
};
