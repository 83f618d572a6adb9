import { expect, test } from 'vitest';
import type { SheetFile } from '#core/import/sheet.ts';
import type { OpenLot } from '#data/import/open-file.ts';
import { readWorkbook } from '#data/import/read/read-workbook.ts';
import { ChosenKinds } from '#data/import/chosen-kinds.ts';
import { readingsOf, type Reading } from '#data/import/read-as.ts';
import type { Records } from '#data/records/records.ts';
import { lotHere, mappedPart, onlyPart } from '#tests/factories/lot-here.ts';
import { newWorkspace } from '#workspace/rules/settings/workspace-commands.ts';
import { csvOf } from '#tests/factories/vip-lists.ts';

const opened = async (...rows: readonly string[]): Promise<OpenLot> => {
  const read = await readWorkbook(csvOf(...rows), 'lista.csv', () => undefined);
  if (!read.ok) throw new Error(read.problem.code);
  return lotHere([read.value], LOOKS_AFTER);
};
const LOOKS_AFTER = ['apple-credit', 'adobe-vip'] as const;
const readingIn = (lot: OpenLot, sheet: string): Reading =>
  readingsOf(lot, undefined).find(({ name }) => name === sheet)!;
/** A workspace in which mappings are remembered. */
const remembering = (mappings: Record<string, unknown>): Pick<Records, 'get'> => {
  const { kind, data } = newWorkspace('Nordby IT', LOOKS_AFTER);
  const get = async () => ({
    id: kind,
    kind,
    data: { ...data, mappings },
    steps: [],
    trashedOn: '',
  });
  return { get } as unknown as Pick<Records, 'get'>;
};
/**
 * Imports a list without headings, of names that look like codes, as customers; what a later file
 * then finds remembered (A5).
 */
const afterCustomers = async () => {
  const mappings: Record<string, unknown> = {};
  const records = remembering(mappings);
  const saidKinds = new ChosenKinds(records);
  const lot = await saidKinds.open(await opened('KUND0000001A', 'KUND0000002A', 'KUND0000003A'));
  expect(onlyPart(lot).programme).toBe('apple-credit');
  const customers = await saidKinds.say(lot, readingIn(lot, ''), 'customers');
  const file = await mappedPart(customers, [{ index: 0, field: 'name' }]);
  for (const { key, mapping } of [...file.mapped, ...saidKinds.mappings]) mappings[key] = mapping;
  return { file, records };
};

test('C13: Apple codes without headings stay codes after another list without headings was read as customers', async () => {
  const { records } = await afterCustomers();
  const codes = onlyPart(
    await new ChosenKinds(records).open(
      await opened('XFAKE0000001', 'XFAKE0000002', 'XFAKE0000003'),
    ),
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

test('C13: a workbook of which one sheet is read as a VIP list keeps the sheet of codes, now and next time', async () => {
  const mappings: Record<string, unknown> = {};
  const records = remembering(mappings);
  const told = ({ parts }: OpenLot): string[] =>
    parts.flatMap(({ programme, sheets }) => sheets.map(({ name }) => `${programme} ${name}`));
  const lot = () => lotHere([file], LOOKS_AFTER);
  const saidKinds = new ChosenKinds(records);
  const first = await saidKinds.open(await lot());
  expect(told(first)).toEqual(['apple-credit Koder', 'apple-credit Lista']);
  const after = await saidKinds.say(first, readingIn(first, 'Lista'), 'customers');
  for (const { key, mapping } of saidKinds.mappings) mappings[key] = mapping;
  const next = await new ChosenKinds(records).open(await lot());
  expect([told(after), told(next)]).toEqual([
    ['apple-credit Koder', 'adobe-vip Lista'],
    ['apple-credit Koder', 'adobe-vip Lista'],
  ]);
});
