import { ownEntry } from '../own-entry.ts';

/**
 * Where rows go that do not name a place: where the file, or an earlier import of it, puts them; to
 * a place of their own; or to the record with that id.
 */
export type Destination = 'as-suggested' | 'new-batch' | { readonly id: string };

/** The user's answers to questions about the file as a whole. */
export type Choice = {
  readonly destination: Destination;
  /** By sheet, where it was said of one of several files alone. */
  readonly apart?: Readonly<Record<string, Destination>>;
  /** The order meant, by the `question` of a row that could mean several. */
  readonly orders: Readonly<Record<string, string>>;
  /** Whom a whole list no longer names and someone chose to take off; nobody goes by itself. */
  readonly takenOff?: readonly string[];
};

/** Before any question is answered. */
export const NO_CHOICE: Choice = { destination: 'as-suggested', orders: {} };

/** Where the rows of a sheet go that do not name a place. */
export const destinationFor = (
  { destination, apart = {} }: Pick<Choice, 'destination' | 'apart'>,
  sheet: string,
): Destination => ownEntry(apart, sheet) ?? destination;

/** Every place that was chosen, for whichever sheet. */
export const placesChosen = ({ destination, apart = {} }: Choice): readonly string[] =>
  [destination, ...Object.values(apart)].flatMap((to) => (typeof to === 'string' ? [] : [to.id]));

/** Whether it was left to the files where rows go. */
export const isAsSuggested = ({ destination, apart = {} }: Choice): boolean =>
  destination === 'as-suggested' && Object.values(apart).every((to) => to === 'as-suggested');
