import type { Sentences } from '#core/language/sentence.ts';
import type {
  PlannedNote,
  PlannedReason,
  PlannedRow,
  RowChange,
} from '#programmes/apple-credit/import/plan/planned.ts';
import { SAID_FIELDS } from '#programmes/apple-credit/import/read/row-says.ts';
import type { RowNote, SheetField } from '#programmes/apple-credit/import/read/values.ts';
import { ownEntry } from '#core/own-entry.ts';
import type { Texts } from '#ui/text.ts';
import {
  endOf,
  rowParts,
  unreadWords,
  type RowWords,
} from '#workspace/screens/import/dry-run/row-words.ts';
import { sentenceOf } from '#workspace/screens/import/dry-run/sentence.ts';
import type { Fact, Names, OrderCells } from '#workspace/screens/import/importing.ts';

/** Puts one note of a row into words. */
export const noteWords = (
  note: PlannedRow['notes'][number],
  _row: PlannedRow,
  text: Texts,
): string => (typeof note === 'string' ? notesIn(text)[note] : sentenceOf(rowNotesIn(text), note));

/**
 * Puts a row of codes or orders into words. In a table that has a column for the value, a changed
 * value says only what it was.
 */
export const wordsOf = (
  row: PlannedRow,
  text: Texts,
  nameOf: Names,
  today: string,
  inTable = false,
): RowWords => {
  const words = text.import;
  const why = row.why === undefined ? '' : sentenceOf(reasonsIn(text), row.why);
  const parent = row.parent === '' ? '' : nameOf(row.parent);
  const title = row.orderNumber || (parent === '' ? words.someCode : words.codeOf(parent));
  const notes = row.notes.map((note) => noteWords(note, row, text));
  switch (row.outcome) {
    case 'unreadable': {
      return unreadWords(row, why, row.orderNumber, text);
    }
    case 'changed': {
      const what = [...changesOf(row, text, today, inTable), ...notes];
      return { title, ...rowParts(what), ...endOf(row, text) };
    }
    case 'new': {
      const what = row.order === undefined ? words.newCode : words.newIn[row.order];
      const shown = notes.length === 0 ? [what] : notes;
      const sum = row.order === 'existing' ? '' : sumOfOrder(row, text);
      if (sum !== '') shown.push(words.change(words.fields.amount, '', sum));
      return {
        title,
        ...rowParts(inTable ? shown : [...shown, ...valuesOf(row, text, today)]),
        ...endOf(row, text),
      };
    }
    default:
      return { title, ...rowParts([why, ...notes]), ...endOf(row, text) };
  }
};

// Sentences for all that the plan says of a row: where one is missing, this does not compile.
const reasonsIn = ({ import: { why } }: Texts): Sentences<PlannedReason> => why;
const notesIn = ({ import: { notes } }: Texts): Readonly<Record<RowNote, string>> => notes;
const rowNotesIn = ({ import: { rowNotes } }: Texts): Sentences<PlannedNote> => rowNotes;

/** The sum of a row's order, where it is not what the row has; '' else. */
const sumOfOrder = (
  { amount, orderAmount = '', currency }: PlannedRow,
  { format }: Texts,
): string =>
  orderAmount === '' || orderAmount === amount ? '' : format.money(orderAmount, currency || 'SEK');

/** What a table has columns for: value, and the day of the mail. */
const valuesOf = (
  { amount, currency, readyOn }: PlannedRow,
  text: Texts,
  today: string,
): string[] => [
  amount === '' ? '' : text.format.money(amount, currency || 'SEK'),
  readyOn === '' ? '' : text.import.readyOn(text.format.dayShort(readyOn, today)),
];

const changesOf = (row: PlannedRow, text: Texts, today: string, inTable: boolean): string[] =>
  row.changes.map((change) =>
    inTable &&
    'field' in change &&
    change.field === 'amount' &&
    change.from !== '' &&
    change.to === row.amount
      ? text.import.was(text.format.money(change.from, row.currency || 'SEK'))
      : changeOf(change, row.currency, text, today),
  );

const changeOf = (change: RowChange, currency: string, text: Texts, today: string): string => {
  const words = text.import;
  const { format } = text;
  if ('withdraws' in change)
    return words.withdraws(
      words.steps[change.withdraws],
      change.from === '' ? '' : format.dayShort(change.from, today),
    );
  if ('step' in change) {
    const name = words.steps[change.step];
    const from = change.from === undefined ? '' : format.dayShort(change.from, today);
    return change.to === ''
      ? words.dayUnsaid(name)
      : words.change(name, from, format.dayShort(change.to, today));
  }
  const { field, from, to } = change;
  const name = words.fields[field];
  if (field === 'amount') {
    const before = from === '' ? '' : format.money(from, currency || 'SEK');
    return words.change(name, before, format.money(to, currency || 'SEK'));
  }
  if (field === 'orderDate')
    return words.change(
      name,
      from === '' ? '' : format.dayShort(from, today),
      format.dayShort(to, today),
    );
  if (field === 'channel')
    return words.change(name, '', ownEntry<string>(words.channels, to) ?? to);
  return words.change(name, from, to);
};

/** What stands in the cell that keeps a row out, where it is this field's. */
const written = ({ why }: PlannedRow, field: SheetField): string =>
  why?.params?.['field'] === field ? String(why.params['written'] ?? '') : '';

/** The cells of a row in a table of orders; unclear values are shown as they are written. */
export const cellsOf = (row: PlannedRow, { format }: Texts): OrderCells => ({
  number: row.orderNumber || '–',
  amount:
    row.amount === '' ? written(row, 'amount') : format.money(row.amount, row.currency || 'SEK'),
  ready: row.readyOn || written(row, 'readyOn'),
});

/** The facts of a row, for the row in full: all that it says, and of a code that there is one. */
export const factsOf = (row: PlannedRow, text: Texts): readonly Fact[] => {
  const { import: words, format } = text;
  return [
    { label: words.headOrder, value: row.orderNumber, code: true, field: 'orderNumber' },
    {
      label: words.headAmount,
      value: row.amount === '' ? '' : format.money(row.amount, row.currency || 'SEK'),
      field: 'amount',
    },
    { label: words.fields.amount, value: sumOfOrder(row, text) },
    { label: words.headReady, value: row.readyOn, field: 'readyOn' },
    ...SAID_FIELDS.flatMap((field): Fact[] => {
      const value = row.says[field];
      return value === undefined
        ? []
        : [{ label: words.fields[field], value: value || words.hiddenSample, field }];
    }),
    { label: words.headCode, value: row.hasCode ? words.hiddenSample : '', field: 'code' },
  ];
};
