import { describe, expect, test } from 'vitest';
import type { SheetRow } from '#core/import/sheet.ts';
import { questionsOf } from '#programmes/apple-credit/import/read/questions.ts';
import { recogniseFile } from '#programmes/apple-credit/import/read/lists.ts';
import { readRows } from '#programmes/apple-credit/import/read/rows.ts';

const sheetsOf = (...lines: readonly string[]) => {
  const rows = lines
    .map((line, at): SheetRow => ({ number: at + 1, cells: line.split(';') }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  const file = { name: 'x', digest: '', sheets: [{ name: '', rows }] };
  const found = recogniseFile(file);
  if (!found.ok) throw new Error(found.problem.code);
  return found.value.sheets;
};
const read = (...lines: readonly string[]) => {
  const sheets = sheetsOf(...lines);
  const [sheet] = sheets;
  return {
    order: sheet?.metadata.orderNumber,
    asks: sheet?.needsMapping,
    rows: readRows(sheets, {}).map((row) => (row.outcome === 'value' ? row.code : row.reason)),
  };
};

describe('A5: an order number without a word for it above pasted codes', () => {
  test.each(['W900000417', 'MNB0000417', 'w900000417'])('A5: %s is the order’s', (number) => {
    expect(read(number, '', 'FAKE00000001', 'FAKE00000002')).toEqual({
      order: number,
      asks: true,
      rows: ['FAKE00000001', 'FAKE00000002'],
    });
  });

  test('A5: where the order is named, that counts', () => {
    expect(read('Order Number: W900000111', 'W900000417', 'FAKE00000001')).toEqual({
      order: 'W900000111',
      asks: true,
      rows: ['number-alone', 'FAKE00000001'],
    });
  });

  test('A5: ten figures may be the number of anything: told, and no code', () => {
    expect(read('1234567890', 'FAKE00000001', 'FAKE00000002')).toEqual({
      order: undefined,
      asks: true,
      rows: ['number-alone', 'FAKE00000001', 'FAKE00000002'],
    });
  });

  test('A5: of several numbers none is that of all codes', () => {
    const codes = ['W900000417', 'FAKE00000001', 'W900000418', 'FAKE00000002'];
    expect(read(...codes)).toEqual({
      order: undefined,
      asks: true,
      rows: ['number-alone', 'FAKE00000001', 'number-alone', 'FAKE00000002'],
    });
    expect(read('FAKE00000001', 'W900000418').rows).toEqual(['FAKE00000001', 'number-alone']);
  });

  test('A5: whether they are orders’ is asked once, without the number, and then each is that of the codes below it', () => {
    const lines = ['W900000417', 'FAKE00000001', '', 'W900000418', 'FAKE00000002', '1234567890'];
    const sheets = sheetsOf(...lines);
    expect(questionsOf(sheets)).toEqual([
      {
        id: 'order-number',
        kind: 'order-number',
        sheet: '',
        row: 1,
        written: '',
        choices: [
          { id: 'yes', reads: '' },
          { id: 'no', reads: '' },
        ],
      },
    ]);
    const told = (answer: string) =>
      readRows(sheets, { 'order-number': answer }).map((row) =>
        row.outcome === 'value' ? [row.code, row.orderNumber] : [row.row, row.reason],
      );
    // The last has no codes below it: it stays unread, and named.
    expect(told('yes')).toEqual([
      ['FAKE00000001', 'W900000417'],
      ['FAKE00000002', 'W900000418'],
      [6, 'number-alone'],
    ]);
    // Nor is one lost below which there is something else.
    expect(
      readRows(sheetsOf(...lines, 'Tack'), { 'order-number': 'yes' }).map(({ row, outcome }) => [
        row,
        outcome,
      ]),
    ).toContainEqual([6, 'unreadable']);
    expect(told('no')).toEqual(told(''));
    expect(told('no')).toContainEqual([1, 'number-alone']);
    expect(questionsOf(sheetsOf('W900000417', 'FAKE00000001'))).toEqual([]);
  });

  test('A5: a code that only looks like one stays a code', () => {
    expect(read('W900000417', 'FAKE000001', 'FAKE000002').rows).toHaveLength(3);
    expect(read('1234567890', '123456789012', '123456789013').rows).toHaveLength(3);
    expect(read('W900000417').rows).toEqual(['W900000417']);
    expect(read('W900000417;7A', 'FAKE00000001;7B').rows).toHaveLength(2);
  });
});
