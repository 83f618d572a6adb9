import { nameOfMany } from '../lot/name-of-many.ts';
import { ok, refuse, type Result } from '#core/result.ts';
import type { SavedDocument, SheetFile } from '#core/import/sheet.ts';
import { toHex } from '#platform/hex.ts';
import { sha256 } from '#platform/sha256.ts';
import { LIMITS, MEGABYTE } from './limits.ts';
import { withOwnNames } from './own-names.ts';
import type { ReadProblem } from './read-problem.ts';
import type { OnProgress } from './read-progress.ts';
import { readWorkbook } from './read-workbook.ts';
import type { GivenUp, NamedBlob } from './sheet-messages.ts';
import { writtenAt } from './written-at.ts';

/** A file as it was read, or why it was not. */
export type ReadFile = { readonly name: string; readonly read: Result<SheetFile, ReadProblem> };

/** Which files stopped the worker before and are refused, and who is told which is begun. */
type Pace = {
  readonly givenUp?: readonly GivenUp[];
  readonly onFile?: (at: number) => void;
};

/**
 * Reads each of the files that were chosen, one after the other. One that is refused stops no other;
 * those with which all together are too large are refused, too.
 */
export const readFiles = async (
  files: readonly NamedBlob[],
  onProgress: OnProgress,
  { givenUp = [], onFile }: Pace = {},
): Promise<ReadFile[]> => {
  const read: ReadFile[] = [];
  let together = 0;
  for (const [at, { blob, name }] of files.entries()) {
    const before = givenUp.find((one) => one.at === at);
    if (before !== undefined) {
      read.push({ name, read: refuse(before.why) });
      continue;
    }
    const size = blob.size > LIMITS.fileMb * MEGABYTE ? 0 : blob.size;
    if (together + size > LIMITS.togetherMb * MEGABYTE) {
      const limitMb = LIMITS.togetherMb;
      read.push({ name, read: refuse('too-large-together', undefined, { limitMb }) });
      continue;
    }
    together += size;
    onFile?.(at);
    const tell: OnProgress = (step, share) =>
      onProgress(step, files.length > 1 ? at / files.length : share);
    read.push({ name, read: await readFile(blob, name, tell) });
  }
  return read;
};

/** A file that is gone or locked by now, or stops the parser, is refused like any other. */
const readFile = async (
  blob: Blob,
  name: string,
  onProgress: OnProgress,
): Promise<ReadFile['read']> => {
  if (blob.size === 0) return refuse('empty-file');
  if (blob.size > LIMITS.fileMb * MEGABYTE)
    return refuse('too-large', undefined, { limitMb: LIMITS.fileMb });
  try {
    const read = await readWorkbook(new Uint8Array(await blob.arrayBuffer()), name, onProgress);
    const moment = writtenAt(blob, name);
    return read.ok && moment !== undefined ? ok({ ...read.value, writtenAt: moment }) : read;
  } catch {
    return refuse('unreadable-file');
  }
};

type SavedFile = SheetFile & { readonly documents: readonly SavedDocument[] };

/** Whether a file holds saved answers, and no sheets. */
export const isSaved = (file: SheetFile): file is SavedFile => file.documents !== undefined;

/** Saved answers of several files as one file: they may be the pages of one list. */
export const savedTogether = async (files: readonly SheetFile[]): Promise<SheetFile> => {
  const [first] = files;
  if (first !== undefined && files.length === 1) return first;
  return {
    name: nameOfMany(files),
    digest: await digestOfMany(files),
    sheets: [],
    documents: withOwnNames(files.flatMap(({ documents = [] }) => documents)),
    cut: files.flatMap(({ cut = [] }) => cut),
  };
};

/** What tells several files from all others, in whatever order they were chosen; of one file its own. */
export const digestOfMany = async (
  files: readonly { readonly digest: string }[],
): Promise<string> => {
  const [first] = files;
  if (first !== undefined && files.length === 1) return first.digest;
  const digests = files.map(({ digest }) => digest).toSorted();
  return toHex(await sha256(new TextEncoder().encode(digests.join('\n'))));
};
