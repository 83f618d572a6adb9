import { amountReadings, type AmountReading } from '#core/text/written-amount.ts';
import { codeTextOfLink, looksLikeCode, mayHoldCode, seenText } from './code-text.ts';
import { headingKey } from '#core/import/heading-key.ts';
import { asksRedeemed } from './status-words.ts';
import { isColumnField, isNamedInKeys, meaningOf, namesOtherThing, sumOf } from './headings.ts';
import {
  SHEET_FIELDS,
  type PreambleLine,
  type RecognisedSheet,
  type SheetColumn,
  type SheetField,
  type SheetKind,
  type SheetOutline,
} from './values.ts';
import { habitsOf } from './habits.ts';
import { fieldOf, metadataBy } from './metadata.ts';
import { mayBeCells } from '#core/import/name-headings.ts';
import { isSecretHeading } from '#core/import/secret-headings.ts';
import type { SheetRow } from '#core/import/sheet.ts';
import { samplesOf } from '#core/import/tables/column-samples.ts';
import { meantTwice, toldApart, type MeantTwice } from '#core/import/tables/meant-twice.ts';
import { MOSTLY, widthOf } from '#core/import/tables/table-columns.ts';

/**
 * The columns under the headings, each with the field that its heading means; a column without
 * content means nothing.
 */
export const columnsOf = (
  headings: readonly string[],
  rows: readonly SheetRow[],
): SheetColumn[] => {
  const width = Math.max(headings.length, widthOf(rows));
  const taken = new Set<string>();
  const hasStatus = headings.some((heading) => meaningOf(heading) === 'status');
  const isSum = (heading: string): boolean => meaningOf(heading) === 'amount';
  // Where the sum of the order stands beside that of its code, it says more.
  const isBeside = (heading: string): boolean =>
    sumOf(heading) === 'code' && headings.some((one) => isSum(one) && sumOf(one) !== 'code');
  const askedOf = (heading: string, index: number): SheetField | '' =>
    !hasStatus && asksRedeemed(heading) && hasNoSums(rows, index) ? 'status' : '';
  return Array.from({ length: width }, (_, index) => {
    const heading = seenText(headings[index] ?? '');
    const guess = isBeside(heading) ? '' : guessOf(heading, index, rows) || askedOf(heading, index);
    const field = taken.has(guess) ? '' : guess;
    taken.add(field);
    return columnOf(rows, index, heading, field, false);
  });
};

/**
 * The column that holds codes by its content: from its first code on, most of its cells look like
 * codes, and no heading above says that they are something else. Figures alone may be the numbers of
 * orders: a column with letters goes first.
 */
export const codeColumnByContent = (
  columns: readonly SheetColumn[],
  rows: readonly SheetRow[],
): number | undefined => {
  const held = columns
    .filter(({ field, heading }) => field === '' && !saysOther(heading))
    .map(({ index }) => ({ index, codes: codesIn(rows, index) }))
    .filter(({ codes }) => codes.length > 0);
  const lettered = held.find(({ codes }) => codes.some((code) => /[A-Z]/.test(code)));
  return (lettered ?? held[0])?.index;
};

/** What looks like a code in a column that mostly holds such; none of any other. */
const codesIn = (rows: readonly SheetRow[], index: number): readonly string[] => {
  const cells = rows.map(({ cells }) => seenText(cells[index] ?? '')).filter((text) => text !== '');
  const first = Math.max(0, cells.findIndex(looksLikeCode));
  const below = cells.slice(first);
  const codes = below.filter(looksLikeCode);
  // Words in capitals look like codes too: some of a column of codes have figures.
  const withFigures = codes.filter((code) => /\d/.test(code)).length;
  const isOther = cells.slice(0, first).some(saysOther);
  const are = !isOther && codes.length / below.length >= MOSTLY && withFigures * 3 >= codes.length;
  return are ? codes : [];
};

/** Whether a heading says that what is below are no codes, but a thing with a name or passwords. */
const saysOther = (heading: string): boolean =>
  namesOtherThing(heading) || isSecretHeading(heading);

/**
 * Gives a column another meaning; a field that another column had is taken from it: the last choice
 * wins.
 */
export const mapColumn = (
  sheet: RecognisedSheet,
  index: number,
  field: SheetField | '',
): RecognisedSheet =>
  mapColumns(sheet, ({ index: at, field: before }) =>
    at === index ? field : before === field ? '' : before,
  );

/**
 * What the columns are remembered by (A5): the headings, or the number of columns when there are
 * none.
 */
export const mappingKey = (sheet: SheetOutline): string =>
  `apple-codes:${sheet.headerRow === 0 ? `#${sheet.columns.length}` : columnKeys(sheet).join('|')}`;

/**
 * The mapping as it is remembered under `mappingKey`: column → field, or '' for "not imported". An
 * empty column says nothing of what the next file has in it.
 */
export const mappingOf = (sheet: SheetOutline): Record<string, SheetField | ''> => {
  const keys = columnKeys(sheet);
  const saying = sheet.columns.map(({ field, filled }, at) => ({
    key: keys[at] ?? '',
    field,
    says: field !== '' || filled > 0,
  }));
  return Object.fromEntries(
    saying.filter(({ says }) => says).map(({ key, field }) => [key, field]),
  );
};

/**
 * The sheet with a remembered mapping; columns and fields that it does not know stay as guessed.
 * Nothing is left to ask.
 */
export const applyMapping = (
  sheet: RecognisedSheet,
  remembered: Readonly<Record<string, string>>,
): RecognisedSheet => {
  const keys = columnKeys(sheet);
  const known = sheet.columns.map((column, at) => {
    const field = Object.hasOwn(remembered, keys[at] ?? '')
      ? remembered[keys[at] ?? '']
      : undefined;
    return field === '' ? '' : (SHEET_FIELDS.find((known) => known === field) ?? column.field);
  });
  const chosen = new Set(Object.values(remembered));
  const fields = known.map((field, at) =>
    known.lastIndexOf(field) === at ||
    (chosen.has(field) && Object.hasOwn(remembered, keys[at] ?? ''))
      ? field
      : '',
  );
  return asMapped(mapColumns(sheet, ({ index }) => fields[index] ?? ''));
};

/** A sheet of which somebody said what its columns mean: nothing is left to ask. */
export const asMapped = (sheet: RecognisedSheet): RecognisedSheet => ({
  ...sheet,
  needsMapping: false,
  twice: toldApart(sheet.twice),
});

/**
 * Two columns of a sheet that mean one thing and differ. Of codes and notes there may be many, and
 * what a code is worth is not what its order is.
 */
export const twiceIn = (
  columns: readonly SheetColumn[],
  rows: readonly SheetRow[],
): MeantTwice | undefined =>
  meantTwice(columns, rows, (heading) => {
    const meaning = meaningOf(heading);
    const isOne = meaning !== undefined && isColumnField(meaning) && !MANY.includes(meaning);
    return isOne && sumOf(heading) !== 'code' ? meaning : undefined;
  });

/** What several columns of a sheet may hold, each something else. */
const MANY: readonly string[] = ['code', 'link', 'status', 'comment'];

/**
 * What a sheet with these columns holds. A redemption link or a product speaks of apps, an order
 * number per row of credit.
 */
export const kindOf = (
  columns: readonly SheetColumn[],
  preamble: readonly PreambleLine[],
): SheetKind => {
  const hasColumn = (...fields: SheetField[]): boolean =>
    columns.some(({ field }) => field !== '' && fields.includes(field));
  const hasPreamble = (...fields: SheetField[]): boolean =>
    preamble.some(({ field }) => (fields as string[]).includes(field));
  if (hasColumn('creditNumber') || hasPreamble('creditNumber')) return 'credit';
  if (hasColumn('link')) return 'codes';
  const isApp = hasColumn('product', 'adamId') || hasPreamble('product', 'adamId');
  if (hasColumn('orderNumber'))
    return isApp && !hasColumn('amount', 'readyOn') ? 'codes' : 'credit';
  return hasPreamble('orderNumber') && hasPreamble('amount') && !isApp ? 'credit' : 'codes';
};

const mapColumns = (
  sheet: RecognisedSheet,
  fieldOfColumn: (column: SheetColumn) => SheetField | '',
): RecognisedSheet => {
  const columns = sheet.columns.map((column) =>
    columnOf(sheet.rows, column.index, column.heading, fieldOfColumn(column), column.secret),
  );
  const next = { ...sheet, columns, kind: kindOf(columns, sheet.preamble) };
  return { ...next, metadata: metadataBy(next, habitsOf([next], {})) };
};

const columnOf = (
  rows: readonly SheetRow[],
  index: number,
  heading: string,
  field: SheetField | '',
  wasSecret: boolean,
): SheetColumn => {
  const texts = rows.map(({ cells }) => seenText(cells[index] ?? '')).filter((text) => text !== '');
  const some = texts.slice(0, 20);
  const holdsCodes =
    (field === '' && some.some(looksLikeCode)) || some.some((text) => codeTextOfLink(text) !== '');
  const secret =
    wasSecret || isSecretHeading(heading) || field === 'code' || field === 'link' || holdsCodes;
  return {
    index,
    heading,
    field,
    filled: texts.length,
    samples: secret ? [] : samplesOf(saysAnything(field) ? texts.filter(holdsNoCode) : texts),
    secret,
  };
};

/** Whether people write in a column whatever they like, a code among it. */
const saysAnything = (field: SheetField | ''): boolean => field === '' || field === 'comment';

const holdsNoCode = (text: string): boolean => !text.split(/[\s,;:|()[\]"']+/).some(isLettered);

/** Letters and figures: a word in capitals, or a number of an order, looks like a code as well. */
const isLettered = (text: string): boolean =>
  /[A-Z]/.test(text) && /\d/.test(text) && looksLikeCode(text);

const guessOf = (heading: string, index: number, rows: readonly SheetRow[]): SheetField | '' => {
  const meaning = meaningOf(heading);
  if (meaning === undefined || !isColumnField(meaning)) return '';
  if (meaning === 'code' || meaning === 'link') return meaning;
  const content = rows.find(({ cells }) => seenText(cells[index] ?? '') !== '')?.cells[index] ?? '';
  if (content === '') return '';
  if (meaning === 'status' || meaning === 'comment') return meaning;
  return fieldOf(meaning, content) as SheetField | '';
};

/** Whether no cell of a column is a number of more than one figure: what of a credit is used, is money. */
const hasNoSums = (rows: readonly SheetRow[], index: number): boolean =>
  !rows.some(({ cells }) => amountReadings(seenText(cells[index] ?? '')).some(isMany));

const isMany = ({ amount }: AmountReading): boolean => Number(amount) > 1;

/**
 * If a heading may be a code, a name or another cell of somebody's row, the unknown headings of the line
 * are stored by position: no cell of data is stored.
 */
const columnKeys = ({ columns }: SheetOutline): string[] => {
  const isUnknown = columns.map(({ heading }) => !isNamedInKeys(heading));
  const isDoubtful =
    columns.some(({ heading }, at) => isUnknown[at] && mayHoldCode(heading)) ||
    mayBeCells(columns, isUnknown);
  const keys = columns.map(({ heading }, at) =>
    isDoubtful && isUnknown[at] ? '' : headingKey(heading),
  );
  return keys.map((key, at) => (key === '' || keys.indexOf(key) !== at ? `${key}#${at + 1}` : key));
};
