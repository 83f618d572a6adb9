import { shownPrice } from '#programmes/adobe-vip/rules/reconcile/billed.ts';
import type { Guess } from '#programmes/adobe-vip/rules/reconcile/guesses.ts';
import type { ReconcileRow } from '#programmes/adobe-vip/rules/reconcile/row.ts';
import {
  hasVipIdShape,
  vipIdGroups,
  vipIdText,
} from '#programmes/adobe-vip/rules/customer/vip-id.ts';
import { isDay, type Day } from '#core/day/day.ts';
import { ownEntry } from '#core/own-entry.ts';
import type { VipRefused } from '#programmes/adobe-vip/rules/vip-problem.ts';
import type { AnswerProblem } from '#programmes/adobe-vip/rules/reconcile/answer-commands.ts';
import { exactMoney, exactNumber } from '#core/language/exact-amount.ts';
import type { Texts } from '#ui/text.ts';

type Words = Pick<Texts, 'vipReconcile' | 'format' | 'language'>;

/** One side of a row as it is shown. */
export type SideWords = { readonly title: string; readonly detail: string; readonly value: string };

/** What a row looks like, as one sentence after the other. */
export const guessWords = (guesses: readonly Guess[], text: Words, today: Day): string =>
  guesses.map((guess) => oneGuess(guess, text, today)).join(' ');

const oneGuess = (
  { code, params = {} }: Guess,
  { vipReconcile, format, language }: Words,
  today: Day,
): string => {
  const { currency = '' } = params;
  const shown = Object.entries(params).map(([name, value]): readonly [string, string | number] => {
    if (typeof value === 'number') return [name, value];
    if (isDay(value)) return [name, format.dayLong(value, today)];
    if (name === 'by' || name === 'listed')
      return [
        name,
        name === 'by'
          ? exactMoney(value, String(currency), language)
          : exactNumber(value, language),
      ];
    if (code === 'no-customer' && isVipId(value)) return ['vipId', vipIdGroups(vipIdText(value))];
    return [name, value];
  });
  return vipReconcile.guesses[code](Object.fromEntries(shown));
};

const isVipId = (number: string): boolean => hasVipIdShape(vipIdText(number));

const counted = (
  quantity: number,
  price: string,
  { vipReconcile, format, language }: Words,
): string =>
  vipReconcile.sum(format.number(quantity), price === '' ? '' : exactNumber(price, language));

const joined = (...parts: readonly string[]): string =>
  parts.filter((part) => part !== '').join(' · ');

/** Our side of a row; undefined where there is none. */
export const oursWords = (
  { ours, taken }: ReconcileRow,
  text: Words,
  today: Day,
): SideWords | undefined => {
  if (ours === undefined) return undefined;
  const { vipReconcile: words, format } = text;
  const day = taken?.on ?? ours.orderDate;
  const what = words.ours[taken === undefined ? 'order' : 'returned'](ours.orderNumber);
  const quantity = taken === undefined ? ours.quantity : -taken.quantity;
  return {
    title: ours.customerName,
    detail: joined(what, ours.product || ours.sku, isDay(day) ? format.dayShort(day, today) : ''),
    value: counted(quantity, ours.unitPrice, text),
  };
};

/** The invoice's side of a row; undefined where there is none. */
export const theirsWords = (
  { ours, theirs }: ReconcileRow,
  text: Words,
  today: Day,
): SideWords | undefined => {
  const [first] = theirs;
  if (first === undefined) return undefined;
  const { vipReconcile: words, format } = text;
  const { data } = first;
  const numbers = theirs.map((line) => line.data.line).filter((line) => line !== '');
  const sentence =
    numbers.length === 0
      ? ''
      : theirs.length > 1
        ? words.theirs.lines(format.list(numbers))
        : words.theirs[data.charge === 'invoice' ? 'line' : 'credit'](numbers[0]!);
  const invoices = [...new Set(theirs.map((line) => line.data.invoiceNumber))];
  const day =
    ours === undefined && isDay(data.orderDate) ? format.dayShort(data.orderDate, today) : '';
  const quantity = theirs.reduce((sum, line) => sum + line.data.quantity, 0);
  // A price beside an order that has none compares with nothing.
  const price =
    ours === undefined || ours.unitPrice !== '' ? shownPrice(theirs, ours?.unitPrice ?? '') : '';
  return {
    title: data.customerName || data.customerNumber,
    detail: joined(sentence, format.list(invoices), data.sku || data.product, day),
    value: counted(quantity, price, text),
  };
};

/**
 * What pairs without a price to compare says so; '' where both sides have one, or one is missing.
 */
export const unpricedWords = (
  { group, ours, taken, theirs }: ReconcileRow,
  text: Words,
): string => {
  if (group !== 'pair' || ours === undefined || taken !== undefined) return '';
  if (ours.unitPrice === '') return text.vipReconcile.unpriced.order;
  return shownPrice(theirs, ours.unitPrice) === '' ? text.vipReconcile.unpriced.invoice : '';
};

/** The text if a side is missing. */
export const missingWords = (
  { ours, taken, guesses }: ReconcileRow,
  { vipReconcile: { missing } }: Words,
): string => {
  if (ours !== undefined) return taken === undefined ? missing.line : missing.credit;
  const [guess] = guesses;
  if (guess?.code === 'no-return') return missing.return;
  if (guess?.code === 'not-in-order') return missing.product;
  if (guess?.code !== 'no-customer') return missing.order;
  const number = String(guess.params?.number ?? '');
  return missing[number === '' ? 'customer-name' : isVipId(number) ? 'vip-id' : 'customer-id'];
};

/** What a row is about, in a few words, for whoever hears its buttons. */
export const rowName = (row: ReconcileRow, text: Words, today: Day): string => {
  const side = oursWords(row, text, today) ?? theirsWords(row, text, today);
  return side === undefined ? '' : [side.title, side.detail].filter(Boolean).join(', ');
};

/** Why an answer was refused. */
export const reconcileProblem = (
  { code }: VipRefused<AnswerProblem>,
  { vipReconcile: { problems } }: Pick<Words, 'vipReconcile'>,
): string => ownEntry<string>(problems, code) ?? problems.other;
