import { ok, refuse, type Result } from '#core/result.ts';
import type { Sheet, SheetFile } from '#core/import/sheet.ts';
import { toHex } from '#platform/hex.ts';
import { overBound } from '#platform/json-values.ts';
import { sha256 } from '#platform/sha256.ts';
import { readCsv } from './csv-rows.ts';
import { contentOf, textContentOf } from './file-content.ts';
import { readHtmlTables } from './html-rows.ts';
import { LIMITS, MEGABYTE } from './limits.ts';
import { readExcelXml, readXls, readXlsx } from './office-sheets.ts';
import { notASheet, type ReadProblem } from './read-problem.ts';
import type { OnProgress } from './read-progress.ts';
import { decodeText, isBinaryText } from './text-encoding.ts';
import { readWorkbookParts } from './workbook-parts.ts';
import { readXlsStream } from './xls-stream.ts';

type Content = Omit<SheetFile, 'name' | 'digest' | 'documents'> & {
  readonly json?: { readonly body: unknown };
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
  const { json, ...rest } = content.value;
  const documents = json === undefined ? {} : { documents: [{ name, body: json.body }] };
  return ok({ name, digest: await digestOf(bytes), ...rest, ...documents });
};

const readContent = async (
  bytes: Uint8Array,
  onProgress: OnProgress,
): Promise<Result<Content, ReadProblem>> => {
  if (bytes.length === 0) return refuse('empty-file');
  if (bytes.length > LIMITS.fileMb * MEGABYTE)
    return refuse('too-large', undefined, { limitMb: LIMITS.fileMb });
  const kind = contentOf(bytes);
  if (kind === 'zip') {
    const parts = await readWorkbookParts(bytes, (share) => onProgress('opening', share));
    onProgress('reading');
    return parts.ok ? asContent(readXlsx(parts.value)) : parts;
  }
  if (kind === 'compound') {
    const stream = readXlsStream(bytes);
    onProgress('reading');
    return stream.ok ? asContent(readXls(stream.value)) : stream;
  }
  onProgress('reading');
  return kind === 'text' ? readText(bytes) : notASheet(kind);
};

const readText = (bytes: Uint8Array): Result<Content, ReadProblem> => {
  const { text, encoding } = decodeText(bytes);
  if (text.trim() === '') return refuse('empty-file');
  if (isBinaryText(text)) return notASheet('binary');
  const kind = textContentOf(text);
  if (kind === 'excel-xml') return readXml(text);
  if (kind === 'html') {
    const rows = readHtmlTables(text);
    return rows.ok ? ok({ encoding, sheets: [{ name: '', rows: rows.value }] }) : rows;
  }
  if (kind === 'json') return readJson(text, encoding);
  if (kind !== 'csv') return notASheet(kind);
  const csv = readCsv(text);
  return csv.ok
    ? ok({ encoding, separator: csv.value.separator, sheets: [{ name: '', rows: csv.value.rows }] })
    : csv;
};

/**
 * A saved answer, measured before it is parsed: a small file may take gigabytes once parsed. One
 * that ends in the middle is reported as such: it was cut off when it was saved.
 */
const readJson = (text: string, encoding: string): Result<Content, ReadProblem> => {
  const json = text.replace(/^\ufeff/, '');
  const over = overBound(json, LIMITS);
  if (over === 'levels') return refuse('unsafe-file');
  if (over === 'values') return refuse('too-many-cells', undefined, { limit: LIMITS.values });
  try {
    return ok({ encoding, sheets: [], json: { body: JSON.parse(json) as unknown } });
  } catch {
    return refuse('broken-json');
  }
};

/**
 * Excel 2003 XML: counted before it is parsed, as its cells are. Document types and entities have
 * no place in it.
 */
const readXml = (text: string): Result<Content, ReadProblem> => {
  if (/<!(?:doctype|entity)/i.test(text)) return refuse('unsafe-file');
  const rows = text.match(/<\/?(?:\w+:)?Row\b/g)?.length ?? 0;
  if (rows > LIMITS.rows * 2) return refuse('too-many-rows', undefined, { limit: LIMITS.rows });
  return asContent(readExcelXml(text));
};

const asContent = (sheets: Result<readonly Sheet[], ReadProblem>): Result<Content, ReadProblem> =>
  sheets.ok ? ok({ sheets: sheets.value }) : sheets;

const digestOf = async (bytes: Uint8Array<ArrayBuffer>): Promise<string> =>
  toHex(await sha256(bytes));
