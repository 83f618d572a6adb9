import type { WordsFor } from '#core/import/heading-words.ts';
import type { PreambleLine } from '../values.ts';

/**
 * What a heading or the key of a line above the headings can mean. `purchaser` is a name or an
 * Apple ID by its content.
 */
export type HeadingMeaning = Exclude<PreambleLine['field'], ''> | 'purchaser' | 'offerCode';

/** The words of one language, as `headingKey` writes them. */
export type CreditWords = {
  readonly headings: WordsFor<HeadingMeaning>;
  /** Those of the headings that any list of customers has as well. */
  readonly everyday: string;
  /** Headings of numbers that look like codes: devices, people, books, Adobe's customers. */
  readonly otherThings: string;
  /** What a status says of a code that is used. */
  readonly redeemed: string;
  /** What it says of one that is not. */
  readonly unredeemed: string;
};
