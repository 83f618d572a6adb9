import { ok, refuse, type Result } from '#domain/result.ts';
import { readCompoundFile } from './compound-file.ts';
import { notASheet, type ReadProblem, type ReadRefusal } from './read-problem.ts';

/** Record types of [MS-XLS] 2.3. */
const BOF = 0x0809;
const EOF = 0x000a;
const FILEPASS = 0x002f;
const BOUNDSHEET = 0x0085;

/**
 * The workbook stream of an .xls, whole and without a password. A stream that was cut off is refused rather than read as
 * far as it goes: a half import looks like a whole one.
 */
export const readXlsStream = (bytes: Uint8Array): Result<Uint8Array, ReadProblem> => {
  const file = readCompoundFile(bytes);
  if (file === undefined) return refuse('damaged-file');
  const has = (name: string): boolean => file.names.includes(name);
  if (has('EncryptedPackage') || has('EncryptionInfo')) return refuse('password-protected');
  const name = ['Workbook', 'WORKBOOK', 'Book', 'BOOK'].find(has);
  if (name === undefined) {
    if (has('WordDocument')) return notASheet('word');
    return notASheet(has('PowerPoint Document') ? 'presentation' : 'office-document');
  }
  const stream = file.content(name);
  return stream === undefined ? refuse('damaged-file') : (checkRecords(stream) ?? ok(stream));
};

/** Walks the records: each inside the stream, as many sheets as are named, every one of them ended. */
const checkRecords = (stream: Uint8Array): ReadRefusal | undefined => {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  let [depth, begun, named] = [0, 0, 0];
  for (let at = 0; at + 4 <= stream.length; at += 4 + view.getUint16(at + 2, true)) {
    const type = view.getUint16(at, true);
    if (depth === 0 && type !== BOF) break;
    if (at + 4 + view.getUint16(at + 2, true) > stream.length) return refuse('damaged-file');
    if (type === FILEPASS) return refuse('password-protected');
    if (type === BOUNDSHEET) named += 1;
    if (type === BOF) [depth, begun] = [depth + 1, begun + (depth === 0 ? 1 : 0)];
    if (type === EOF) depth -= 1;
  }
  // The first part is the workbook itself.
  return depth !== 0 || begun === 0 || begun - 1 < named ? refuse('damaged-file') : undefined;
};
