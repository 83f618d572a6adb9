import { expect, test } from 'vitest';
import { csvTable, type Column } from '#ui/csv-table.ts';

type Row = { readonly name: string; readonly count: number };

const columns: readonly Column<Row>[] = [
  ['Kund', ({ name }) => name],
  ['Antal', ({ count }) => count],
];

test.each([
  ['sv', ';'],
  ['en', ','],
] as const)(
  'a table in %s: its headings, then what each column says of a row',
  (language, mark) => {
    const rows = [
      { name: 'Ö & Å', count: 3 },
      { name: '=1+1', count: -2 },
    ];
    expect(csvTable(columns, rows, language)).toBe(
      ['\ufeffKund*Antal', 'Ö & Å*3', "'=1+1*-2"].join('\r\n').replaceAll('*', mark),
    );
  },
);

test('a table without rows has its headings', () => {
  expect(csvTable(columns, [], 'sv')).toBe('\ufeffKund;Antal');
});
