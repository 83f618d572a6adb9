import type { PlannedVipRow, VipChange } from '#programmes/adobe-vip/import/plan/planned.ts';
import type { VipRowNote } from '#programmes/adobe-vip/rules/row-reason.ts';
import { isDay } from '#core/day/day.ts';
import { isAmount } from '#core/money.ts';
import type { RowWhy } from '#core/import/planned-row.ts';
import { ownEntry } from '#core/own-entry.ts';
import type { Texts } from '#ui/text.ts';
import {
  endOf,
  rowParts,
  unreadWords,
  type RowWords,
} from '#workspace/screens/import/dry-run/row-words.ts';
import type { Names } from '#workspace/screens/import/importing.ts';
import { sentenceOf } from '#workspace/screens/import/dry-run/sentence.ts';

type VipNote = RowWhy<VipRowNote>;

/** Puts a row of a VIP list into words. */
export const wordsOf = (
  row: PlannedVipRow,
  text: Texts,
  _nameOf: Names,
  today: string,
): RowWords => {
  const words = text.importVip;
  const why =
    row.why === undefined ? '' : sentenceOf(words.why, readable(row.why, row, text, today));
  const notes = row.notes.map((note) => noteWords(note, row, text, today));
  const about = vipAbout(row, text, today);
  if (row.outcome === 'unreadable') return unreadWords(row, why, row.name, text);
  if (row.outcome === 'changed') {
    const changes = row.changes.map((change) => changeOf(change, row, text, today));
    return {
      title: row.name,
      ...rowParts([...changes, ...notes, ...about]),
      ...endOf(row, text),
    };
  }
  if (row.outcome === 'new') {
    const what = row.state === 'restored' ? words.back : words.fresh[row.vip];
    return {
      title: row.name,
      ...rowParts([...notes, what, ...about]),
      ...endOf(row, text),
    };
  }
  return {
    title: row.name,
    ...rowParts([why, ...notes, ...about]),
    ...endOf(row, text),
  };
};

/** Puts one note of a row of a VIP list into words. */
export const noteWords = (note: VipNote, row: PlannedVipRow, text: Texts, today: string): string =>
  sentenceOf(text.importVip.notes, readable(note, row, text, today));

/** What someone gets says itself of which product it is; of others it is their account that tells. */
const productIn = ({ vip, outcome, product, number }: PlannedVipRow): string => {
  if (vip !== 'holder') return product;
  return outcome === 'changed' ? number : [product, number].filter(Boolean).join(' · ');
};

/** "Illustrator, 6 licenser" and the day, or what a price is: what a row is about. */
export const vipAbout = (
  row: PlannedVipRow,
  { importVip: vip, format }: Texts,
  today: string,
): string[] =>
  [
    ...(row.charge === undefined ? [productIn(row)] : [vip.charges[row.charge]]),
    row.quantity === 0 ? '' : vip.licences(row.quantity),
    // On a phone a line ends early: what an invoice says first is how many and how much.
    ...(row.charge === undefined
      ? []
      : [priceOf(row.amount ?? '', row.currency, format), row.product]),
    row.price === '' || row.vip !== 'price' ? '' : priceOf(row.price, row.currency, format),
    row.day === '' ? '' : format.dayShort(row.day, today),
  ].filter((part) => part !== '');

// A sum without a currency is shown without one.
const priceOf = (price: string, currency: string, format: Texts['format']): string =>
  currency === '' || price === '' ? price : format.money(price, currency);

/** Fields of an invoice's line whose column has another name. */
const COLUMN_OF: Readonly<Record<string, string>> = {
  customerName: 'name',
  customerNumber: 'marketplaceId',
  startDate: 'startsOn',
  endDate: 'endsOn',
  reason: 'orderReason',
};

/** What a field is called, as a column or by itself. */
const fieldName = (
  field: string,
  { importVip: { columns, fields, fieldsOfDates, otherField } }: Texts,
): string =>
  ownEntry<string>(
    { ...columns, ...fields, ...fieldsOfDates },
    ownEntry(COLUMN_OF, field) ?? field,
  ) ?? otherField;

/** Fields that hold one of our own words for what is meant, and not what a list says. */
const OF_OUR_WORDS: readonly string[] = ['charge', 'licenceType', 'orderType', 'status'];

const changeOf = (
  { field, from, to, of }: VipChange,
  row: PlannedVipRow,
  text: Texts,
  today: string,
): string => {
  const { values, otherRule, otherValue, assignedOf } = text.importVip;
  const name = of === undefined ? fieldName(field, text) : assignedOf(of);
  const say = (value: string): string => {
    if (isDay(value)) return text.format.dayShort(value, today);
    if (isAmount(value)) return priceOf(value, row.currency, text.format);
    const named = ownEntry<string>(values, value);
    // A newer version may have written what this one has no word for.
    if (named !== undefined || value === '') return named ?? '';
    return field === 'edition' ? otherRule : OF_OUR_WORDS.includes(field) ? otherValue : value;
  };
  return text.import.change(name, say(from), say(to));
};

const readable = <Code extends string>(
  why: RowWhy<Code>,
  row: PlannedVipRow,
  text: Texts,
  today: string,
): RowWhy<Code> => {
  const { format } = text;
  const { day, price, field } = why.params ?? {};
  return {
    ...why,
    params: {
      ...why.params,
      ...(day === undefined ? {} : { day: format.dayShort(String(day), today) }),
      ...(field === undefined ? {} : { field: fieldName(String(field), text) }),
      ...(price === undefined ? {} : { price: priceOf(String(price), row.currency, format) }),
    },
  };
};

/** Notes that name the day which their row tells as its own. */
const OF_OWN_DAY: ReadonlySet<VipRowNote> = new Set(['counts-from-deployment']);

/** A note without what only its own row says. */
export const bareNote = (note: VipNote, { day }: PlannedVipRow): VipNote =>
  OF_OWN_DAY.has(note.code) && note.params?.day === day ? { code: note.code } : note;
