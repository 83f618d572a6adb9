import { headingKey } from '#core/import/heading-key.ts';
import { asHeading, lookUpIn, wordsIn } from '#core/import/heading-words.ts';
import { crownsBy, type Crowns } from '#core/text/written-currency.ts';
import type { SheetField } from './values.ts';
import type { HeadingMeaning, SumOf } from './words/credit-words.ts';
import { danish } from './words/danish-headings.ts';
import { english } from './words/english-headings.ts';
import { languages } from './words/languages.ts';
import { norwegian } from './words/norwegian-headings.ts';
import { swedish } from './words/swedish-headings.ts';

/** What a heading means, or undefined when it is not known. */
export const meaningOf = asHeading(
  lookUpIn<HeadingMeaning>(languages.map(({ headings }) => headings)),
);

/** Whose the sums below a heading are, where it says so. */
export const sumOf = asHeading(lookUpIn<SumOf>(languages.map(({ sums }) => sums)));

/** Whether any list of customers has such a heading: it does not say that a sheet is Apple's. */
export const isEveryday = (heading: string): boolean => everyday(heading) !== undefined;

const everyday = lookUpIn(languages.map(({ everyday: words }) => ({ everyday: words })));

/**
 * Whether mappings are remembered by such a heading even where another one may be a code. They were
 * stored when only these two languages were known: a word of another keeps its place as its name.
 */
export const isNamedInKeys = (heading: string): boolean => namedInKeys.has(headingKey(heading));

const namedInKeys = new Set(
  [english, swedish].flatMap(({ headings }) => Object.values(headings).flatMap(wordsIn)),
);

const otherThings = lookUpIn(languages.map(({ otherThings: words }) => ({ other: words })));

/** What such numbers are called, whatever stands before it: `iPad-serienummer`. */
const SERIAL = /serienummer|serienr|serialn|seriennummer|numérodesérie|númerodeserie|sarjanumero/;

/** Whether a heading says that its column holds something other than codes. */
export const namesOtherThing = (heading: string): boolean =>
  otherThings(heading) !== undefined ||
  SERIAL.test(headingKey(heading)) ||
  !['code', 'link', undefined].includes(meaningOf(heading));

/** Fields that can appear above the headings and apply to the whole sheet. */
export const isPreambleField = (meaning: HeadingMeaning): boolean =>
  !['code', 'link', 'status', 'comment', 'offerCode'].includes(meaning);

/** Fields of a column; what only is above the headings (`Codes Purchased`) is none. */
export const isColumnField = (meaning: HeadingMeaning): meaning is SheetField | 'purchaser' =>
  !['purchased', 'redeemed', 'remaining', 'offerCode'].includes(meaning);

const inSwedish = lookUpIn<HeadingMeaning>([swedish.headings]);
const inNorwegian = lookUpIn<HeadingMeaning>([norwegian.headings]);
const inDanish = lookUpIn<HeadingMeaning>([danish.headings]);

/** Whose kronor `kr` alone is in a sheet with these headings. */
export const crownsIn = (headings: readonly string[]): Crowns => {
  const knownTo = (knows: typeof inSwedish): number =>
    headings.filter((heading) => knows(heading) !== undefined).length;
  return crownsBy({
    SEK: knownTo(inSwedish),
    NOK: knownTo(inNorwegian),
    DKK: knownTo(inDanish),
  });
};

/**
 * Whether headings are Swedish, and of no neighbour: a sum among them is in kronor. A word alone may
 * be of another language, too (`Summa`).
 */
export const areSwedish = (headings: readonly string[]): boolean => {
  const known = headings.filter((heading) => meaningOf(heading) !== undefined);
  const swedish = known.filter((heading) => inSwedish(heading) !== undefined);
  const { codes, areTaken } = crownsIn(headings);
  return !areTaken && codes.includes('SEK') && swedish.length > known.length / 2;
};
