import { expect, test } from 'vitest';
import type { RememberedMapping } from '#core/import/mapping.ts';
import type { SheetFile } from '#core/import/sheet.ts';
import { rememberMappings } from '#data/import/mappings.ts';
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
/** Keyed hashes that can be read. */
const vault = { keyedId: async (...parts: readonly string[]) => parts.join('-') };
const LOOKS_AFTER = ['apple-credit', 'adobe-vip'] as const;
const readingIn = (lot: OpenLot, sheet: string): Reading =>
  readingsOf(lot, undefined).find(({ name }) => name === sheet)!;
/** A workspace that remembers what is imported. */
const remembering = () => {
  let record = { ...newWorkspace('Nordby IT', LOOKS_AFTER), id: 'workspace', steps: [] };
  const change = async (_: string, command: (given: unknown, doing: unknown) => unknown) => {
    const answer = command(record, {}) as { readonly value?: typeof record };
    record = answer.value ?? record;
    return answer;
  };
  const get = async () => ({ ...record, trashedOn: '' });
  const records = { get, change } as unknown as Pick<Records, 'get' | 'change'>;
  return {
    here: () => record.data.mappings,
    kinds: () => new ChosenKinds({ records, vault }),
    remember: (...given: readonly (readonly RememberedMapping[])[]) =>
      rememberMappings({ records, vault }, given.flat()),
  };
};
/**
 * Imports a list without headings, of names that look like codes, as customers; what a later file
 * then finds remembered (A5).
 */
const afterCustomers = async () => {
  const { kinds, remember } = remembering();
  const saidKinds = kinds();
  const lot = await saidKinds.open(await opened('KUND0000001A', 'KUND0000002A', 'KUND0000003A'));
  expect(onlyPart(lot).programme).toBe('apple-credit');
  const customers = await saidKinds.say(lot, readingIn(lot, ''), 'customers');
  const file = await mappedPart(customers, [{ index: 0, field: 'name' }]);
  await remember(file.mapped, saidKinds.mappings);
  return { file, kinds };
};

test('C13: Apple codes without headings stay codes after another list without headings was read as customers', async () => {
  const { kinds } = await afterCustomers();
  const codes = onlyPart(
    await kinds().open(await opened('XFAKE0000001', 'XFAKE0000002', 'XFAKE0000003')),
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

const told = ({ parts }: OpenLot): string[] =>
  parts.flatMap(({ programme, sheets }) => sheets.map(({ name }) => `${programme} ${name}`));

test('C13: a workbook of which one sheet is read as a VIP list keeps the sheet of codes, now and next time', async () => {
  const { kinds, remember } = remembering();
  const lot = () => lotHere([file], LOOKS_AFTER);
  const saidKinds = kinds();
  const first = await saidKinds.open(await lot());
  expect(told(first)).toEqual(['apple-credit Koder', 'apple-credit Lista']);
  const after = await saidKinds.say(first, readingIn(first, 'Lista'), 'customers');
  await remember(saidKinds.mappings);
  const next = await kinds().open(await lot());
  expect([told(after), told(next)]).toEqual([
    ['apple-credit Koder', 'adobe-vip Lista'],
    ['apple-credit Koder', 'adobe-vip Lista'],
  ]);
});

const codes = sheet(
  'Koder',
  ['Code', 'Code Redemption Link'],
  ['XFAKE0000001', 'https://buy.itunes.apple.com/x'],
);
const notes = sheet('Anteckningar', ['Vem', 'Vad'], ['Foto AB', 'ring'], ['Tand AB', 'skriv']);
const book = (digest: string, ...sheets: readonly object[]): SheetFile =>
  ({ name: `${digest}.xlsx`, digest, sheets }) as unknown as SheetFile;

/** Says what the sheet or file of that name is, imports, and opens files again. */
const saidOnce = async (
  files: readonly SheetFile[],
  name: string,
  again: readonly SheetFile[] = files,
) => {
  const { here, kinds, remember } = remembering();
  const before = kinds();
  const lot = await before.open(await lotHere(files, LOOKS_AFTER));
  const said = await before.say(lot, readingIn(lot, name), 'customers');
  expect(before.saidOf(name)).toBe('now');
  await remember(before.mappings);
  const after = kinds();
  const next = await after.open(await lotHere(again, LOOKS_AFTER));
  return {
    here,
    said: told(said),
    next: told(next),
    saidOf: (sheet: string) => after.saidOf(sheet),
  };
};

test.each([
  ['was not recognised', notes],
  ['is hidden', { ...notes, isHidden: true }],
])(
  'A5: what a sheet is that %s is known when its file comes again, and of no other file',
  async (_, one) => {
    const file = book('one', codes, one);
    const { said, next, saidOf, here } = await saidOnce([file], 'Anteckningar');
    expect(said).toEqual(['apple-credit Koder', 'adobe-vip Anteckningar']);
    expect(next).toEqual(said);
    expect(saidOf('Anteckningar')).toBe('before');
    // Nothing that stands in the file is kept, not even what its sheet is called.
    expect(Object.keys(here()).filter((key) => key.includes('read-as'))).toHaveLength(1);
    const other = await saidOnce([file], 'Anteckningar', [book('two', codes, one)]);
    expect(other.next).toEqual(['apple-credit Koder']);
  },
);

test('A5: what a file is in which nothing was found is known when it comes again', async () => {
  const files = [book('one', codes), book('two', notes)];
  const { said, next, saidOf } = await saidOnce(files, 'two.xlsx');
  expect(said).toEqual(['apple-credit one.xlsx', 'adobe-vip two.xlsx']);
  expect(next).toEqual(said);
  expect(saidOf('two.xlsx')).toBe('before');
});

test('A5: of files with the same headings, the one that was said to be something else is it again', async () => {
  const list = (digest: string) =>
    book(
      digest,
      sheet('', ['Serie', 'Vem'], ['XFAKECREDIT0001', digest], ['XFAKECREDIT0002', digest]),
    );
  const files = [list('one'), list('two')];
  const { said, next } = await saidOnce(files, 'two.xlsx');
  expect(said).toEqual(['apple-credit one.xlsx', 'adobe-vip two.xlsx']);
  expect(next).toEqual(said);
  const { next: third } = await saidOnce(files, 'two.xlsx', [list('three')]);
  expect(third).toEqual(['apple-credit ']);
});
