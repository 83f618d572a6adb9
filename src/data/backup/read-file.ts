import * as z from '#core/schema.ts';
import { breath } from '#platform/breath.ts';
import type { Copy } from '../merge/copy.ts';
import { decompressed, type Bytes } from './flow.ts';
import type { ReadHeader } from './header.ts';
import { FileRefused } from './refused.ts';
import { openChunks, type Reading } from './sealed-chunks.ts';
import { isSameSum, summing, type Summary } from './summary.ts';
import { summed } from './write-file.ts';

/** A backup that can be read: the file, its header, and the key of its chunks. */
export type OpenedFile = ReadHeader & { readonly file: Blob; readonly key: CryptoKey };

const contents = z.object({
  records: z.number(),
  kinds: z.record(z.string(), z.number()),
  digest: z.string(),
});

/**
 * The records of a backup in batches and, once all were read and match what the file says about
 * itself, their summary. Throws `FileRefused`; until the end nobody knows whether the file is
 * complete, so nothing may be written before.
 */
export async function* recordsIn(
  opened: OpenedFile,
  reading: Reading = {},
): AsyncGenerator<Copy[], Summary> {
  const sum = summing();
  let end: Summary | undefined;
  const heard = refusalsOf(
    openChunks(opened.file, opened, (content) => (end = summaryIn(content)), reading),
  );
  try {
    for await (const lines of linesOf(summed(decompressed(heard.bytes), sum))) {
      const records = lines.map((line) => JSON.parse(line) as Copy);
      records.forEach(sum.record);
      yield records;
    }
  } catch (error) {
    // A stream may turn an error into another one.
    throw (
      heard.refusal() ??
      (error instanceof TypeError || error instanceof SyntaxError
        ? new FileRefused('damaged')
        : error)
    );
  }
  if (heard.refusal() !== undefined) throw heard.refusal();
  if (end === undefined || !isSameSum(end, sum.end())) throw new FileRefused('damaged');
  return sum.end();
}

const summaryIn = (content: Uint8Array): Summary => {
  const summary = contents.safeParse(JSON.parse(new TextDecoder().decode(content)));
  if (!summary.success) throw new FileRefused('damaged');
  return summary.data;
};

/** The same bytes, and what kept them from coming. */
const refusalsOf = (source: Bytes): { readonly bytes: Bytes; readonly refusal: () => unknown } => {
  let refusal: unknown;
  async function* bytes(): Bytes {
    try {
      yield* source;
    } catch (error) {
      refusal = error;
      throw error;
    }
  }
  return { bytes: bytes(), refusal: () => refusal };
};

/** At 200 no task of the page is long. */
const BATCH = 200;

async function* linesOf(source: Bytes): AsyncGenerator<string[]> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest = '';
  for await (const block of source) {
    const lines = (rest + decoder.decode(block, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (let at = 0; at < lines.length; at += BATCH) {
      yield lines.slice(at, at + BATCH);
      await breath();
    }
  }
  if (rest + decoder.decode() !== '') throw new FileRefused('damaged');
}
