import { ok, refuse, type Result } from '#core/result.ts';
import { LIMITS, MEGABYTE } from './limits.ts';
import { notASheet, type ReadProblem } from './read-problem.ts';
import { slicesOf } from './zip/unpack.ts';

/**
 * What is in a gzip file, as curl or a browser saves a packed answer. Counted while it grows: it may
 * become as large as any file. Refuses what is damaged, and an archive of files.
 */
export const gunzip = async (bytes: Uint8Array): Promise<Result<Uint8Array, ReadProblem>> => {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  const reader = slicesOf(bytes).pipeThrough(new DecompressionStream('gzip')).getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      length += value.length;
      if (length > LIMITS.fileMb * MEGABYTE) {
        await reader.cancel().catch(() => undefined);
        return refuse('unpacks-too-large', undefined, { limitMb: LIMITS.fileMb });
      }
      pieces.push(value);
    }
  } catch {
    return refuse('damaged-file');
  }
  const content = new Uint8Array(await new Blob(pieces).arrayBuffer());
  return isArchive(content) ? notASheet('archive') : ok(content);
};

/** A gzip file in a gzip file, or a tape archive (`.tar.gz`). */
const isArchive = (content: Uint8Array): boolean =>
  (content[0] === 0x1f && content[1] === 0x8b) ||
  new TextDecoder().decode(content.subarray(257, 262)) === 'ustar';
