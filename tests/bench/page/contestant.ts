/** One row of the store as the bench writes it: what all contestants store is the same. */
export type Row = { readonly id: string; readonly kind: string; readonly [field: string]: unknown };

/**
 * A store under measure. Each begins empty; `reopen` closes and opens it again, as a cold start of
 * the page would.
 */
export type Contestant = {
  readonly name: string;
  insert(rows: readonly Row[]): Promise<void>;
  reopen(): Promise<void>;
  /** The first 50 of the list that home shows: earliest deadline first. */
  firstDue(): Promise<number>;
  /** Reads all rows of a kind; answers how many. */
  all(kind: string): Promise<number>;
  /** Writes one change and resolves when a reader of that record has it. */
  save(id: string, amount: string): Promise<void>;
  destroy(): Promise<void>;
};
