import { headingKey } from '#core/import/heading-key.ts';
import { lookUpIn } from '#core/import/heading-words.ts';

/** Headings that may add up money as well as licences, those that count pieces, and those of a use. */
const meaning = lookUpIn([
  {
    sum: `total totals totalt summa totale totaal gesamt ialt yhteensä`,
    pieces: `quantity qty kvantitet antal st stk stck stückzahl anzahl menge aantal quantité cantidad antall
      määrä kpl`,
  },
]);

const PRICE = /price|unitcost|pris(?!e)|preis|prijs|prix|precio|hinta/;

/**
 * Whether what is called no more than a total is money beside these headings: where another one
 * counts the pieces, or where one says a price and none what is used or free.
 */
export const totalsAreMoney = (
  headings: readonly string[],
  fieldOf: (heading: string) => string | undefined,
): boolean => {
  if (headings.some((heading) => meaning(heading) === 'pieces')) return true;
  const countsUse = headings.some((heading) => COUNTS_USE.has(fieldOf(heading)));
  return !countsUse && headings.some((heading) => PRICE.test(headingKey(heading)));
};

const COUNTS_USE = new Set<string | undefined>(['assigned', 'available']);

/** Whether a heading says that something is added up, but not what. */
export const isBareTotal = (heading: string): boolean => meaning(heading) === 'sum';
