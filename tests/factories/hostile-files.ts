import type { ReadProblemCode } from '#data/import/read/read-problem.ts';
import { sharedTexts, textRow, workbookOf, workbookParts, worksheet } from './workbook-file.ts';
import { odsContent, odsOf, odsRow, odsTable } from './ods-file.ts';
import { joined, zipOf } from './zip-file.ts';

/** A file made to hurt, and the problems that may be its clear end. */
export type HostileFile = {
  readonly name: string;
  readonly make: (sample: Samples) => Promise<Uint8Array<ArrayBuffer>> | Uint8Array<ArrayBuffer>;
  readonly ends: readonly ReadProblemCode[];
  /** Whether a reader works on it for long enough that a page which waits for it would be felt. */
  readonly isLong?: true;
};

/** Sound files that some of the hostile ones are bent from. */
export type Samples = {
  readonly xls: Uint8Array<ArrayBuffer>;
  readonly xlsx: Uint8Array<ArrayBuffer>;
};

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
const megabyte = ' '.repeat(1024 * 1024);
const codeNumber = (number: number): string => `FAKE${String(number).padStart(8, '0')}`;
const rowsOfNumbers = (from: number, count: number): string =>
  Array.from({ length: count }, (_, at) => `<row><c><v>${from + at}</v></c></row>`).join('');
const rowEnds = (from: number): string =>
  Array.from({ length: 1000 }, (_, at) => `</row>${from + at}`).join('');
const open = worksheet('').slice(0, worksheet('').indexOf('</sheetData>'));
const close = '</sheetData></worksheet>';

/** `bytes` with some of them replaced. */
const bent = (
  bytes: Uint8Array<ArrayBuffer>,
  at: number,
  ...values: readonly number[]
): Uint8Array<ArrayBuffer> => {
  const copy = bytes.slice();
  copy.set(values, at);
  return copy;
};

/** 300 MB of blanks in a sheet. */
const bomb = [open, ...Array.from({ length: 300 }, () => megabyte), close];

const bombs: readonly HostileFile[] = [
  {
    name: 'a zip that unpacks to 300 MB and says so',
    make: () => workbookOf(bomb),
    ends: ['unpacks-too-large'],
  },
  {
    name: 'a zip that unpacks to 300 MB and claims 1,000 bytes',
    make: () =>
      zipOf(
        workbookParts(bomb).map((part) =>
          part.content === bomb ? { ...part, claims: { unpacked: 1000 } } : part,
        ),
      ),
    ends: ['unsafe-file'],
  },
  {
    name: 'a zip with 140 MB of blanks in a sheet, which is within the limit of the whole',
    make: () => workbookOf([open, ...Array.from({ length: 140 }, () => megabyte), close]),
    ends: ['unpacks-too-large'],
  },
  {
    name: '1,000,000 rows as csv',
    make: () => bytesOf(`Code\n${'FAKE00000000\n'.repeat(1_000_000)}`),
    ends: ['too-many-rows'],
  },
  {
    name: '1,000,000 rows as xlsx',
    make: () =>
      workbookOf([
        open,
        ...Array.from({ length: 1000 }, (_, at) => rowsOfNumbers(at * 1000, 1000)),
        close,
      ]),
    ends: ['too-many-rows'],
    isLong: true,
  },
  {
    name: 'a million ends of rows without a beginning',
    make: () =>
      workbookOf([open, ...Array.from({ length: 1000 }, (_, at) => rowEnds(at * 1000)), close]),
    ends: ['too-many-rows'],
  },
  {
    name: 'one row with 2,100,000 cells',
    make: () =>
      workbookOf([
        open,
        '<row>',
        ...Array.from({ length: 2100 }, (_, at) =>
          Array.from({ length: 1000 }, (_, more) => `<c><v>${at * 1000 + more}</v></c>`).join(''),
        ),
        '</row>',
        close,
      ]),
    ends: ['too-many-cells'],
    isLong: true,
  },
  {
    name: 'one shared text of 30,000 letters named by 90,000 cells',
    make: () =>
      workbookOf(worksheet('<row><c t="s"><v>0</v></c></row>'.repeat(90_000)), [
        sharedTexts(`<si><t>${'A'.repeat(30_000)}</t></si>`),
      ]),
    ends: ['unpacks-too-large'],
    isLong: true,
  },
  {
    name: 'a csv of 20 million separators',
    make: () => bytesOf(`Code\n${','.repeat(20_000_000)}`),
    ends: ['too-many-cells'],
  },
  {
    name: 'a file of 21 MB',
    make: () => new Uint8Array(21 * 1024 * 1024).fill(65),
    ends: ['too-large'],
  },
  {
    name: 'an .ods that unpacks to 300 MB and says so',
    make: () => odsOf([odsContent(''), ...Array.from({ length: 300 }, () => megabyte)]),
    ends: ['unpacks-too-large'],
  },
  {
    name: 'an .ods of 1,000,000 rows',
    make: () =>
      odsOf([
        '<office:document-content><office:spreadsheet><table:table>',
        ...Array.from({ length: 1000 }, (_, at) =>
          Array.from({ length: 1000 }, (_, more) => odsRow(codeNumber(at * 1000 + more))).join(''),
        ),
      ]),
    ends: ['too-many-rows'],
    isLong: true,
  },
  {
    name: 'a page with 200,000 rows',
    make: () => bytesOf(`<table>${'<tr><td>FAKE00000000'.repeat(200_000)}</table>`),
    ends: ['too-many-rows'],
    isLong: true,
  },
];

const cells: readonly HostileFile[] = [
  {
    name: 'an endless cell in quotes',
    make: () => bytesOf(`Code\n"${'A'.repeat(5_000_000)}"\n`),
    ends: ['endless-cell'],
  },
  {
    name: 'an endless cell without quotes',
    make: () => bytesOf(`Code\n${'A'.repeat(5_000_000)}\n`),
    ends: ['endless-cell'],
  },
  {
    name: 'a quote that is never closed, before any row',
    make: () => bytesOf('"Code,Link\nFAKE00000001\nFAKE00000002,x,y\n'),
    ends: ['endless-cell'],
  },
  {
    name: 'an endless cell of a million pairs of quotes',
    make: () => bytesOf(`Code\n"${'""'.repeat(1_000_000)}\n`),
    ends: ['endless-cell'],
  },
  {
    name: 'an endless cell in a workbook',
    make: () => workbookOf(worksheet(textRow('Code') + textRow('A'.repeat(40_000)))),
    ends: ['endless-cell'],
  },
  {
    name: 'a page with one endless cell',
    make: () => bytesOf(`<table><tr><td>${'A'.repeat(2_000_000)}`),
    ends: ['endless-cell'],
  },
  {
    name: 'a csv with noughts',
    make: () => bytesOf('Code\nFAKE0000\u00000001\n'),
    ends: ['wrong-type'],
  },
];

const archives: readonly HostileFile[] = [
  {
    name: 'a workbook inside a zip',
    make: async () =>
      zipOf([{ name: 'codes.xlsx', content: await workbookOf(worksheet(textRow('Code'))) }]),
    ends: ['wrong-type'],
  },
  {
    name: 'a zip in a zip in a zip',
    make: async () => {
      const inner = await zipOf([
        { name: 'a', content: [...Array.from({ length: 16 }, () => megabyte)] },
      ]);
      const middle = await zipOf([{ name: 'b.zip', content: inner }]);
      return zipOf([{ name: 'c.zip', content: middle }]);
    },
    ends: ['wrong-type'],
  },
  {
    name: 'a workbook with 501 parts',
    make: () =>
      workbookOf(
        worksheet(''),
        Array.from({ length: 501 }, (_, at) => ({ name: `xl/a${at}.xml`, content: '<a/>' })),
      ),
    ends: ['too-many-parts'],
  },
  {
    name: 'a workbook in which two parts are the same bytes',
    make: () =>
      workbookOf(worksheet(''), [
        { name: 'xl/b.xml', content: '<b/>', claims: { start: 0, packed: 10 } },
      ]),
    ends: ['unsafe-file', 'damaged-file'],
  },
  {
    name: 'a workbook with two parts of one name',
    make: () => workbookOf(worksheet(''), [{ name: 'XL/workbook.xml', content: '<b/>' }]),
    ends: ['unsafe-file'],
  },
  {
    name: 'a workbook with zip64 sizes',
    make: () =>
      workbookOf(worksheet(''), [
        { name: 'xl/b.xml', content: '<b/>', claims: { unpacked: 0xffffffff } },
      ]),
    ends: ['unsafe-file'],
  },
  {
    name: 'a workbook with an encrypted part',
    make: () =>
      workbookOf(worksheet(''), [{ name: 'xl/b.xml', content: '<b/>', claims: { flags: 1 } }]),
    ends: ['password-protected'],
  },
  {
    name: 'a zip that lost its end',
    make: ({ xlsx }) => xlsx.slice(0, xlsx.length - 200),
    ends: ['damaged-file'],
  },
  {
    name: 'a zip of which only the end is left',
    make: ({ xlsx }) => joined([bytesOf('PK\u0003\u0004'), xlsx.slice(-22)]),
    ends: ['damaged-file'],
  },
  {
    name: 'a workbook in which one byte of a sheet was turned over',
    make: async () => {
      const sound = await workbookOf(
        worksheet(Array.from({ length: 500 }, (_, at) => textRow(codeNumber(at))).join('')),
      );
      const at = Math.floor(sound.length * 0.75);
      return bent(sound, at, (sound[at] ?? 0) ^ 0x10);
    },
    ends: ['damaged-file', 'unsafe-file'],
  },
];

const documents: readonly HostileFile[] = [
  {
    name: 'a workbook with a document type and entities that grow (billion laughs)',
    make: () =>
      workbookOf(
        `<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>${worksheet(textRow('&b;')).slice(56)}`,
      ),
    ends: ['unsafe-file'],
  },
  {
    name: 'a workbook with 30 MB of formats',
    make: () =>
      workbookOf(worksheet(textRow('Code')), [
        {
          name: 'xl/styles.xml',
          content: [
            '<styleSheet><cellXfs>',
            ...Array.from({ length: 1000 }, (_, at) =>
              Array.from(
                { length: 1000 },
                (_, more) => `<xf numFmtId="${(at * more) % 97}" a="${at}"/>`,
              ).join(''),
            ),
            '</cellXfs></styleSheet>',
          ],
        },
      ]),
    ends: ['unpacks-too-large'],
  },
  {
    name: 'a workbook whose cell is in row 2 billion',
    make: () => workbookOf(worksheet('<row r="2000000000"><c r="A2000000000"><v>1</v></c></row>')),
    ends: ['damaged-file'],
  },
  {
    name: 'a workbook whose sheet is missing',
    make: async () => zipOf(workbookParts('').filter(({ name }) => !name.includes('sheet1'))),
    ends: ['damaged-file'],
  },
  {
    name: 'a workbook whose cells name a text that is not there',
    make: () =>
      workbookOf(worksheet('<row><c t="s"><v>7</v></c></row>'), [
        sharedTexts('<si><t>Code</t></si>'),
      ]),
    ends: ['damaged-file'],
  },
  {
    name: 'an Excel XML file with entities that grow',
    make: () =>
      bytesOf(
        '<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "ha">]><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
      ),
    ends: ['unsafe-file'],
  },
];

const repeatedRow = (times: number, cells: string): string =>
  `<table:table-row table:number-rows-repeated="${times}">${cells}</table:table-row>`;
const repeatedCell = (times: number): string =>
  `<table:table-cell table:number-columns-repeated="${times}" office:value-type="string"><text:p>A</text:p></table:table-cell>`;
const odsWith = (rows: string): Promise<Uint8Array<ArrayBuffer>> =>
  odsOf(odsContent(odsTable(rows)));

const openDocuments: readonly HostileFile[] = [
  {
    name: 'an .ods of one row that is there a million times',
    make: () => odsWith(repeatedRow(1_000_000, repeatedCell(1))),
    ends: ['too-many-rows'],
  },
  {
    name: 'an .ods of one row of 16,000 cells that is there 90,000 times',
    make: () => odsWith(repeatedRow(90_000, repeatedCell(16_000))),
    ends: ['too-many-cells'],
  },
  {
    name: 'an .ods of one cell that is there 999,999,999 times',
    make: () => odsWith(repeatedRow(1, repeatedCell(999_999_999))),
    ends: ['damaged-file'],
  },
  {
    name: 'an .ods whose cell comes after 999,999,999 rows and cells',
    make: () =>
      odsWith(
        repeatedRow(999_999_999, '<table:table-cell/>') +
          repeatedRow(1, '<table:table-cell table:number-columns-repeated="999999999"/>') +
          repeatedRow(1, repeatedCell(1)),
      ),
    ends: ['damaged-file'],
  },
  {
    name: 'an .ods with a cell of 30,000 times 30,000 blanks',
    make: () => odsWith(odsRow('<text:s text:c="30000"/>'.repeat(30_000))),
    ends: ['endless-cell'],
  },
  {
    name: 'an .ods with a document type and entities that grow',
    make: () =>
      odsOf(
        odsContent(odsTable(odsRow('&b;'))).replace(
          '?>',
          '?><!DOCTYPE o [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>',
        ),
      ),
    ends: ['unsafe-file'],
  },
  {
    name: 'an .ods whose sheet never ends',
    make: () => odsOf(odsContent('').replace('</office:spreadsheet>', '<table:table>')),
    ends: ['damaged-file'],
  },
  {
    name: 'an .ods of 200,000 drawings in each other',
    make: () => odsWith(odsRow('<draw:g>'.repeat(200_000))),
    ends: ['damaged-file'],
  },
  {
    name: 'an .ods with a quote in a tag that is never closed',
    make: () =>
      odsWith('<table:table-row table:style-name="a><table:table-cell/></table:table-row>'),
    ends: ['damaged-file'],
  },
];

/** Offsets in a compound file: the place of its first table of sectors, in the header. */
const tableOf = (xls: Uint8Array): number =>
  (new DataView(xls.buffer, xls.byteOffset).getUint32(76, true) + 1) * 512;

const compound: readonly HostileFile[] = [
  {
    name: 'an .xls cut in the middle',
    make: ({ xls }) => xls.slice(0, xls.length / 2),
    ends: ['damaged-file'],
  },
  {
    name: 'an .xls without its last 700 bytes',
    make: ({ xls }) => xls.slice(0, -700),
    ends: ['damaged-file'],
  },
  {
    name: 'an .xls of which only the head is left',
    make: ({ xls }) => xls.slice(0, 512),
    ends: ['damaged-file'],
  },
  {
    name: 'an .xls whose sectors go in a circle',
    make: ({ xls }) =>
      joined([
        xls.slice(0, tableOf(xls)),
        new Uint8Array(new Uint32Array(128).fill(1).buffer),
        xls.slice(tableOf(xls) + 512),
      ]),
    ends: ['damaged-file', 'wrong-type'],
  },
  {
    name: 'an .xls in which every sector points at itself',
    make: ({ xls }) =>
      joined([
        xls.slice(0, tableOf(xls)),
        new Uint8Array(Uint32Array.from({ length: 128 }, (_, at) => at).buffer),
        xls.slice(tableOf(xls) + 512),
      ]),
    ends: ['damaged-file', 'wrong-type'],
  },
  {
    name: 'an .xls that lists its table of sectors over and over',
    make: ({ xls }) =>
      bent(xls, 76, ...Array.from({ length: 109 }, () => [...xls.slice(76, 80)]).flat()),
    ends: ['damaged-file'],
  },
  {
    name: 'an .xls with a password',
    make: ({ xls }) => encrypted(xls),
    ends: ['password-protected'],
  },
  {
    name: 'an .xls of noughts',
    make: ({ xls }) => joined([xls.slice(0, 8), new Uint8Array(50_000)]),
    ends: ['damaged-file'],
  },
];

/**
 * Turns a harmless record of the stream (CODEPAGE, two bytes long) into the one that says that all
 * is encrypted.
 */
const encrypted = (xls: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> => {
  const at = xls.findIndex(
    (byte, from) => byte === 0x42 && [0, 2, 0].every((next, by) => xls[from + 1 + by] === next),
  );
  return bent(xls, at, 0x2f);
};

const pictures: readonly HostileFile[] = [
  {
    name: 'a picture named .xlsx',
    make: () =>
      joined([new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), new Uint8Array(2000)]),
    ends: ['wrong-type'],
  },
  {
    name: 'a pdf named .xlsx',
    make: () => bytesOf(`%PDF-1.7\n${'x'.repeat(5000)}`),
    ends: ['wrong-type'],
  },
  {
    name: 'a program named .csv',
    make: () => joined([bytesOf('MZ'), new Uint8Array(4000)]),
    ends: ['wrong-type'],
  },
  {
    name: 'a broken gzip',
    make: () => joined([new Uint8Array([0x1f, 0x8b, 8]), new Uint8Array(500)]),
    ends: ['damaged-file'],
  },
  {
    name: 'a page without a table',
    make: () => bytesOf('<!doctype html><title>Report</title><script>for(;;);</script>'),
    ends: ['wrong-type'],
  },
  { name: 'blanks', make: () => bytesOf(' \r\n\r\n'), ends: ['empty-file'] },
  { name: 'nothing', make: () => new Uint8Array(), ends: ['empty-file'] },
];

/** Files that are broken rather than large. */
export const brokenFiles: readonly HostileFile[] = [
  ...cells,
  ...archives,
  ...documents,
  ...openDocuments,
  ...compound,
  ...pictures,
];

/** Files that must each end in one clear problem: never a hang, a crash or half a sheet (A5). */
export const hostileFiles: readonly HostileFile[] = [...bombs, ...brokenFiles];

/** A sound sheet of some rows of codes, with the two columns of Apple's files. */
export const longSheet = (rows: number): Promise<Uint8Array<ArrayBuffer>> => {
  const link = (code: string): string => `https://apps.apple.com/redeem?code=${code}&amp;ctx=apps`;
  const lines = Array.from({ length: rows }, (_, at) =>
    textRow(codeNumber(at), link(codeNumber(at))),
  );
  return workbookOf([open, textRow('Code', 'Code Redemption Link'), ...lines, close]);
};

/** A sheet of formulas over each other, with which the parser is busy for minutes. */
export const endlessSheet = (): Promise<Uint8Array<ArrayBuffer>> => {
  const formula = (at: number): string =>
    `<row r="${at + 1}"><c r="A${at + 1}"><f t="array" ref="A1:A90000">1</f><v>${at}</v></c></row>`;
  return workbookOf([open, ...Array.from({ length: 90_000 }, (_, at) => formula(at)), close]);
};
