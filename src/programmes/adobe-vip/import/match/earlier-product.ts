import type { WithHistory } from './earlier-number.ts';
import { isOfProduct, type KnownLine, type ListedLine } from './line-match.ts';

/** What a row says of its line; of whatever quantity where it says none. */
type RowLine = Omit<ListedLine, 'quantity'> & { readonly quantity?: number };

type Lines = Readonly<Record<string, KnownLine>>;

/**
 * The line that had the product of a row until a person named it otherwise, with as many licences
 * as it had then or has now: an old list still calls it so. A list names no line again, and a line
 * that took the place of another was not renamed.
 */
export const renamedLine = <Line extends KnownLine & { readonly id: string }>(
  { before }: WithHistory,
  lines: readonly Line[],
  wanted: RowLine,
): Line | undefined =>
  lines.find((line) =>
    before?.history.some(({ field, from, to }) => {
      if (field !== 'lines') return false;
      const [was, became] = [from, to].map((all) => ((all ?? {}) as Lines)[line.id]);
      if (was === undefined || became === undefined) return false;
      const counts = [was.quantity, line.quantity, line.left];
      const isAsMany = wanted.quantity === undefined || counts.includes(wanted.quantity);
      return isAsMany && isOfProduct(was, wanted) && !isOfProduct(became, wanted);
    }),
  );
