import { expect, test } from 'vitest';
import type { SheetFile } from '#core/import/sheet.ts';
import type { OpenFile } from '#data/import/open-file.ts';
import { readWorkbook } from '#data/import/read/read-workbook.ts';
import { ChosenKinds } from '#data/import/chosen-kinds.ts';
import type { Records } from '#data/records/records.ts';
import { openOf } from '#tests/factories/open-file.ts';
import { csvOf } from '#tests/factories/vip-lists.ts';

const opened = async (...rows: readonly string[]): Promise<OpenFile> => {
  const read = await readWorkbook(csvOf(...rows), 'lista.csv', () => undefined);
  if (!read.ok) throw new Error(read.problem.code);
  return openOf(read.value);
};
/**
 * Imports a list without headings, of names that look like codes, as customers; what a later file
 * then finds remembered (A5).
 */
const afterCustomers = async () => {
  const mappings: Record<string, unknown> = {};
  const records = { get: async () => ({ data: { mappings } }) } as unknown as Pick<Records, 'get'>;
  const saidKinds = new ChosenKinds(records);
  let file = await saidKinds.open(await opened('KUND0000001A', 'KUND0000002A', 'KUND0000003A'));
  expect(file.programme).toBe('apple-credit');
  file = await saidKinds.say(file, file.sheets[0]!.name, 'customers');
  file = await file.map([{ index: 0, field: 'name' } as never]);
  for (const { key, mapping } of [...file.mapped, ...saidKinds.mappings]) mappings[key] = mapping;
  return { file, records };
};

test('C13: Apple codes without headings stay codes after another list without headings was read as customers', async () => {
  const { records } = await afterCustomers();
  const codes = await new ChosenKinds(records).open(
    await opened('XFAKE0000001', 'XFAKE0000002', 'XFAKE0000003'),
  );
  // It is read as customers that are called as the codes are, in the clear and past the vault.
  expect(JSON.stringify([codes.programme, codes.sheets])).not.toContain('XFAKE');
  expect(codes.programme).toBe('apple-credit');
});

test('C13: of a list without headings that somebody says is of customers the first row is a customer, too', async () => {
  const { file } = await afterCustomers();
  const [{ rows = [] } = {}] = await file.rows({});
  expect(rows.map((row) => (row as unknown as { readonly name: string }).name)).toEqual([
    'KUND0000001A',
    'KUND0000002A',
    'KUND0000003A',
  ]);
});

const sheet = (name: string, ...rows: readonly (readonly string[])[]) => ({
  name,
  rows: rows.map((cells, at) => ({ number: at + 1, cells })),
});
const file = {
  name: 'bok.xlsx',
  sheets: [
    sheet(
      'Koder',
      ['Code', 'Code Redemption Link'],
      ['XFAKE0000001', 'https://buy.itunes.apple.com/x'],
    ),
    sheet(
      'Lista',
      ['Serie', 'Vem'],
      ['XFAKECREDIT0001', 'Foto AB'],
      ['XFAKECREDIT0002', 'Tand AB'],
    ),
  ],
} as unknown as SheetFile;

test('C13: a workbook of which one sheet is read as a VIP list says of the sheet of codes that it is left out, now and next time', async () => {
  const mappings: Record<string, unknown> = {};
  const records = { get: async () => ({ data: { mappings } }) } as unknown as Pick<Records, 'get'>;
  const told = ({ sheets, skipped }: ReturnType<typeof openOf>): string[] =>
    [...sheets, ...skipped].map(({ name }) => name).toSorted();
  const saidKinds = new ChosenKinds(records);
  const first = await saidKinds.open(openOf(file));
  expect(told(first)).toEqual(['Koder', 'Lista']);
  const after = await saidKinds.say(first, 'Lista', 'customers');
  for (const { key, mapping } of saidKinds.mappings) mappings[key] = mapping;
  const next = await new ChosenKinds(records).open(openOf(file));
  expect([told(after), told(next)]).toEqual([
    ['Koder', 'Lista'],
    ['Koder', 'Lista'],
  ]);
});
