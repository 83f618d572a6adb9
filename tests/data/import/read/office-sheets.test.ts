import { describe, expect, test } from 'vitest';
import { readWorkbook } from '#data/import/read/read-workbook.ts';
import type { SheetRow } from '#core/import/sheet.ts';
import {
  sharedTexts,
  styles,
  textRow,
  workbookOf,
  worksheet,
} from '#tests/factories/workbook-file.ts';
import type { MadePart } from '#tests/factories/zip-file.ts';

const rowsOf = async (
  rows: string,
  others: readonly MadePart[] = [],
  tail = '',
): Promise<readonly SheetRow[]> => {
  const read = await readWorkbook(await workbookOf(worksheet(rows, tail), others), 'x.xlsx');
  if (!read.ok) throw new Error(read.problem.code);
  return read.value.sheets[0]?.rows ?? [];
};
const cellsOf = async (
  rows: string,
  others: readonly MadePart[] = [],
): Promise<readonly string[]> => (await rowsOf(rows, others))[0]?.cells ?? [];

describe('cells of a workbook', () => {
  test('A5: numbers keep their figures', async () => {
    const cells = [
      '4503599627370497',
      '900000000102',
      '1250.5',
      '0.1',
      '-5',
      '1E+21',
      '1250.1000000000001',
    ];
    const row = `<row>${cells.map((cell) => `<c><v>${cell}</v></c>`).join('')}</row>`;
    expect(await rowsOf(row)).toEqual([
      {
        number: 1,
        cells: [
          '4503599627370497',
          '900000000102',
          '1250.5',
          '0.1',
          '-5',
          '1000000000000000000000',
          '1250.1',
        ],
        numbers: [0, 1, 2, 3, 4, 5, 6],
      },
    ]);
  });

  test('A5: a format of noughts keeps them', async () => {
    expect(await cellsOf('<row><c s="1"><v>123</v></c></row>', [styles('0000000')])).toEqual([
      '0000123',
    ]);
  });

  test('A5: a number with a date format is a day, whatever the zone', async () => {
    const others = [styles('yyyy\\-mm\\-dd', 'd/m/yy h:mm')];
    const row =
      '<row><c s="1"><v>46387</v></c><c s="2"><v>46387.99</v></c><c><v>46387</v></c></row>';
    expect(await rowsOf(row, others)).toEqual([
      { number: 1, cells: ['2026-12-31', '2026-12-31', '46387'], numbers: [2] },
    ]);
  });

  test('A5: a formula gives its stored value and is marked', async () => {
    const row =
      '<row><c t="str"><f>"FAKE"&amp;"0000ABCD"</f><v>FAKE0000ABCD</v></c><c><f>1+1</f><v>2</v></c></row>';
    expect(await rowsOf(row)).toEqual([
      { number: 1, cells: ['FAKE0000ABCD', '2'], formulas: [0, 1], numbers: [1] },
    ]);
  });

  test('A5: the address of a HYPERLINK formula is kept when it is spelled out', async () => {
    const row =
      '<row><c t="str"><f>HYPERLINK("https://apps.apple.com/redeem?code=FAKE0000ABCD","Redeem")</f><v>Redeem</v></c><c t="str"><f>HYPERLINK("https://x.example/"&amp;A2)</f><v>x</v></c></row>';
    const [read] = await rowsOf(row);
    expect(read?.links).toEqual({ 0: 'https://apps.apple.com/redeem?code=FAKE0000ABCD' });
  });

  test('A5: shared texts and truths are text, and an error is none', async () => {
    const others = [sharedTexts('<si><t>Kod</t></si><si><r><t>In</t></r><r><t>lösen</t></r></si>')];
    const row =
      '<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="e"><v>#N/A</v></c><c t="b"><v>1</v></c></row>';
    expect(await rowsOf(row, others)).toEqual([
      { number: 1, cells: ['Kod', 'Inlösen', '', 'TRUE'], errors: [2] },
    ]);
  });

  test('A5: rows keep their numbers, blank ones are left out', async () => {
    const rows = await rowsOf(
      '<row r="3"><c r="B3"><v>1</v></c></row><row r="7"/><row r="900"><c r="A900"><v>2</v></c></row>',
    );
    expect(rows.map(({ number, cells }) => [number, cells])).toEqual([
      [3, ['', '1']],
      [900, ['2']],
    ]);
  });

  test('A5: links and merges over the whole sheet make no cells', async () => {
    const tail =
      '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells><hyperlinks><hyperlink ref="A1:XFD1048576" location="x"/></hyperlinks>';
    expect(await rowsOf(textRow('Code'), [], tail)).toEqual([{ number: 1, cells: ['Code'] }]);
  });

  test('A5: links to other files, pictures and macros are not opened', async () => {
    const others = [
      {
        name: 'xl/externalLinks/externalLink1.xml',
        content: '<!DOCTYPE x SYSTEM "https://evil.example/x"><externalLink/>',
      },
      { name: 'xl/vbaProject.bin', content: 'macro' },
      { name: 'xl/media/image1.png', content: 'picture' },
    ];
    expect(await cellsOf(textRow('Code'), others)).toEqual(['Code']);
  });
});
