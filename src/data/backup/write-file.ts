import type { Copy } from '../merge/copy.ts';
import { compressed, inBlocks, type Bytes } from './flow.ts';
import { writeHeader, type Header } from './header.ts';
import { CHUNK_BYTES, sealChunks } from './sealed-chunks.ts';
import { summing, type Summary, type Summing } from './summary.ts';

/**
 * A file being written: its bytes, to be read once, and a summary of them, known after the last was
 * read.
 */
export type FileToWrite = { readonly bytes: Bytes; readonly summary: () => Summary };

/**
 * The bytes of a backup of records that come in batches; batches are fetched only as they are
 * read.
 */
export const writeFile = (
  { header, key }: { readonly header: Header; readonly key: CryptoKey },
  batches: AsyncIterable<readonly Copy[]>,
): FileToWrite => {
  const sum = summing();
  async function* bytes(): Bytes {
    const { bytes: start, ...place } = await writeHeader(header);
    yield start;
    const end = () => new TextEncoder().encode(JSON.stringify(sum.end()));
    yield* sealChunks({ ...place, key }, compressed(summed(textOf(batches, sum), sum)), end);
  }
  return { bytes: bytes(), summary: () => sum.end() };
};

/** A record a line: JSON writes no line end inside one. */
async function* textOf(batches: AsyncIterable<readonly Copy[]>, sum: Summing): Bytes {
  const encoder = new TextEncoder();
  for await (const batch of batches) {
    batch.forEach(sum.record);
    yield encoder.encode(batch.map((record) => `${JSON.stringify(record)}\n`).join(''));
  }
}

/** The same bytes in blocks, each summed up as it passes. */
export async function* summed(source: Bytes, sum: Summing): Bytes {
  for await (const block of inBlocks(source, CHUNK_BYTES)) {
    await sum.block(block);
    yield block;
  }
}
