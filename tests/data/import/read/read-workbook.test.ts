import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readWorkbook } from '#data/import/read/read-workbook.ts';
import { readRows } from '#programmes/apple-credit/import/read/rows.ts';
import { recogniseFile } from '#programmes/apple-credit/import/read/lists.ts';
import { expectations, expectAsListed, madeOf } from '#tests/data/import/fixtures.ts';

const bytesOf = (name: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(readFileSync(`tests/fixtures/apple-codes/${name}`));
const encoded = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

describe('reading the fixtures', () => {
  test('A5: the list names every fixture', () => {
    expect(expectations).toHaveLength(25);
  });

  test.each(expectations)('A5: %s ends as expected.json says', async (name, expected) => {
    expectAsListed(name, expected, madeOf(await readWorkbook(bytesOf(name), name)));
  });

  const csv = expectations.filter(
    ([name, { outcome }]) => name.endsWith('.csv') && outcome !== 'refuse',
  );
  test.each(csv)(
    'A5: rows of %s are numbered as its lines',
    async (name, { encoding = 'utf-8' }) => {
      const bytes = bytesOf(name);
      const lines = new TextDecoder(name.includes('utf16le') ? 'utf-16le' : encoding)
        .decode(bytes)
        .split(/\r?\n/);
      const read = await readWorkbook(bytes, name);
      const file = read.ok ? recogniseFile(read.value) : read;
      const rows = file.ok ? readRows(file.value.sheets, {}) : [];
      const strange = rows.filter(({ row, ...value }) => {
        const line = (lines[row - 1] ?? '').toUpperCase().replace(/[- ]/g, '');
        return value.outcome === 'value' && !line.includes(value.code ?? '?');
      });
      expect(rows.length).toBeGreaterThan(0);
      expect(strange).toEqual([]);
    },
  );

  test('A5: the name of a file says nothing', async () => {
    const named = await readWorkbook(bytesOf('03-minimal.xlsx'), 'codes.csv');
    expect(named).toMatchObject({
      ok: true,
      value: { name: 'codes.csv', sheets: [{ name: 'Sheet1' }] },
    });
  });

  test('A5: the same content has the same digest under another name', async () => {
    const [one, other, different] = await Promise.all([
      readWorkbook(bytesOf('01-minimal.csv'), 'a.csv'),
      readWorkbook(bytesOf('01-minimal.csv'), 'b.csv'),
      readWorkbook(bytesOf('07-utf8-bom.csv'), 'a.csv'),
    ]);
    const digest = (read: typeof one): string => (read.ok ? read.value.digest : '');
    expect(digest(one)).toMatch(/^[0-9a-f]{64}$/);
    expect(digest(other)).toBe(digest(one));
    expect(digest(different)).not.toBe(digest(one));
  });

  test('A5: a digest of nothing secret: the file of the problem holds no cell', async () => {
    const read = await readWorkbook(encoded('Code\n"FAKESECRET0001'), 'x.csv');
    expect(JSON.stringify(read)).not.toContain('FAKESECRET');
  });
});

describe('what a file is', () => {
  const cases: readonly (readonly [string, string | Uint8Array<ArrayBuffer>, string])[] = [
    ['a page', '<html><body>Sign in</body></html>', 'web-page'],
    ['a page without html', '<!DOCTYPE html>\n<title>x</title>', 'web-page'],
    ['a web archive', 'MIME-Version: 1.0\nContent-Type: multipart/related\n', 'web-archive'],
    ['other xml', '<?xml version="1.0"?><orders/>', 'xml'],
    ['rich text', '{\\rtf1 codes}', 'word'],
    ['a pdf', '%PDF-1.4 x', 'pdf'],
    ['a jpeg', new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 0]), 'image'],
    ['an iPhone picture', encoded('\0\0\0\u0018ftypheic\0\0'), 'image'],
    ['a film', encoded('\0\0\0\u0018ftypisom\0\0'), 'media'],
    ['a 7z', new Uint8Array([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, 0, 4]), 'archive'],
    ['bytes', new Uint8Array(Array.from({ length: 500 }, (_, at) => (at * 37) % 256)), 'binary'],
  ];
  test.each(cases)('A5: %s is refused as what it is', async (_, content, what) => {
    const bytes = typeof content === 'string' ? encoded(content) : content;
    expect(await readWorkbook(bytes, 'codes.xlsx')).toMatchObject({
      ok: false,
      problem: { code: 'wrong-type', params: { what } },
    });
  });

  test.each(['MZ', 'ID3', 'RIFF', 'BM'])('A5: a csv may begin with %s', async (start) => {
    const read = await readWorkbook(encoded(`${start} order\nCode\nFAKE0000ABCD\n`), 'x.csv');
    expect(read).toMatchObject({ ok: true });
  });

  test('A5: Excel 2003 XML is read', async () => {
    const xml = `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="K"><Table><Row><Cell><Data ss:Type="String">Code</Data></Cell></Row><Row ss:Index="4"><Cell><Data ss:Type="String">FAKE0000ABCD</Data></Cell></Row></Table></Worksheet></Workbook>`;
    const read = await readWorkbook(encoded(xml), 'x.xls');
    expect(read).toMatchObject({
      ok: true,
      value: {
        sheets: [
          {
            name: 'K',
            rows: [
              { number: 1, cells: ['Code'] },
              { number: 4, cells: ['FAKE0000ABCD'] },
            ],
          },
        ],
      },
    });
  });
});
