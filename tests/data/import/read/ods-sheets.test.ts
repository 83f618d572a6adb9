import { utils, write } from 'xlsx';
import { describe, expect, test } from 'vitest';
import { readWorkbook } from '#data/import/read/read-workbook.ts';
import type { Sheet, SheetRow } from '#core/import/sheet.ts';
import {
  flatOds,
  odsCell,
  odsContent,
  odsOf,
  odsRow,
  odsTable,
} from '#tests/factories/ods-file.ts';
import { zipOf } from '#tests/factories/zip-file.ts';

const sheetsIn = async (bytes: Uint8Array<ArrayBuffer>): Promise<readonly Sheet[]> => {
  const read = await readWorkbook(bytes, 'list.ods');
  if (!read.ok) throw new Error(read.problem.code);
  return read.value.sheets;
};
const sheetsOf = async (tables: string): Promise<readonly Sheet[]> =>
  sheetsIn(await odsOf(odsContent(tables)));
const rowsOf = async (rows: string): Promise<readonly SheetRow[]> =>
  (await sheetsOf(odsTable(rows)))[0]?.rows ?? [];
const problemOf = async (bytes: Uint8Array<ArrayBuffer>) => {
  const read = await readWorkbook(bytes, 'list.ods');
  return read.ok ? undefined : read.problem;
};
const row = (...cells: readonly string[]): string =>
  `<table:table-row>${cells.join('')}</table:table-row>`;
const typed = (type: string, value: string, shown: string): string =>
  odsCell(shown, ` office:value-type="${type}" ${value}`);

describe('an OpenDocument sheet', () => {
  test('A5: its cells are read as what they hold, whatever they show', async () => {
    const cells = [
      odsCell('Öl &amp; &lt;vatten&gt; &#8211; x'),
      typed('float', 'office:value="1234567890123450"', '1,23E+15'),
      typed('float', 'office:value="1250.5"', '1 250,50'),
      typed('float', 'office:value="123"', '0000123'),
      typed('currency', 'office:currency="SEK" office:value="25000"', '25 000,00 kr'),
      typed('percentage', 'office:value="0.25"', '25 %'),
      typed('date', 'office:date-value="2026-12-31"', '31/12 2026'),
      typed('date', 'office:date-value="2026-12-31T23:59:59"', '31/12 2026 23:59'),
      typed('time', 'office:time-value="PT10H30M00S"', '10:30'),
      typed('boolean', 'office:boolean-value="true"', 'SANT'),
    ];
    expect(await rowsOf(row(...cells))).toEqual([
      {
        number: 1,
        cells: [
          'Öl & <vatten> – x',
          '1234567890123450',
          '1250.5',
          '0000123',
          '25000',
          '0.25',
          '2026-12-31',
          '2026-12-31',
          '10:30',
          'TRUE',
        ],
        numbers: [1, 2, 3, 4, 5],
      },
    ]);
  });

  test('A5: an error is no text, and marked', async () => {
    const said =
      ' table:formula="of:=1/0" office:value-type="string" office:string-value="" calcext:value-type="error"';
    const repeated = ` table:number-columns-repeated="2"${said}`;
    expect(
      await rowsOf(row(odsCell('A'), odsCell('#DIV/0!', said)) + row(odsCell('Err:502', repeated))),
    ).toEqual([
      { number: 1, cells: ['A'], errors: [1] },
      { number: 2, cells: [], errors: [0, 1] },
    ]);
  });

  test('A5: blanks, lines and marked letters of a text are its text', async () => {
    const shown =
      'a <text:span>b</text:span><text:s text:c="2"/>c<text:tab/>d<text:line-break/>e</text:p><text:p>f';
    expect((await rowsOf(row(odsCell(shown))))[0]?.cells).toEqual(['a b  c\td\ne\nf']);
  });

  test('A5: notes, pictures and forms beside a cell’s text are none of it', async () => {
    const note = '<office:annotation><text:p>secret</text:p></office:annotation>';
    const frame =
      '<draw:frame><draw:text-box><draw:frame/><text:p>box</text:p></draw:text-box></draw:frame>';
    const cell = `<table:table-cell office:value-type="string">${note}<text:p>a</text:p>${frame}</table:table-cell>`;
    const inside = odsTable(odsRow('inner'), 'Inner');
    const nesting = `<table:table-cell>${inside}</table:table-cell>`;
    const shapes = `<table:shapes><draw:frame><text:p>s</text:p></draw:frame></table:shapes>`;
    expect(await rowsOf(shapes + row(cell, odsCell('b'), nesting))).toEqual([
      { number: 1, cells: ['a', 'b'] },
    ]);
  });

  test('A5: what was deleted or belongs to another file is not read', async () => {
    const deleted = `<table:tracked-changes><table:deletion><table:cell-content-deletion>${odsCell('old')}</table:cell-content-deletion></table:deletion></table:tracked-changes>`;
    const links = `<table:dde-links><table:dde-link>${odsTable(odsRow('linked'), 'Linked')}</table:dde-link></table:dde-links>`;
    const sheets = await sheetsOf(deleted + odsTable(odsRow('a')) + links);
    expect(sheets).toEqual([{ name: 'Koder', rows: [{ number: 1, cells: ['a'] }] }]);
  });

  test('A5: a row or cell that stands for several is there as often, and blanks make none', async () => {
    const blank = (times: number): string =>
      `<table:table-cell table:number-columns-repeated="${times}"/>`;
    const twice = odsCell('x', ' table:number-columns-repeated="2" office:value-type="string"');
    const rows = await rowsOf(
      `<table:table-row table:number-rows-repeated="3">${blank(1024)}</table:table-row>` +
        `<table:table-row table:number-rows-repeated="2">${blank(2)}${twice}${blank(16_000)}</table:table-row>` +
        `<table:table-row table:number-rows-repeated="1048000"><table:table-cell/></table:table-row>`,
    );
    expect(rows).toEqual([
      { number: 4, cells: ['', '', 'x', 'x'] },
      { number: 5, cells: ['', '', 'x', 'x'] },
    ]);
  });

  test('A5: rows among headings and in groups are rows', async () => {
    const rows = `<table:table-header-rows>${odsRow('Code')}</table:table-header-rows><table:table-row-group><table:table-row table:visibility="collapse">${odsCell('A')}</table:table-row></table:table-row-group>`;
    expect(await rowsOf(rows)).toEqual([
      { number: 1, cells: ['Code'] },
      { number: 2, cells: ['A'], isHidden: true },
    ]);
  });

  test('A5: a cell over several rows is in each that has something in it', async () => {
    const over = ' table:number-rows-spanned="3"';
    const covered = '<table:covered-table-cell/>';
    const rows = [
      odsCell('W1', over) + odsCell('a') + odsCell('SEK', ' table:number-rows-spanned="2"'),
      covered + odsCell('b') + covered,
      covered + '<table:table-cell/>' + covered,
      '<table:table-cell/>' +
        odsCell('c') +
        `<table:table-cell table:number-columns-repeated="999999999"/><table:table-cell${over}/>`,
      odsCell('d'),
    ].map((cells) => `<table:table-row>${cells}</table:table-row>`);
    expect(await rowsOf(rows.join(''))).toEqual([
      { number: 1, cells: ['W1', 'a', 'SEK'] },
      { number: 2, cells: ['W1', 'b', 'SEK'] },
      { number: 4, cells: ['', 'c'] },
      { number: 5, cells: ['d'] },
    ]);
  });

  test('A5: formulas are marked and not run, and an address behind a cell is kept', async () => {
    const address = 'https://apps.apple.com/redeem?code=FAKE0000ABCD';
    const said = (formula: string): string =>
      ` table:formula="${formula}" office:value-type="string"`;
    const rows = await rowsOf(
      row(
        odsCell('5', ' table:formula="of:=2+3" office:value-type="float" office:value="5"'),
        odsCell('Redeem', said(`of:=HYPERLINK(&quot;${address}&quot;;&quot;Redeem&quot;)`)),
        odsCell(`<text:a xlink:href="${address}">Redeem</text:a>`),
        odsCell('<text:a xlink:href="javascript:alert(1)">x</text:a>'),
      ),
    );
    expect(rows).toEqual([
      {
        number: 1,
        cells: ['5', 'Redeem', 'Redeem', 'x'],
        formulas: [0, 1],
        numbers: [0],
        links: { 1: address, 2: address },
      },
    ]);
  });

  test('A5: each sheet has its name, and a hidden one is marked', async () => {
    const hidden = ' table:style-name="hid"';
    const sheets = await sheetsOf(
      odsTable(odsRow('a'), 'A &amp; B') + odsTable(odsRow('b'), 'Gamla', hidden),
    );
    expect(sheets).toEqual([
      { name: 'A & B', rows: [{ number: 1, cells: ['a'] }] },
      { name: 'Gamla', isHidden: true, rows: [{ number: 1, cells: ['b'] }] },
    ]);
  });

  test('A5: it may be one text, and packed', async () => {
    const flat = new TextEncoder().encode(flatOds(odsTable(odsRow('a'))));
    expect(await sheetsIn(flat)).toEqual([{ name: 'Koder', rows: [{ number: 1, cells: ['a'] }] }]);
  });

  test('A5: what another writer makes of a table is read', async () => {
    const book = utils.book_new();
    const cells = [['Code', 'Amount'], ['FAKE0000ABCD', 25_000.5], [], ['x', true]];
    utils.book_append_sheet(book, utils.aoa_to_sheet(cells), 'Koder');
    const bytes = write(book, { type: 'array', bookType: 'ods', compression: true }) as ArrayBuffer;
    expect((await sheetsIn(new Uint8Array(bytes)))[0]?.rows).toEqual([
      { number: 1, cells: ['Code', 'Amount'] },
      { number: 2, cells: ['FAKE0000ABCD', '25000.5'], numbers: [1] },
      { number: 4, cells: ['x', 'TRUE'] },
    ]);
  });
});

describe('what is no OpenDocument sheet', () => {
  const manifest = (entries: string) => ({
    name: 'META-INF/manifest.xml',
    content: `<manifest:manifest>${entries}</manifest:manifest>`,
  });

  test('A5: a letter is called by its name', async () => {
    const letter = await odsOf('<office:document-content><office:text/></office:document-content>');
    expect(await problemOf(letter)).toEqual({
      code: 'wrong-type',
      params: { what: 'opendocument' },
    });
    const flat = '<office:document><office:body><office:text/></office:body></office:document>';
    expect(await problemOf(new TextEncoder().encode(flat))).toMatchObject({
      params: { what: 'opendocument' },
    });
  });

  test('A5: one with a password is said to have one', async () => {
    const locked = manifest(
      '<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>',
    );
    expect(await problemOf(await odsOf('noise', [locked]))).toMatchObject({
      code: 'password-protected',
    });
    const whole = await zipOf([
      { name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet' },
      { name: 'encrypted-package', content: 'noise' },
      locked,
    ]);
    expect(await problemOf(whole)).toMatchObject({ code: 'password-protected' });
  });

  test('A5: a Numbers document stays one', async () => {
    const numbers = await zipOf([{ name: 'Index/Document.iwa', content: 'x' }]);
    expect(await problemOf(numbers)).toMatchObject({ params: { what: 'numbers' } });
  });
});
