import type { WordsFor } from '#core/import/heading-words.ts';
import type { PreambleLine } from '../values.ts';

/**
 * What a heading or the key of a line above the headings can mean. `purchaser` is a name or an
 * Apple ID by its content.
 */
export type HeadingMeaning = Exclude<PreambleLine['field'], ''> | 'purchaser' | 'offerCode';

/** Whose a sum beside a code is: that of the code alone, or that of its whole order. */
export type SumOf = 'code' | 'order';

/** The words of one language, as `headingKey` writes them. */
export type CreditWords = {
  readonly headings: WordsFor<HeadingMeaning>;
  /** Headings of sums that say whose they are; of others, nobody knows. */
  readonly sums: Readonly<Record<SumOf, string>>;
  /** Those of the headings that any list of customers has as well. */
  readonly everyday: string;
  /** Headings of numbers that look like codes: devices, people, books, Adobe's customers. */
  readonly otherThings: string;
  /** What a status says of a code that is used. */
  readonly redeemed: string;
  /** What it says of one that is not. */
  readonly unredeemed: string;
};
