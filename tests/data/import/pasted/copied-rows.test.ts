import { describe, expect, test } from 'vitest';
import { copiedRows } from '#data/import/pasted/copied-rows.ts';

const rowsOf = (html: string, text = 'beside it'): string => copiedRows({ html, text });

/** As Outlook forwards a table: Word’s own namespaces, a paragraph in each cell, and what only lists of mails show. */
const OUTLOOK = `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">
<head><style>td { mso-style: none }</style><title>VB: koder</title></head><body>
<div style="display:none;mso-hide:all">Förhandsvisning</div>
<p class=MsoNormal><b>Från:</b> Eva Berg<br><b>Ämne:</b> koder</p>
<p class=MsoNormal>Ordernummer: 4500218837<o:p></o:p></p>
<table class=MsoNormalTable border=1><tr><td><p><b>Code<o:p></o:p></b></p></td><td><p>Amount</p></td><td><p>Note</p></td></tr>
<tr><td><p>XFAKECREDIT0001<o:p></o:p></p></td><td><p>25&nbsp;000<o:p></o:p></p></td><td><p>&quot;bråttom&quot;<br>ring Eva</p></td></tr>
<tr><td><p>XFAKECREDIT0002</p></td><td><p>&nbsp;</p></td><td></td></tr></table>
<p>Hälsningar<br>Eva</p></body></html>`;

describe('A5: what is copied from a mail', () => {
  test('A5: the table of a forwarded mail keeps its columns, with the lines around it', () => {
    expect(rowsOf(OUTLOOK).split('\n')).toEqual([
      'Från: Eva Berg',
      'Ämne: koder',
      'Ordernummer: 4500218837',
      'Code\tAmount\tNote',
      'XFAKECREDIT0001\t25 000\t"""bråttom"" ring Eva"',
      'XFAKECREDIT0002',
      '',
      'Hälsningar',
      'Eva',
    ]);
  });

  test('A5: tables that only place things are lines, and a table in one of them is one', () => {
    const html = `<table><tr><td><img alt="x"></td></tr><tr><td>Hej!<div>Koder:</div></td></tr><tr><td>
      <table><tr><th>Kod</th><th>Produkt</th></tr><tr><td>A1</td><td>Läsresan</td></tr></table>
      </td></tr><tr><td>Hälsningar</td></tr></table>`;
    expect(rowsOf(html).split('\n')).toEqual([
      'Hej!',
      'Koder:',
      'Kod\tProdukt',
      'A1\tLäsresan',
      '',
      'Hälsningar',
    ]);
  });

  test('A5: a mail with a table for each row is one table', () => {
    const row = (...cells: string[]): string =>
      `<table><tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr></table>`;
    const html = row('Kod', 'Produkt') + row('A1', 'Läsresan') + row('A2', 'Matte');
    expect(rowsOf(html)).toBe('Kod\tProdukt\nA1\tLäsresan\nA2\tMatte');
  });

  test('A5: a row of such a mail with a single filled cell keeps it in its column', () => {
    const row = (...cells: string[]): string =>
      `<table><tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr></table>`;
    const html = row('Kod', 'Produkt') + row('', 'Läsresan') + row('A2', '') + row('A3', 'Matte');
    expect(rowsOf(html)).toBe('Kod\tProdukt\n\tLäsresan\nA2\nA3\tMatte');
    expect(rowsOf(row('Kod', 'Produkt') + row('', '') + row('A3', 'Matte'))).toBe(
      'Kod\tProdukt\nA3\tMatte',
    );
  });

  test('A5: a cell over several columns is in the first of them, and one over several rows in each', () => {
    const html = `<table><tr><th>Order</th><th colspan="2">Belopp</th><th>Kod</th></tr>
      <tr><td rowspan="2">4500218837</td><td>1</td><td>SEK</td><td>A1</td></tr>
      <tr><td>2</td><td>SEK</td><td>A2</td></tr><tr><td>3</td><td>4</td><td>5</td><td>6</td></tr></table>`;
    expect(rowsOf(html).split('\n')).toEqual([
      'Order\tBelopp\t\tKod',
      '4500218837\t1\tSEK\tA1',
      '4500218837\t2\tSEK\tA2',
      '3\t4\t5\t6',
    ]);
  });

  test('A5: a spreadsheet’s own text has the cells in their places; where no table is, the text is taken', () => {
    const excel =
      '<meta name=ProgId content=Excel.Sheet><table><tr><td>1,2E+11</td><td>b</td></tr></table>';
    expect(rowsOf(excel, '1,2E+11\t"b\nc"')).toBe('1,2E+11\t"b\nc"');
    expect(rowsOf('<p>Kod: A1</p>', 'Kod: A1')).toBe('Kod: A1');
    expect(rowsOf('<table><tr><td>Kod: A1</td></tr></table>', 'Kod: A1\n')).toBe('Kod: A1\n');
    expect(rowsOf('<table><tr><td>Kod: A1</td></tr></table>', '')).toBe('Kod: A1');
    expect(rowsOf('', '')).toBe('');
  });

  test('X9: a script, a picture and what is not closed are no text', () => {
    const html = `<!DOCTYPE html><![if !vml]><table><tr><td>a<img src="x" onerror="y>z"><td>b &lt;c&gt;<script>d</script>
      <tr><td>e<td>f<!-- g --></table><iframe src="/h"></iframe><svg><text>i</text></svg>j<![endif]>`;
    expect(rowsOf(html)).toBe('a\tb <c>\ne\tf\n\nj');
  });

  test('X9: a page that is made to be deep or wide ends soon', () => {
    const deep = `${'<div>'.repeat(50_000)}a<table><tr><td>b<td>c`;
    expect(rowsOf(deep)).toBe('beside it');
    const wide = `<table>${'<tr><td colspan=9999 rowspan=9999>a<td>b'.repeat(200)}</table>`;
    expect(rowsOf(wide).split('\n')).toHaveLength(200);
    expect(rowsOf(`<table><td>${'<b'.repeat(50_000)}`)).toBe('beside it');
  });
});
