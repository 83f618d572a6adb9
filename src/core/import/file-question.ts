/** Something in the file that can mean two things. One answer holds for all rows of the file. */
export type Question = {
  /** Names the question in `Answers`; the same mark in another sheet asks nothing again. */
  readonly id: string;
  readonly kind: 'amount' | 'date-order' | 'order-number';
  readonly sheet: string;
  readonly row: number;
  readonly written: string;
  /**
   * `id` goes into the answers; `reads` is what `written` then means: an amount (`25000.00`) or a
   * day; '' of a number that may be a code, which is never told.
   */
  readonly choices: readonly { readonly id: string; readonly reads: string }[];
};

/** The chosen `choices[].id` by question id. */
export type Answers = Readonly<Record<string, string>>;
