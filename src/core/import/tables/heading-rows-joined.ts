import { headingKey } from '../heading-key.ts';
import { filledIn, mayBeHeadings } from './heading-row.ts';
import type { Sheet, SheetRow } from '../sheet.ts';
import { mayHead } from './headings-in.ts';
import type { KnowsHeadings } from './knows-headings.ts';
import { cellText, HEADINGS_WITHIN, widthOf } from './table-columns.ts';

type Known = Pick<KnowsHeadings, 'heads' | 'knows'>;

/**
 * A sheet whose headings are broken over two rows, `Order` over `number` and `date`, with one row in
 * their place: `Order / number`, `Order / date`. Only where more of them mean something together than
 * in either row: a merged row above a list that speaks for itself stays apart.
 */
export const withJoinedHeadings = (sheet: Sheet, { heads, knows }: Known): Sheet => {
  const { rows } = sheet;
  for (const [at, lower] of rows.slice(0, HEADINGS_WITHIN).entries()) {
    const upper = rows[at - 1];
    if (upper === undefined || lower.number !== upper.number + 1) continue;
    if (![upper, lower].every((row) => mayBeHeadings(row) && mayHead(row))) continue;
    const again = repeatedIn(lower, knows);
    const joined = join(
      upper,
      lower,
      (heading) => knows(heading) && !again.has(headingKey(heading)),
    );
    const knownIn = (row: SheetRow): number => differentIn(row, knows);
    const known = knownIn(joined);
    const isMore =
      known > Math.max(knownIn(upper), knownIn(lower)) && known >= filledIn(joined) / 2;
    // `Name` twice is told apart by what is above it alone.
    if (!isMore && again.size === 0) continue;
    const below = rows.slice(at + 1);
    if (heads(joined, below))
      return { ...sheet, rows: [...rows.slice(0, at - 1), joined, ...below] };
  }
  return sheet;
};

/** How many different headings of a row mean something. */
const differentIn = (row: SheetRow, knows: KnowsHeadings['knows']): number =>
  new Set(row.cells.filter(knows).map(headingKey)).size;

/** Headings that mean something and stand in a row several times. */
const repeatedIn = ({ cells }: SheetRow, knows: KnowsHeadings['knows']): ReadonlySet<string> => {
  const keys = cells.filter(knows).map(headingKey);
  return new Set(keys.filter((key, at) => keys.indexOf(key) < at));
};

/**
 * Each heading with what is above it, where that means something, else by itself where that does;
 * what is above goes on to the right, as a merged cell does.
 */
const join = (upper: SheetRow, lower: SheetRow, knows: KnowsHeadings['knows']): SheetRow => {
  let above = '';
  const cells = Array.from({ length: widthOf([upper, lower]) }, (_, index) => {
    const own = cellText(lower, index);
    const over = cellText(upper, index);
    if (over !== '') above = over;
    if (own === '') return over;
    const both = above === '' ? own : `${above} / ${own}`;
    return !knows(both) && knows(own) ? own : both;
  });
  return { number: lower.number, cells };
};
