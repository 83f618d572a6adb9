import * as fc from 'fast-check';
import { separatedText } from '#core/import/sheet.ts';
import type { Encoding } from './written.ts';
import { encoded } from './written.ts';

/** The cells of a sheet, row by row. */
export type Table = readonly (readonly string[])[];

/** How large a table is, and where it begins: `from` is the first row below its headings. */
export type Extent = { readonly length: number; readonly width: number; readonly from: number };

/** What can happen to a table on its way from one person to the next. */
export type Mutation = { readonly name: string; readonly of: (table: Table) => Table };

/** Rows in another order: those below `from`, of which all are moved. */
const shuffled = ({ length, from }: Extent): fc.Arbitrary<Mutation> => {
  const below = Array.from({ length: Math.max(0, length - from) }, (_, at) => from + at);
  return fc.shuffledSubarray(below, { minLength: below.length }).map((order) => ({
    name: `rows in the order ${order.join(' ')}`,
    of: (table) =>
      table.map((row, at) => (at < from ? row : (table[order[at - from] ?? at] ?? row))),
  }));
};

/** Two columns in each other's place, from the headings on: lines above them have none. */
const swapped = ({ width, from }: Extent): fc.Arbitrary<Mutation> =>
  fc.tuple(fc.nat(Math.max(0, width - 1)), fc.nat(Math.max(0, width - 1))).map(([one, other]) => ({
    name: `columns ${one} and ${other} swapped`,
    of: (table) =>
      table.map((row, number) =>
        number < from - 1
          ? row
          : Array.from({ length: Math.max(row.length, one + 1, other + 1) }, (_, at) => {
              const before = at === one ? other : at === other ? one : at;
              return row[before] ?? '';
            }),
      ),
  }));

/** A row with a word and what the others come to. */
const totalled = (width: number): fc.Arbitrary<Mutation> =>
  fc.constantFrom('Total', 'Summa', 'Gesamt', 'Totalt: 3').map((word) => ({
    name: `a row ${word} below`,
    of: (table) => [...table, Array.from({ length: width }, (_, at) => (at === 0 ? word : '12'))],
  }));

/** An empty line among the rows. */
const parted = ({ length }: Extent): fc.Arbitrary<Mutation> =>
  fc.nat(length).map((at) => ({
    name: `an empty line before row ${at + 1}`,
    of: (table) => [...table.slice(0, at), [''], ...table.slice(at)],
  }));

/** What changes nothing of what a table says. */
export const harmless = (extent: Extent): fc.Arbitrary<Mutation> =>
  fc.oneof(
    shuffled(extent),
    swapped(extent),
    parted(extent),
    fc.constant({ name: 'as it was', of: (table: Table) => table }),
  );

/** Everything that can happen to a table. */
export const mutations = (extent: Extent): fc.Arbitrary<Mutation> =>
  fc.oneof({ weight: 4, arbitrary: harmless(extent) }, totalled(extent.width));

/** How a table may be written. */
export const writings: fc.Arbitrary<{
  readonly separator: ';' | ',';
  readonly encoding: Encoding;
}> = fc.record({
  separator: fc.constantFrom(';', ','),
  encoding: fc.constantFrom<Encoding>(
    'utf-8',
    'utf-8-bom',
    'utf-16le',
    'utf-16be',
    'utf-16be-bare',
  ),
});

/** A table as a file. */
export const writtenTable = (
  table: Table,
  { separator, encoding }: { readonly separator: ';' | ','; readonly encoding: Encoding },
): Uint8Array<ArrayBuffer> => encoded(separatedText(table, separator), encoding);
