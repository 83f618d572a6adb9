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
  async (language, mark) => {
    const rows = [
      { name: 'Ö & Å', count: 3 },
      { name: '=1+1', count: -2 },
    ];
    expect(await csvTable(columns, rows, language)).toBe(
      ['\ufeffKund*Antal', 'Ö & Å*3', "'=1+1*-2"].join('\r\n').replaceAll('*', mark),
    );
  },
);

test('a table without rows has its headings', async () => {
  expect(await csvTable(columns, [], 'sv')).toBe('\ufeffKund;Antal');
});

test.each([199, 200, 201, 400, 1_000])(
  'X8: %i rows are written in their order, and the page has turns meanwhile',
  async (count) => {
    let turns = 0;
    let isWritten = false;
    const takeTurns = (): void => {
      turns += 1;
      if (!isWritten) setImmediate(takeTurns);
    };
    setImmediate(takeTurns);
    const rows = Array.from({ length: count }, (_, at) => ({ name: `Kund ${at}`, count: at }));
    const table = await csvTable(columns, rows, 'sv');
    isWritten = true;
    const lines = rows.map(({ name, count: of }) => `${name};${of}`);
    expect(table).toBe(['\ufeffKund;Antal', ...lines].join('\r\n'));
    expect(turns).toBeGreaterThanOrEqual(Math.floor((count + 1) / 200));
  },
);
