import { describe, expect, test } from 'vitest';
import { hiddenInXlsx } from '#data/import/read/hidden-in-xlsx.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** What is hidden in the sheets of a workbook whose first sheet is the part `sheet2.xml`. */
const hiddenOf = (xml: string, other = '') =>
  hiddenInXlsx(
    new Map([
      [
        'xl/workbook.xml',
        bytes(
          '<workbook><sheets><sheet name="A" r:id="r2"/><sheet name="B" r:id="r1"/></sheets></workbook>',
        ),
      ],
      [
        'xl/_rels/workbook.xml.rels',
        bytes(
          '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Target="/xl/worksheets/sheet2.xml"/></Relationships>',
        ),
      ],
      ['xl/worksheets/sheet1.xml', bytes(other)],
      ['xl/worksheets/sheet2.xml', bytes(xml)],
    ]),
  ).map(({ rows, columns }) => [[...rows], columns]);

describe('A5: what is hidden in a workbook', () => {
  test('A5: rows and columns, of the sheet that says so', () => {
    const sheet =
      '<worksheet><cols><col min="2" max="3" hidden="1"/><col min="5" max="5"/></cols><sheetData><row r="1"/><row r="4" hidden="1"/><row hidden="true"/><row r="9" hidden="0"/></sheetData></worksheet>';
    expect(hiddenOf(sheet)).toEqual([
      [
        [4, 5],
        [1, 2],
      ],
      [[], []],
    ]);
    expect(hiddenOf('', sheet.replaceAll('<', '<x:').replaceAll('<x:/', '</x:'))).toEqual([
      [[], []],
      [
        [4, 5],
        [1, 2],
      ],
    ]);
  });

  test('A5: a column that claims to be a billion is as many as a sheet has', () => {
    const sheet =
      '<worksheet><cols><col min="1" max="999999999" hidden="1"/><col min="-5" max="x" hidden="1"/></cols><sheetData/></worksheet>';
    const [[, columns] = []] = hiddenOf(sheet);
    expect(columns).toHaveLength(16_384);
  });

  test('A5: nothing where the parts do not fit together', () => {
    expect(hiddenInXlsx(new Map())).toEqual([]);
    const book = bytes('<workbook><sheets><sheet name="A" r:id="r9"/></sheets></workbook>');
    expect(hiddenInXlsx(new Map([['xl/workbook.xml', book]]))).toMatchObject([{ columns: [] }]);
  });
});
