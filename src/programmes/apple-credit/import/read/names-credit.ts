import { headingKey } from '#core/import/heading-key.ts';
import { meaningOf, type HeadingMeaning } from './headings.ts';
import type { RecognisedSheet } from './values.ts';

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

/** Headings of those that any list of customers has as well. */
const OF_ANYBODY = /^(e?mail|e?post|mejl|köpare)/;

/** Whether the headings of a sheet, or the lines above them, say that it is Apple's. */
export const namesCredit = ({ columns, preamble, needsMapping }: RecognisedSheet): boolean =>
  !needsMapping &&
  [...columns.map(({ heading }) => heading), ...preamble.map(({ key }) => key)].some(isOfCredit);

const isOfCredit = (heading: string): boolean =>
  OF_CREDIT.includes(meaningOf(heading)) && !OF_ANYBODY.test(headingKey(heading));
