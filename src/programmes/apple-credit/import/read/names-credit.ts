import { isEveryday, meaningOf } from './headings.ts';
import type { RecognisedSheet } from './values.ts';
import type { HeadingMeaning } from './words/credit-words.ts';

/**
 * What only sheets of Apple's credit and codes have; an order's number and a sum are in everybody's
 * lists.
 */
const OF_CREDIT: readonly (HeadingMeaning | undefined)[] = [
  'code',
  'link',
  'creditNumber',
  'purchaser',
  'purchaserName',
  'purchaserAppleId',
];

/** Whether the headings of a sheet, or the lines above them, say that it is Apple's. */
export const namesCredit = ({ columns, preamble, needsMapping }: RecognisedSheet): boolean =>
  !needsMapping &&
  [...columns.map(({ heading }) => heading), ...preamble.map(({ key }) => key)].some(isOfCredit);

const isOfCredit = (heading: string): boolean =>
  OF_CREDIT.includes(meaningOf(heading)) && !isEveryday(heading);
