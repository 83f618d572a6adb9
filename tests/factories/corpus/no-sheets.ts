import { codeOf, linkOf } from './made-up.ts';
import { NOTHING_HERE, type Shape } from './shape.ts';
import { bookFile } from './workbook.ts';
import { bytesFile, encoded, gzipped, storedZip, textFile } from './written.ts';

const wrongType = (what: string) => ({ refused: 'wrong-type', what }) as const;

const bytesOf = (letters: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(letters, (letter) => letter.charCodeAt(0));

/** Files with nothing in them, and files that are no sheets. */
export const noSheets: readonly Shape[] = [
  bytesFile('empty.csv', new Uint8Array(), {
    seen: 'a download that failed',
    expected: { refused: 'empty-file' },
  }),
  textFile('blank.csv', '\n \n\t\n', {
    seen: 'a file saved with nothing in it',
    expected: { refused: 'empty-file' },
  }),
  textFile(
    'mark-only.csv',
    '',
    {
      seen: 'an export of nothing: a byte order mark',
      expected: { refused: 'empty-file' },
    },
    { encoding: 'utf-8-bom' },
  ),
  textFile('separators-only.csv', ';;;\n;;;\n', {
    seen: 'an Excel sheet that was emptied',
    expected: NOTHING_HERE,
  }),
  bytesFile('empty.json.gz', gzipped(encoded('')), {
    seen: 'a download that failed',
    expected: { refused: 'empty-file' },
  }),
  bookFile('empty.xlsx', [{ name: 'Blad1', rows: [] }], {
    seen: 'a new workbook',
    expected: NOTHING_HERE,
  }),
  bookFile('headings-only.xlsx', [{ name: 'Codes', rows: [['Code', 'Code Redemption Link']] }], {
    seen: 'likely: all codes are redeemed',
    expected: NOTHING_HERE,
  }),
  textFile('headings-only-customers.csv', 'Customer Name,VIP ID,Anniversary Date\n', {
    seen: 'likely: a filter that nothing meets',
    expected: NOTHING_HERE,
  }),
  textFile('headings-only-apps.csv', 'App,Adam ID,Total,Used\n', {
    seen: 'likely: a new location',
    expected: NOTHING_HERE,
  }),
  textFile(
    'sign-in-apple.xls',
    '<!DOCTYPE html><html><head><title>Sign In - Apple</title></head><body><form action="https://idmsa.apple.com/appleauth"><input type="text"><input type="password"></form></body></html>\n',
    { seen: 'a session that had ended (B7)', expected: wrongType('sign-in-page') },
  ),
  textFile(
    'sign-in-microsoft.csv',
    '<html><head><title>Logga in på ditt konto</title></head><body><script src="https://login.microsoftonline.com/x.js"></script></body></html>\n',
    { seen: 'a session that had ended', expected: wrongType('sign-in-page') },
  ),
  textFile(
    'sign-in-adobe.csv',
    '<html><head><title>Adobe ID</title></head><body><a href="https://auth.services.adobelogin.com/">Continue</a></body></html>\n',
    { seen: 'a session that had ended', expected: wrongType('sign-in-page') },
  ),
  textFile(
    'page.html',
    '<!doctype html><html><body><h1>Nordby</h1><p>Välkommen</p></body></html>\n',
    {
      seen: 'a page saved by mistake',
      expected: wrongType('web-page'),
    },
  ),
  textFile('mail.mht', 'MIME-Version: 1.0\nContent-Type: multipart/related\n\n--x\n', {
    seen: 'a page saved by Outlook',
    expected: wrongType('web-archive'),
  }),
  textFile('feed.xml', '<?xml version="1.0"?><orders><order number="1"/></orders>\n', {
    seen: 'an export of another system',
    expected: wrongType('xml'),
  }),
  bytesFile('order.pdf', bytesOf('%PDF-1.7\n%âãÏÓ\n1 0 obj\n'), {
    seen: 'an order confirmation',
    expected: wrongType('pdf'),
  }),
  bytesFile('codes.png', bytesOf('\u{89}PNG\r\n\u{1A}\n\0\0\0\rIHDR'), {
    seen: 'a picture of the screen',
    expected: wrongType('image'),
  }),
  bytesFile(
    'letter.odt',
    storedZip({
      mimetype: 'application/vnd.oasis.opendocument.text',
      'content.xml': '<office:document-content/>',
      'META-INF/manifest.xml': '<manifest/>',
    }),
    { seen: 'LibreOffice', expected: wrongType('opendocument') },
  ),
  bytesFile(
    'list.numbers',
    storedZip({ 'Index/Document.iwa': 'x', 'Metadata/Properties.plist': 'x' }),
    {
      seen: 'Numbers',
      expected: wrongType('numbers'),
    },
  ),
  bytesFile(
    'list.docx',
    storedZip({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w/>' }),
    {
      seen: 'Word',
      expected: wrongType('word'),
    },
  ),
  bytesFile('list.zip', storedZip({ 'codes.csv': `Code\n${codeOf(400)}\n` }), {
    seen: 'Intune’s exports are zipped csv (apple.md §3.3); a person unpacks them',
    expected: wrongType('archive'),
  }),
  bytesFile('cut.xlsx', storedZip({ '[Content_Types].xml': '<Types/>' }).slice(0, 40), {
    seen: 'a download that was broken off',
    expected: { refused: 'damaged-file' },
  }),
  bytesFile('cut.xls', bytesOf('\u{D0}\u{CF}\u{11}\u{E0}\u{A1}\u{B1}\u{1A}\u{E1}\0\0\0\0'), {
    seen: 'a download that was broken off',
    expected: { refused: 'damaged-file' },
  }),
  bytesFile(
    'noise.csv',
    Uint8Array.from({ length: 600 }, (_, at) => (at * 73 + 11) % 256),
    {
      seen: 'a file with the wrong name',
      expected: wrongType('binary'),
    },
  ),
  textFile(
    'token.vpptoken',
    'eyJ0b2tlbiI6IlJrOVNMVlJGVTFSSlRrYyIsImV4cERhdGUiOiIyMDI3LTAzLTE0VDA5OjI2OjUzKzAwMDAiLCJvcmdOYW1lIjoiTm9yZGJ5In0=\n',
    {
      seen: 'a token dropped where sheets belong (apple.md §1); made up',
      expected: { never: ['apple-credit/*', 'apple-licences/*', 'adobe-vip/*'] },
    },
  ),
  textFile(
    'mail-with-a-code.txt',
    `Hej Ada,\n\nhär är koden:\n${linkOf(401)}\n\nHälsningar\nBo\n`,
    {
      seen: 'a mail saved as text',
      expected: NOTHING_HERE,
    },
  ),
];
