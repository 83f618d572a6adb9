import type { SheetRow } from '../sheet.ts';

/** Whether a row is one of headings; `below` are the rows that it would head. */
export type IsHeadings = (row: SheetRow, below: readonly SheetRow[]) => boolean;

/**
 * What each row of a list is: a thing that is there once (an app, a person, a customer), something
 * about such things (who has which), or something that is given away (a code), so that what is beside
 * it may say to whom.
 */
export type RowsAre = 'things' | 'about-things' | 'given-away';

/**
 * What the rows under headings are, where another list may be beside them; undefined where the
 * headings make no list of their own. `beside` is what stands on both sides of them.
 */
export type RowsUnder = (
  row: SheetRow,
  below: readonly SheetRow[],
  beside: readonly string[],
) => RowsAre | undefined;

/** What a programme says of headings. */
export type KnowsHeadings = {
  /** Whether a row is one of headings. */
  readonly heads: IsHeadings;
  /** Whether a heading means something to it. */
  readonly knows: (heading: string) => boolean;
  /** What the rows under headings are, seen from another list beside them. */
  readonly rowsUnder: RowsUnder;
};
