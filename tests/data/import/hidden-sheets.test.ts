import { describe, expect, test } from 'vitest';
import { readWorkbook } from '#data/import/read/read-workbook.ts';
import { shelveAnyway, shelveFile } from '#data/import/shelve-file.ts';
import type { SheetFile } from '#core/import/sheet.ts';
import { bookFile, type MadeSheet } from '#tests/factories/corpus/workbook.ts';
import type { LotPart } from '#data/import/lot/lot-content.ts';
import { lotIn } from '#tests/factories/lot-here.ts';

const HEADINGS = ['Code', 'Code Redemption Link'];
const codes = (name: string, at: number, isHidden = false): MadeSheet => ({
  name,
  rows: [HEADINGS, [`FAKE0000000${at}`, '']],
  isHidden,
});
const nothing = (name: string, isHidden = false): MadeSheet => ({
  name,
  rows: [['Hej'], ['Välkommen hit']],
  isHidden,
});

const formats = ['xlsx', 'biff8', 'xlml'] as const;

const fileOf = async (
  sheets: readonly MadeSheet[],
  format: (typeof formats)[number] = 'xlsx',
): Promise<SheetFile> => {
  const told = { seen: '', expected: { refused: '' } };
  const { bytes } = bookFile('book', sheets, told, format);
  const read = await readWorkbook(bytes, 'book');
  if (!read.ok) throw new Error(read.problem.code);
  return read.value;
};

const namesIn = (parts: readonly LotPart[]): string[] =>
  parts
    .flatMap(({ sheets }): readonly { readonly name: string }[] => sheets)
    .map(({ name }) => name);

describe('sheets that are hidden in a file', () => {
  test.each(formats)('B9: are marked in %s', async (format) => {
    const { sheets } = await fileOf([codes('Koder', 1), codes('Gamla', 2, true)], format);
    expect(sheets.map(({ name, isHidden }) => [name, isHidden])).toEqual([
      ['Koder', undefined],
      ['Gamla', true],
    ]);
  });

  test('B9: are not read, and named', async () => {
    const shelved = shelveFile(
      await fileOf([codes('Gamla', 2, true), codes('Koder', 1), nothing('Läs mig')]),
    );
    if (!shelved.ok) throw new Error(shelved.problem.code);
    expect(shelved.value.shelf.content().sheets.map(({ name }) => name)).toEqual(['Koder']);
    expect(shelved.value.skipped).toEqual([
      { name: 'Läs mig', reason: 'no-codes' },
      { name: 'Gamla', reason: 'hidden' },
    ]);
  });

  test('B9: with nothing in them are nothing to name', async () => {
    const shelved = shelveFile(
      await fileOf([codes('Koder', 1), { name: 'Blad2', rows: [], isHidden: true }]),
    );
    expect(shelved).toMatchObject({ ok: true, value: { skipped: [] } });
  });

  test('B9: stay unread and named when someone says what another is', async () => {
    const file = await fileOf([codes('Koder', 1), codes('Gamla', 2, true)]);
    for (const as of ['customers', 'codes'] as const) {
      const lot = await lotIn([file]);
      lot.readAs('Koder', as);
      const { parts, skipped } = lot.content();
      expect(skipped).toMatchObject([{ name: 'Gamla', reason: 'hidden', mayBeSaid: true }]);
      expect(namesIn(parts)).toEqual(['Koder']);
    }
    expect(shelveAnyway(file, 'codes')?.skipped).toEqual([{ name: 'Gamla', reason: 'hidden' }]);
  });

  test('B9: are read where someone says what they are', async () => {
    for (const as of ['customers', 'codes'] as const) {
      const lot = await lotIn([await fileOf([codes('Koder', 1), codes('Gamla', 2, true)])]);
      lot.readAs('Gamla', as);
      const { parts, skipped } = lot.content();
      expect(skipped).toEqual([]);
      expect(namesIn(parts)).toEqual(['Koder', 'Gamla']);
    }
  });

  test('B9: are read where no other is there', async () => {
    const { sheets, ...rest } = await fileOf([codes('Koder', 1)]);
    const file = {
      ...rest,
      sheets: sheets.map((sheet) => ({ ...sheet, isHidden: true as const })),
    };
    const shelved = shelveFile(file);
    if (!shelved.ok) throw new Error(shelved.problem.code);
    expect(shelved.value.shelf.content().sheets).toHaveLength(1);
    expect(shelved.value.skipped).toEqual([]);
  });

  test('B9: are said to hold what the others do not', async () => {
    expect(shelveFile(await fileOf([nothing('Läs mig'), codes('Gamla', 2, true)]))).toEqual({
      ok: false,
      problem: { code: 'only-hidden', params: { sheet: 'Gamla' } },
    });
    expect(shelveFile(await fileOf([nothing('Läs mig'), nothing('Gamla', true)]))).toMatchObject({
      ok: false,
      problem: { code: 'no-codes' },
    });
  });
});
