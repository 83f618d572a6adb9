/** Something in the file that can mean two things. One answer holds for all rows of the file. */
export type Question = {
  /** Names the question in `Answers`; the same mark in another sheet asks nothing again. */
  readonly id: string;
  readonly kind: 'amount' | 'date-order' | 'order-number' | 'amount-of';
  readonly sheet: string;
  readonly row: number;
  /** The cell; of sums under one heading, the heading. */
  readonly written: string;
  /** The order of the file by which it is asked whose its sums are. */
  readonly order?: { readonly number: string; readonly codes: number; readonly currency: string };
  /**
   * `id` goes into the answers; `reads` is what `written` then means: an amount (`25000.00`), also
   * that of the order, or a day; '' of a number that may be a code, which is never told, and of a
   * sum that is not clear yet.
   */
  readonly choices: readonly { readonly id: string; readonly reads: string }[];
};

/** The chosen `choices[].id` by question id. */
export type Answers = Readonly<Record<string, string>>;
