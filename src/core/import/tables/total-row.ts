import { headingKey } from '../heading-key.ts';
import type { SheetRow } from '../sheet.ts';
import { cellText } from './table-columns.ts';

/**
 * How a row begins that adds up others, in the languages of the headings, as `headingKey` writes it.
 * A longer name may begin with one of the words: it counts only if it is the whole of the text, or
 * a number or a colon follows.
 */
const WORDS =
  `sum summa summe summary suma somme som summen sammanlagt subtotal subtotals subtotaal subtotalt delsumma delsummor delsum
  deltotal mellansumma mellomsum zwischensumme soustotal välisumma total totals totalt totalsumma totalsum totala totaal
  totalbelopp totalgeneral totalgénéral grandtotal ialt gesamt gesamtsumme gesamtbetrag insgesamt yhteensä loppusumma
  överfört transporterat ingåendesaldo utgåendesaldo balancebroughtforward balancecarriedforward
  broughtforward carriedforward`.split(/\s+/);

/** Words that do so among sums alone: somebody may be called `Balance`. */
const WORDS_OF_MONEY = ['saldo', 'balance', 'transport'];

/** What the rows of a list are about: `money` where each has a sum. */
export type ListOf = 'money' | 'others';

/** Whether a text is what a row that adds up others is called: `Summa`, `Total customers: 2`. */
export const namesTotal = (text: string, list: ListOf): boolean => {
  const isWord = (word: string): boolean => {
    const key = headingKey(word);
    return WORDS.includes(key) || (list === 'money' && WORDS_OF_MONEY.includes(key));
  };
  if (isWord(text)) return true;
  const [, word = ''] = NAMES[list].exec(text.normalize('NFKC')) ?? [];
  return isWord(word);
};

/** An app may be called `Total War: Rome`: among others no words follow the colon. */
const NAMES = {
  money: /^(\p{L}+)(?!\p{L})[^\d:]*(?::|\d+$)/u,
  others: /^(\p{L}+)(?!\p{L})[^\d:]*(?::\P{L}*$|\d+$)/u,
} as const;

/**
 * Whether a row of a list of money may add up others: something in it is such a word. One with a
 * number of its own says more than that, and is none.
 */
export const isTotalRow = (row: SheetRow): boolean =>
  row.cells.some((_, index) => namesTotal(cellText(row, index), 'money'));

/**
 * Whether a row says nothing but such a word and counts: `Totalt`, 210, 190. What stands in a cell
 * `beside` them, such as the location that is added up, does not matter.
 */
export const isTotalAlone = (row: SheetRow, beside: readonly (number | undefined)[]): boolean => {
  const said = row.cells
    .map((_, index) => (beside.includes(index) ? '' : cellText(row, index)))
    .filter((text) => text !== '');
  const isTotal = (text: string): boolean => namesTotal(text, 'others');
  return said.some(isTotal) && said.every((text) => isTotal(text) || isCount(text));
};

/** A count, a share or a dash in place of one; longer figures are the number of something. */
const isCount = (text: string): boolean =>
  /^(?:[-–—]|[-–—\u2212]?\d{1,8}%?)$/.test(text.replace(/(?<=\d)[\s.,'’](?=\d)/gu, ''));
