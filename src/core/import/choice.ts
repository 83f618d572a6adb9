/**
 * Where rows go that do not name a place: where the file, or an earlier import of it, puts them; to
 * a place of their own; or to the record with that id.
 */
export type Destination = 'as-suggested' | 'new-batch' | { readonly id: string };

/** The user's answers to questions about the file as a whole. */
export type Choice = {
  readonly destination: Destination;
  /** The order meant, by the `question` of a row that could mean several. */
  readonly orders: Readonly<Record<string, string>>;
};

/** Before any question is answered. */
export const NO_CHOICE: Choice = { destination: 'as-suggested', orders: {} };
