import type { NotASheet } from './read-problem.ts';

/** What a file is by its first bytes; the name says nothing. */
export type FileContent = 'zip' | 'gzip' | 'compound' | 'text' | NotASheet;

/** Signatures of files that are picked by mistake; `.` stands for any byte. */
const SIGNATURES: readonly (readonly [FileContent, string])[] = [
  ['zip', 'PK\u0003\u0004'],
  ['zip', 'PK\u0005\u0006'],
  ['compound', '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1'],
  ['pdf', '%PDF-'],
  ['image', '\u0089PNG'],
  ['image', '\u00ff\u00d8\u00ff'],
  ['image', 'GIF8'],
  ['image', 'BM....\u0000\u0000'],
  ['image', 'II*\u0000'],
  ['image', 'MM\u0000*'],
  ['image', 'RIFF....WEBP'],
  ['image', '....ftyphei'],
  ['image', '....ftypavif'],
  ['media', '....ftyp'],
  ['media', 'RIFF'],
  ['media', 'ID3'],
  ['media', 'OggS'],
  ['program', 'MZ'],
  ['program', '\u007fELF'],
  ['program', '\u00cf\u00fa\u00ed\u00fe'],
  ['program', '\u00ca\u00fe\u00ba\u00be'],
  ['gzip', '\u001f\u008b'],
  ['archive', '7z\u00bc\u00af'],
  ['archive', 'Rar!'],
  ['archive', 'BZh'],
  ['archive', '\u00fd7zXZ'],
  ['archive', '(\u00b5/\u00fd'],
  ['binary', 'SQLite format 3'],
  ['word', '{\\rtf'],
];

/** What a file is by its first bytes. */
export const contentOf = (bytes: Uint8Array): FileContent =>
  SIGNATURES.find(
    ([content, signature]) => matches(bytes, signature) && !isWord(content, bytes),
  )?.[0] ?? 'text';

const matches = (bytes: Uint8Array, signature: string): boolean =>
  [...signature].every((letter, at) => letter === '.' || bytes[at] === letter.charCodeAt(0));

/**
 * A csv may begin with the letters of a short signature (`MZ`, `ID3`, `BM`): only bytes that are no
 * text make it one.
 */
const isWord = (content: FileContent, bytes: Uint8Array): boolean =>
  (content === 'program' || content === 'media' || content === 'archive' || content === 'gzip') &&
  bytes.subarray(0, 64).every((byte) => byte >= 9 && byte !== 127);

/** Where people sign in to what Volym reads files of: Apple, Microsoft and Adobe. */
const SIGN_IN_HOSTS = /idmsa\.apple\.com|login\.microsoftonline\.com|adobelogin\.com/i;

const SIGN_IN_TITLE =
  /<title[^>]*>[^<]*(?:sign[ -]?in|log[ -]?in|logga in|anmeld|connexion|se connecter|iniciar sesi|aanmelden|inloggen|logg inn|log ind|kirjaudu)/i;

/**
 * Whether a page asks someone to sign in: what was to be saved needed a session that had ended. One
 * page of a portal with a table names the place where one signs in, too.
 */
const isSignInPage = (text: string): boolean => {
  const start = text.slice(0, 100_000);
  if (/<input\b[^>]*\btype\s*=\s*["']?password/i.test(start)) return true;
  const isTabled = /<table\b/i.test(text);
  return !isTabled && (SIGN_IN_TITLE.test(start) || SIGN_IN_HOSTS.test(start));
};

/**
 * What a text is: separated values, a saved answer, a page, an Excel 2003 XML sheet, or something
 * that is no sheet.
 */
export const textContentOf = (text: string): 'csv' | 'json' | 'html' | 'excel-xml' | NotASheet => {
  const start = text.slice(0, 4096).trimStart();
  if (/^(?:\{\s*["}]|\[\s*[[{\]])/.test(start)) return 'json';
  if (/^MIME-Version:/i.test(start)) return 'web-archive';
  if (!start.startsWith('<')) return 'csv';
  if (
    /urn:schemas-microsoft-com:office:spreadsheet/i.test(start) &&
    /<(?:\w+:)?Workbook\b/.test(start)
  )
    return 'excel-xml';
  if (/<office:document/i.test(start)) return 'opendocument';
  if (isSignInPage(text)) return 'sign-in-page';
  if (/<table\b/i.test(text)) return 'html';
  if (
    /^<(?:!doctype html|html|head|body|meta)\b/i.test(
      start.replace(/^(?:<\?xml[^>]*>|<!--[\s\S]*?-->|\s)+/, ''),
    )
  )
    return 'web-page';
  return /^<(?:\?xml|[a-z][\w:-]*[\s>/])/i.test(start) ? 'xml' : 'csv';
};
