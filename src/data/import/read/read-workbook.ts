import { ok, refuse, type Result } from '#core/result.ts';
import type { Sheet, SheetFile } from '#core/import/sheet.ts';
import { overBound } from '#platform/json-values.ts';
import { readCsv } from './csv/csv-rows.ts';
import { contentOf, textContentOf } from './file-content.ts';
import { digestOf } from './file-digest.ts';
import { gunzip } from './gunzip.ts';
import { readHtmlTables } from './html/html-rows.ts';
import { LIMITS, MEGABYTE } from './limits.ts';
import { holdsSheets, isOpenDocument, readOdsContent } from './ods/ods-parts.ts';
import { readOdsSheets } from './ods/ods-sheets.ts';
import { notASheet, type ReadProblem } from './read-problem.ts';
import type { OnProgress } from './read-progress.ts';
import { afterHeaders, savedAnswers, type SavedAnswers } from './saved-answers.ts';
import { decodeText, isBinaryText } from './text-encoding.ts';
import { withOwnNames } from './own-names.ts';
import { readWorkbookParts } from './workbook-parts.ts';
import { readXlsStream } from './xls/xls-stream.ts';
import { readZipDirectory, type ZipPart } from './zip/zip-directory.ts';

type Content = Omit<SheetFile, 'name' | 'digest' | 'documents' | 'cut'> & {
  readonly answers?: SavedAnswers;
};

/**
 * Reads a file's bytes into sheets of text, by what it is and not by its name. Never throws and
 * never runs anything in it; how long it takes is watched from outside (`readSheet`).
 */
export const readWorkbook = async (
  bytes: Uint8Array<ArrayBuffer>,
  name: string,
  onProgress: OnProgress = () => undefined,
): Promise<Result<SheetFile, ReadProblem>> => {
  onProgress('opening');
  const content = await readContent(bytes, onProgress);
  if (!content.ok) return content;
  const { answers, ...rest } = content.value;
  const file = { name, digest: await digestOf(bytes), ...rest };
  if (answers === undefined) return ok(file);
  return ok({
    ...file,
    documents: withOwnNames(
      answers.bodies.map((body, at) => ({ name, body, given: answers.given[at] })),
    ),
    cut: answers.isCut ? [name] : [],
  });
};

/** SheetJS, two thirds of what a worker would start with, starts with the first file that needs it. */
const officeSheets = () => import('./office-sheets.ts');

const readContent = async (
  bytes: Uint8Array,
  onProgress: OnProgress,
): Promise<Result<Content, ReadProblem>> => {
  if (bytes.length === 0) return refuse('empty-file');
  if (bytes.length > LIMITS.fileMb * MEGABYTE)
    return refuse('too-large', undefined, { limitMb: LIMITS.fileMb });
  const kind = contentOf(bytes);
  if (kind === 'gzip') {
    const content = await gunzip(bytes);
    return content.ok ? readContent(content.value, onProgress) : content;
  }
  if (kind === 'zip') {
    const directory = readZipDirectory(bytes);
    return directory.ok ? readZip(bytes, directory.value, onProgress) : directory;
  }
  if (kind === 'compound') {
    const stream = readXlsStream(bytes);
    onProgress('reading');
    return stream.ok ? asContent((await officeSheets()).readXls(stream.value)) : stream;
  }
  onProgress('reading');
  return kind === 'text' ? readText(bytes) : notASheet(kind);
};

const readZip = async (
  bytes: Uint8Array,
  directory: readonly ZipPart[],
  onProgress: OnProgress,
): Promise<Result<Content, ReadProblem>> => {
  if (isOpenDocument(directory)) {
    const xml = await readOdsContent(bytes, directory);
    onProgress('reading');
    return xml.ok ? asContent(readOdsSheets(xml.value)) : xml;
  }
  const onShare = (share: number): void => onProgress('opening', share);
  const parts = await readWorkbookParts(bytes, directory, onShare);
  onProgress('reading');
  return parts.ok ? asContent((await officeSheets()).readXlsx(parts.value)) : parts;
};

const readText = async (bytes: Uint8Array): Promise<Result<Content, ReadProblem>> => {
  const { text: whole, encoding } = decodeText(bytes);
  if (whole.trim() === '') return refuse('empty-file');
  if (isBinaryText(whole)) return notASheet('binary');
  const text = whole.startsWith('HTTP/') ? whole.slice(afterHeaders(whole, 0)) : whole;
  const kind = textContentOf(text);
  if (kind === 'excel-xml') return readXml(text);
  if (kind === 'opendocument' && holdsSheets(text))
    return hasDocumentType(text) ? refuse('unsafe-file') : asContent(readOdsSheets(text));
  if (kind === 'html') {
    const rows = readHtmlTables(text);
    return rows.ok ? ok({ encoding, sheets: [{ name: '', rows: rows.value }] }) : rows;
  }
  if (kind === 'json') return readJson(text, whole, encoding);
  if (kind !== 'csv') return notASheet(kind);
  const csv = readCsv(text);
  if (!csv.ok) return csv;
  const { rows, ...rest } = csv.value;
  return ok({ encoding, ...rest, sheets: [{ name: '', rows }] });
};

/**
 * Saved answers, measured before they are parsed: a small file may take gigabytes once parsed. One
 * that ends in the middle of its only answer is reported as such: it was cut off when it was saved.
 * The `whole` text has the headers before them.
 */
const readJson = (text: string, whole: string, encoding: string): Result<Content, ReadProblem> => {
  const over = overBound(text, LIMITS);
  if (over === 'levels') return refuse('unsafe-file');
  if (over === 'values') return refuse('too-many-cells', undefined, { limit: LIMITS.values });
  const answers = savedAnswers(whole);
  return answers === undefined || answers.bodies.length === 0
    ? refuse('broken-json')
    : ok({ encoding, sheets: [], answers });
};

/**
 * Excel 2003 XML: counted before it is parsed, as its cells are. Document types and entities have
 * no place in it.
 */
const readXml = async (text: string): Promise<Result<Content, ReadProblem>> => {
  if (hasDocumentType(text)) return refuse('unsafe-file');
  const rows = text.match(/<\/?(?:\w+:)?Row\b/g)?.length ?? 0;
  if (rows > LIMITS.rows * 2) return refuse('too-many-rows', undefined, { limit: LIMITS.rows });
  return asContent((await officeSheets()).readExcelXml(text));
};

const hasDocumentType = (text: string): boolean => /<!(?:doctype|entity)/i.test(text);

const asContent = (sheets: Result<readonly Sheet[], ReadProblem>): Result<Content, ReadProblem> =>
  sheets.ok ? ok({ sheets: sheets.value }) : sheets;
