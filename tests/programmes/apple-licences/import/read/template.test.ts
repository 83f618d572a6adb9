import { expect, test } from 'vitest';
import { listTemplate, savingFromApple } from '#programmes/apple-licences/import/read/template.ts';
import { licenceTables, readLicenceRows } from '#programmes/apple-licences/import/read/rows.ts';
import { fileOf, sheetOf } from '#tests/factories/sheet-rows.ts';

test.each([';', ','] as const)('B9: the template (%s) is read as what it says', (separator) => {
  const rows = listTemplate(separator, '2026-11-20')
    .split('\r\n')
    .map((line) => line.split(separator));
  const tables = licenceTables(fileOf(sheetOf(rows)));
  expect(tables.ok && readLicenceRows(tables.value)).toMatchObject([
    {
      outcome: 'line',
      line: {
        location: 'Grundskolor',
        adamId: '900000000001',
        said: { total: 120, assigned: 116 },
        asOf: '2026-11-20',
      },
    },
  ]);
});

test('B7: the commands contain the name of the token’s file, and never the token', () => {
  for (const { command } of savingFromApple('token.vpptoken')) {
    expect(command).toContain('< token.vpptoken');
    expect(command).toMatch(/-o [a-z-]+(-0)?\.json "https:\/\/vpp\.itunes\.apple\.com\/mdm\/v2\//);
  }
});
