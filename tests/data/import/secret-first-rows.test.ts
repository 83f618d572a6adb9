import { describe, expect, test } from 'vitest';
import { mayBeSecret } from '#core/import/secret-headings.ts';
import { readWorkbook } from '#data/import/read/read-workbook.ts';
import { shelveAnyway, shelveFile } from '#data/import/shelve-file.ts';
import { READ_AS } from '#programmes/reads-as.ts';
import { csvOf } from '#tests/factories/vip-lists.ts';
import { saidAs } from '#tests/factories/said-as.ts';

/** Codes, passwords, tokens and links as the first row of a list may have them. */
const FIRST = [
  'XFAKE0000001',
  'xfake0000001',
  'FAKE-QKQA-GAR2',
  'FAKEQKQAGARZ',
  'XFAKE0000001 (ny)',
  'sommar-Regn7',
  '48291375',
  'https://buy.itunes.apple.com/redeem?code=XFAKE0000001',
  'eyJvcmdOYW1lIjoiRkFLRSJ9MDAwMDAwMDAwMDAw',
];
const bare = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

const fileOf = (first: string) =>
  fileWith([`${first};Anna Ek;12`, 'XFAKE0000002;Bo Al;13', 'XFAKE0000003;Cia Dal;14']);

const fileWith = async (rows: readonly string[]) => {
  const read = await readWorkbook(csvOf(...rows), 'lista.csv', () => undefined);
  if (!read.ok) throw new Error(read.problem.code);
  return read.value;
};

describe('A5: a secret on top of a list is remembered by nothing', () => {
  test.each(FIRST)('A5: not %s, whatever the list is read as', async (first) => {
    const file = await fileOf(first);
    const found = shelveFile(file);
    const read = [
      ...(found.ok ? [found.value] : []),
      ...READ_AS.flatMap((as) => shelveAnyway(file, as) ?? []),
      ...(found.ok ? READ_AS.map((as) => saidAs(file, found.value, '', as)) : []),
    ];
    expect(read.length).toBeGreaterThan(3);
    for (const { shelf } of read) {
      const { mapped } = shelf.content();
      // Compared as keys write it: without what parts the groups of a code.
      expect(bare(JSON.stringify(mapped))).not.toContain(bare(first.split(' (')[0] ?? ''));
      // Nor is the name beside it.
      expect(bare(JSON.stringify(mapped))).not.toContain('annaek');
    }
  });

  test('A5: not a name without any figure beside it, whatever the list is read as', async () => {
    const rows = ['Anna Ek;Rektor;Nordby', 'Bo Alm;Lärare;Sunne', 'Cia Dal;Lärare;Sunne'];
    const file = await fileWith(rows);
    const found = shelveFile(file);
    const read = [
      ...(found.ok ? [found.value] : []),
      ...READ_AS.flatMap((as) => shelveAnyway(file, as) ?? []),
    ];
    expect(read.length).toBeGreaterThan(2);
    for (const { shelf } of read)
      expect(bare(JSON.stringify(shelf.content().mapped))).not.toContain('annaek');
  });

  test('A5: headings that are known stay what a list is remembered by', async () => {
    const rows = ['VIP ID;Namn;XFAKE0000001', 'AB1C2D3E4F5061728394;Nordby;1'];
    const read = await readWorkbook(csvOf(...rows), 'lista.csv', () => undefined);
    if (!read.ok) throw new Error(read.problem.code);
    const keys = shelveAnyway(read.value, 'customers')?.shelf.content().mapped;
    expect(keys).toMatchObject([{ key: 'adobe-vip:customers:vipid|namn|' }]);
  });

  test.each(['KUNDNUMMER', 'Kostnad 2024', 'Anteckningar', 'Level 1 (Discount)', 'Q1'])(
    'A5: %s is a heading like any other',
    (heading) => {
      expect(mayBeSecret(heading)).toBe(false);
    },
  );
});
