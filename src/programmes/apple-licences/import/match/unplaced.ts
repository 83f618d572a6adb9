import { grouped } from '#core/grouped.ts';
import type { PlacesSaid } from '../plan/planned.ts';
import type { ListRow, ListValue } from '../read/values.ts';
import { isUnnamed } from './named-so-far.ts';

/** What a row says of the token that its licences come from: how many it could be that are here. */
export type NamedToken = { readonly name: string; readonly matches: number };

/** How a row says where it is. */
type Says = {
  /** The name of its location, or of its library; '' where it says none. */
  readonly placeOf: (row: ListValue) => string;
  /** The token that it names; undefined where it names none. */
  readonly tokenOf: (row: ListValue) => NamedToken | undefined;
};

/**
 * What the rows of each sheet say of where they are, where some do not say their location. Rows that
 * are never placed by what they say, such as installations, do not count.
 */
export const unplacedSheets = (
  rows: readonly ListRow[],
  { placeOf, tokenOf }: Says,
): readonly PlacesSaid[] => {
  const bySheet = Map.groupBy(rows.filter(isPlaceable), ({ sheet }) => sheet);
  return [...bySheet].flatMap(([sheet, own]): PlacesSaid[] => {
    const without = own.filter((row) => placeOf(row) === '');
    if (without.length === 0) return [];
    const named = without.flatMap((row) => tokenOf(row) ?? []);
    const tokens = [...grouped(named, ({ name }) => name).values()].flatMap((same) =>
      same.slice(0, 1).map((token) => ({ ...token, rows: same.length })),
    );
    return [
      {
        sheet,
        rows: own.length,
        silent: without.length - named.length,
        named: [...new Set(own.map(placeOf).filter((place) => place !== ''))],
        tokens,
      },
    ];
  });
};

const isPlaceable = (row: ListRow): row is ListValue =>
  row.outcome === 'value' && row.is !== 'install' && row.is !== 'token' && !isUnnamed(row);
