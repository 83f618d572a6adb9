import { ok, refuse, type Result } from '#core/result.ts';
import type { SheetFile } from '#core/import/sheet.ts';
import { toHex } from '#platform/hex.ts';
import { sha256 } from '#platform/sha256.ts';
import { withOwnNames } from './own-names.ts';
import type { ReadProblem } from './read-problem.ts';
import type { OnProgress } from './read-progress.ts';
import { readWorkbook } from './read-workbook.ts';
import type { NamedBlob } from './sheet-messages.ts';

/**
 * Reads what was chosen: one sheet, or one or more saved answers together, such as the pages of a
 * list. Several sheets at once are refused (`one-sheet-at-a-time`): each has its own columns and
 * questions.
 */
export const readFiles = async (
  files: readonly NamedBlob[],
  onProgress: OnProgress,
): Promise<Result<SheetFile, ReadProblem>> => {
  const read: SheetFile[] = [];
  for (const [at, { blob, name }] of files.entries()) {
    const bytes = new Uint8Array(await blob.arrayBuffer());
    const workbook = await readWorkbook(bytes, name, (step, share) =>
      onProgress(step, files.length > 1 ? at / files.length : share),
    );
    if (!workbook.ok)
      return files.length > 1
        ? refuse(workbook.problem.code, undefined, { ...workbook.problem.params, name })
        : workbook;
    if (files.length > 1 && workbook.value.documents === undefined)
      return refuse('one-sheet-at-a-time', undefined, { name });
    read.push(workbook.value);
  }
  const [first] = read;
  if (first === undefined) return refuse('empty-file');
  if (read.length === 1) return ok(first);
  const digests = new TextEncoder().encode(read.map(({ digest }) => digest).join('\n'));
  return ok({
    name: `${first.name} + ${read.length - 1}`,
    digest: toHex(await sha256(digests)),
    sheets: [],
    documents: withOwnNames(read.flatMap(({ documents = [] }) => documents)),
    cut: read.flatMap(({ cut = [] }) => cut),
  });
};
