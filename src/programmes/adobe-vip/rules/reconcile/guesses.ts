import type { OurLine } from './sides.ts';

/** What a row looks like. */
export type GuessCode =
  | 'price-differs'
  | 'quantity-differs'
  | 'returned'
  | 'other-level'
  | 'other-pool'
  | 'other-product'
  | 'other-currency'
  | 'other-number'
  | 'looks-like-order'
  | 'looks-like-line'
  | 'no-customer'
  | 'several-customers'
  | 'no-order'
  | 'not-in-order'
  | 'no-return'
  | 'not-invoiced'
  | 'named-elsewhere'
  | 'all-returned'
  | 'credit-to-come';

/**
 * A guess as a code with its parameters, and the line of ours that it would pair a line of an
 * invoice with.
 */
export type Guess = {
  readonly code: GuessCode;
  readonly params?: Readonly<Record<string, string | number>>;
  readonly pairWith?: OurLine;
};
