import type { PlannedRow, RowChange } from '#programmes/apple-credit/import/import-rows.ts';
import type { PlannedVipRow } from '#programmes/adobe-vip/import/plan/planned-vip.ts';
import type { PlannedListRow } from '#programmes/apple-licences/import/plan/list-rows.ts';
import type { Texts } from '#ui/text.ts';
import { listWordsOf } from '#programmes/apple-licences/screens/import/list-row-words.ts';
import { said, type RowWords } from './row-said.ts';
import { sentenceOf } from './sentence.ts';
import { vipNoteWords, vipWordsOf } from '#programmes/adobe-vip/screens/import/vip-row-words.ts';

/** A row of a dry run of any programme. */
export type AnyRow = PlannedRow | PlannedListRow | PlannedVipRow;

/** What a row says beside its outcome, of any programme. */
export type AnyNote = AnyRow['notes'][number];

/** Whether a row is one of a list of licences. */
export const isListRow = (row: AnyRow): row is PlannedListRow => 'is' in row;

/** Whether a row is one of a VIP list. */
export const isVipRow = (row: AnyRow): row is PlannedVipRow => 'vip' in row;

/** Whether a row is one of codes or credit orders. */
export const isCreditRow = (row: AnyRow): row is PlannedRow => 'orderNumber' in row;

/** Names of orders and batches by id, for rows that lead to them. */
export type Names = (parent: string) => string;

/**
 * Puts a row into words. In a table that has a column for the value, a changed value says only what
 * it was.
 */
export const wordsOf = (
  row: AnyRow,
  text: Texts,
  nameOf: Names,
  today: string,
  inTable = false,
): RowWords => {
  if (isVipRow(row)) return vipWordsOf(row, text, today);
  return isListRow(row)
    ? listWordsOf(row, text, today)
    : creditWordsOf(row, text, nameOf, today, inTable);
};

/** Puts one note of a row into words. */
export const noteWords = (note: AnyNote, row: AnyRow, text: Texts, today: string): string => {
  if (typeof note === 'string') return text.import.notes[note];
  if (isVipRow(row)) return vipNoteWords(note, row, text, today);
  return sentenceOf(isListRow(row) ? text.import.lists.notes : text.import.rowNotes, note);
};

const creditWordsOf = (
  row: PlannedRow,
  text: Texts,
  nameOf: Names,
  today: string,
  inTable: boolean,
): RowWords => {
  const words = text.import;
  const why = row.why === undefined ? '' : sentenceOf(words.why, row.why);
  const parent = row.parent === '' ? '' : nameOf(row.parent);
  const title = row.orderNumber || (parent === '' ? words.someCode : words.codeOf(parent));
  const notes = row.notes.map((note) => noteWords(note, row, text, today));
  switch (row.outcome) {
    case 'unreadable': {
      return {
        title: why,
        ...said([row.orderNumber, words.skipped]),
        badge: words.badgeFailed,
        tone: 'late',
      };
    }
    case 'changed': {
      const what = [...changesOf(row, text, today, inTable), ...notes];
      return { title, ...said(what), badge: words.badgeChanged, tone: 'accent' };
    }
    case 'new': {
      const what = row.order === undefined ? words.newCode : words.newIn[row.order];
      const told = notes.length === 0 ? [what] : notes;
      return {
        title,
        ...said(inTable ? told : [...told, ...valuesOf(row, text, today)]),
        badge: words.badgeNew,
        tone: 'ok',
      };
    }
    default:
      return { title, ...said([why, ...notes]), badge: words.badgeSame, tone: 'plain' };
  }
};

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
    inTable && 'field' in change && change.field === 'amount' && change.from !== ''
      ? text.import.was(text.format.money(change.from, row.currency || 'SEK'))
      : changeOf(change, row.currency, text, today),
  );

const changeOf = (change: RowChange, currency: string, text: Texts, today: string): string => {
  const words = text.import;
  const { format } = text;
  if ('withdraws' in change)
    return words.withdraws(words.steps[change.withdraws], format.dayShort(change.from, today));
  if ('step' in change) {
    const name = words.steps[change.step as keyof typeof words.steps] ?? change.step;
    const from = change.from === undefined ? '' : format.dayShort(change.from, today);
    return words.change(name, from, format.dayShort(change.to, today));
  }
  const { field, from, to } = change;
  const name = words.fields[field as keyof typeof words.fields] ?? field;
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
    return words.change(name, '', words.channels[to as keyof typeof words.channels] ?? to);
  return words.change(name, from, to);
};

/** Which rows a filter shows. */
export type RowFilter = 'review' | 'new' | 'duplicates' | 'all';

/** Notes that are worth a look although the row is taken. */
const WORTH_A_LOOK = [
  'link-differs',
  'amount-unclear',
  'not-an-amount',
  'currency-unclear',
  'date-unclear',
  'not-a-day',
];

/** Whether a row is worth a look before the tap: everything but what is plainly new. */
export const isToReview = (row: AnyRow): boolean =>
  row.outcome !== 'new' ||
  (row.notes as readonly (string | object)[]).some(
    (note) => typeof note !== 'string' || WORTH_A_LOOK.includes(note),
  );

const ORDER = ['unreadable', 'changed', 'new', 'same', 'duplicate'];

/**
 * The rows of a filter: those to look at with errors first, the others in the order of the file.
 */
export const rowsFor = (rows: readonly AnyRow[], filter: RowFilter): readonly AnyRow[] => {
  if (filter === 'all') return rows;
  if (filter === 'new') return rows.filter(({ outcome }) => outcome === 'new');
  if (filter === 'duplicates') return rows.filter(({ outcome }) => outcome === 'duplicate');
  const found = rows.filter(isToReview);
  return ORDER.flatMap((outcome) => found.filter((row) => row.outcome === outcome));
};
