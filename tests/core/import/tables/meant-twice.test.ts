import { describe, expect, test } from 'vitest';
import { askedOfColumns, meantTwice, toldApart } from '#core/import/tables/meant-twice.ts';
import { columnsUnder } from '#core/import/tables/table-columns.ts';

type Field = 'number' | 'sum';
const fieldOf = (heading: string): Field | undefined => {
  if (/^order/i.test(heading)) return 'number';
  return /sum/i.test(heading) ? 'sum' : undefined;
};

/** The columns of a list, and which of them mean one thing and differ. */
const read = (...lines: readonly string[]) => {
  const [header, ...rows] = lines.map((line, at) => ({ number: at + 1, cells: line.split(';') }));
  if (header === undefined) throw new Error('a list has headings');
  const columns = columnsUnder(header, rows, fieldOf);
  const twice = meantTwice(columns, rows, fieldOf);
  return {
    fields: columns.map(({ field }) => field),
    twice: twice && [twice.field, ...twice.columns.map(({ heading }) => heading)],
  };
};

describe('A5: two columns whose headings mean one thing', () => {
  test.each([
    ['say different things', ['Order;Ordernummer', 'O1;1000001'], ['Order', 'Ordernummer']],
    ['differ in one row alone', ['Order;Ordernummer', '1;1', '2;3'], ['Order', 'Ordernummer']],
  ])('A5: are asked about where they %s', (_, lines, headings) => {
    expect(read(...lines).twice).toEqual(['number', ...headings]);
  });

  test.each([
    ['the same', ['Order;Ordernummer', '1000001;1000001']],
    ['the same in another dress', ['Summa;Delsumma', '5000;5 000,00', 'w12;W-12']],
    ['something in rows of their own', ['Order;Ordernummer', '1;', ';2']],
    ['what is meant once', ['Order;Summa', '1;5000']],
    ['two things under one heading, of which the first is meant', ['Summa;Summa', '5000;6000']],
  ])('A5: are not asked about where they say %s', (_, lines) => {
    expect(read(...lines).twice).toBeUndefined();
  });

  test('A5: the first has the field, or the second where nothing is in the first', () => {
    expect(read('Order;Ordernummer', 'O1;1000001').fields).toEqual(['number', '']);
    expect(read('Order;Ordernummer', ';1000001', ' ;1000002').fields).toEqual(['', 'number']);
    expect(read('Order;Ordernummer', ';').fields).toEqual(['number', '']);
    expect(read('Summa;summa:', ';6000').fields).toEqual(['sum', '']);
  });

  test('A5: are asked about no more once somebody said what they mean', () => {
    const twice = { field: 'number', columns: [], isOpen: true };
    expect(toldApart(twice)).toEqual({ ...twice, isOpen: false });
    expect(toldApart(undefined)).toBeUndefined();
  });

  test('A5: wait where a sheet asks something else of its columns', () => {
    const twice = { field: 'number', columns: [], isOpen: true };
    expect(askedOfColumns(false, twice)).toEqual({ needsMapping: true, twice });
    expect(askedOfColumns(false, { ...twice, isOpen: false }).needsMapping).toBe(false);
    expect(askedOfColumns(true, twice)).toEqual({ needsMapping: true, twice: undefined });
  });
});
