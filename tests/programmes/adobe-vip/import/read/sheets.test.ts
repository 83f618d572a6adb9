import { describe, expect, test } from 'vitest';
import type { SheetFile } from '#core/import/sheet.ts';
import { shelveAnyway, shelveFile } from '#data/import/shelve-file.ts';
import type { AnyShelved } from '#programmes/imports.ts';

const VIP = '5A20C8F190D73B627E4D';
const CUSTOMERS = ['Kund;VIP-ID;Årsdag', `Linden;${VIP};2027-03-15`];
const fileOf = (sheets: Readonly<Record<string, readonly string[]>>): SheetFile => ({
  name: 'bok.xlsx',
  digest: 'aa',
  sheets: Object.entries(sheets).map(([name, lines]) => ({
    name,
    rows: lines.map((line, at) => ({ number: at + 1, cells: line.split(';') })),
  })),
});
const told = ({ shelf, skipped }: AnyShelved) => ({
  read: shelf.content().sheets.map(({ name, kind }) => `${name}: ${kind}`),
  skipped,
});
const taken = (sheets: Readonly<Record<string, readonly string[]>>) => {
  const shelved = shelveFile(fileOf(sheets), ['adobe-vip']);
  if (!shelved.ok) throw new Error(shelved.problem.code);
  return shelved.value;
};
const nothing = (name: string) => ({ name, reason: 'nothing-here' });

describe('A5, C13: the sheets of a book with VIP lists', () => {
  test('A5: each sheet with something in it that is not read is named', () => {
    const book = { Kunder: CUSTOMERS, Listor: ['EDU', 'COM'], Appar: ['App;Adam-ID', 'Karta;9'] };
    expect(told(taken({ ...book, Tomt: [], Blankt: [';'] }))).toEqual({
      read: ['Kunder: customers'],
      skipped: [nothing('Listor'), nothing('Appar')],
    });
  });

  test('A5: so is what lies beside a list that is told by its content', () => {
    expect(told(taken({ Blad1: ['Vem;Nummer', `Linden;${VIP}`], Blad2: ['EDU'] }))).toEqual({
      read: ['Blad1: customers'],
      skipped: [nothing('Blad2')],
    });
  });

  test('A5: so are the others where someone says what a file is', () => {
    const shelved = shelveAnyway(fileOf({ Ett: ['Aa;Bb', '1;2'], Två: ['Cc'] }), 'customers');
    expect(shelved === undefined ? undefined : told(shelved)).toEqual({
      read: ['Ett: customers'],
      skipped: [nothing('Två')],
    });
  });

  test('C13: a sheet with the headings of another is read as it is, though it tells nothing', () => {
    const { shelf, skipped } = taken({
      EDU: ['Vem;Nummer;Vad', `Linden;${VIP};x`],
      COM: ['Försäljning', 'Vem;Nummer;Vad', 'Västby AB;;y'],
      GOV: ['Vem;Nummer', 'Norrby;'],
    });
    const { sheets } = shelf.content();
    expect(sheets.map(({ name, kind, headerRow }) => [name, kind, headerRow])).toEqual([
      ['EDU', 'customers', 1],
      ['COM', 'customers', 2],
    ]);
    expect(sheets.map(({ needsMapping }) => needsMapping)).toEqual([true, true]);
    expect(sheets[1]?.columns.map(({ field }) => field)).toEqual(['', 'vipId', '']);
    expect(skipped).toEqual([nothing('GOV')]);
  });
});
