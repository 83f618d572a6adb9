/**
 * Where rows go that do not say it themselves: to where the file, or an earlier run of it, leads;
 * to a place of their own; or to the record of that id.
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
