import { ok, refuse, type Result } from '#core/result.ts';
import { readCompoundFile } from './compound-file.ts';
import { notASheet, type ReadProblem, type ReadRefusal } from '../read-problem.ts';
import { RECORD, recordsOf } from './xls-records.ts';
import { sheetPartsIn, type SheetParts } from './xls-sheet-parts.ts';
import { onlyValues } from './xls-values.ts';

/** A workbook stream reduced to its values, and what its sheets say beside them. */
export type XlsStream = { readonly values: Uint8Array; readonly parts: readonly SheetParts[] };

/**
 * The workbook stream of an .xls, complete and without a password, reduced to its values. A
 * truncated stream is refused rather than read as far as it goes: half an import looks like a
 * complete one.
 */
export const readXlsStream = (bytes: Uint8Array): Result<XlsStream, ReadProblem> => {
  const file = readCompoundFile(bytes);
  if (file === undefined) return refuse('damaged-file');
  const hasStream = (name: string): boolean => file.names.includes(name);
  if (hasStream('EncryptedPackage') || hasStream('EncryptionInfo'))
    return refuse('password-protected');
  const name = ['Workbook', 'WORKBOOK', 'Book', 'BOOK'].find(hasStream);
  if (name === undefined) {
    if (hasStream('WordDocument')) return notASheet('word');
    return notASheet(hasStream('PowerPoint Document') ? 'presentation' : 'office-document');
  }
  const stream = file.content(name);
  if (stream === undefined) return refuse('damaged-file');
  const refused = checkRecords(stream);
  if (refused !== undefined) return refused;
  const values = onlyValues(stream);
  return values === undefined
    ? refuse('damaged-file')
    : ok({ values, parts: sheetPartsIn(stream) });
};

/**
 * Walks the records: each must lie inside the stream, and there must be as many sheets as names,
 * each with an end.
 */
const checkRecords = (stream: Uint8Array): ReadRefusal | undefined => {
  let [depth, begun, named] = [0, 0, 0];
  for (const { type, to } of recordsOf(stream)) {
    if (depth === 0 && type !== RECORD.bof) break;
    if (to > stream.length) return refuse('damaged-file');
    if (type === RECORD.filePass) return refuse('password-protected');
    if (type === RECORD.boundSheet) named += 1;
    if (type === RECORD.bof) [depth, begun] = [depth + 1, begun + (depth === 0 ? 1 : 0)];
    if (type === RECORD.eof) depth -= 1;
  }
  // The first part is the workbook itself.
  return depth !== 0 || begun === 0 || begun - 1 < named ? refuse('damaged-file') : undefined;
};
