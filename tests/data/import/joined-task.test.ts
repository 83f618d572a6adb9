import { expect, test } from 'vitest';
import type { ImportTask } from '#data/import/import-task.ts';
import { joinedTask } from '#data/import/lot/joined-task.ts';

const taskOf = (sheet: string): ImportTask => ({
  file: {
    name: 'bok.xlsx',
    file: 'all',
    files: [{ name: 'bok.xlsx', file: 'f', sheets: [{ name: sheet, own: sheet }] }],
  },
  rows: [],
  size: 1,
  prepare: () => Promise.reject(new Error('nothing is written here')),
  saw: new Map(),
  orders: [],
  really: () => ({ rows: [] }),
  mappings: [],
});

test('A5: a workbook of which two programmes read a sheet each is one file, with both sheets', () => {
  const { file, size } = joinedTask([taskOf('Koder'), taskOf('Kunder')]);
  expect(file.files).toEqual([
    {
      name: 'bok.xlsx',
      file: 'f',
      sheets: [
        { name: 'Koder', own: 'Koder' },
        { name: 'Kunder', own: 'Kunder' },
      ],
    },
  ]);
  expect(size).toBe(2);
});
