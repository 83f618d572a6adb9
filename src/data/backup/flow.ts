/** Bytes on their way, a piece at a time. */
export type Bytes = AsyncIterable<Uint8Array<ArrayBuffer>>;

/** The same bytes in blocks of equal size; the last may be shorter, and none is empty. */
export async function* inBlocks(source: Bytes, size: number): Bytes {
  let block = new Uint8Array(size);
  let filled = 0;
  for await (const piece of source) {
    for (let at = 0; at < piece.length;) {
      const part = piece.subarray(at, at + size - filled);
      block.set(part, filled);
      filled += part.length;
      at += part.length;
      if (filled < size) continue;
      yield block;
      block = new Uint8Array(size);
      filled = 0;
    }
  }
  if (filled > 0) yield block.slice(0, filled);
}

const streamOf = (source: Bytes): ReadableStream<Uint8Array<ArrayBuffer>> => {
  const pieces = source[Symbol.asyncIterator]();
  return new ReadableStream({
    pull: async (controller) => {
      const next = await pieces.next();
      if (next.done === true) controller.close();
      else controller.enqueue(next.value);
    },
    cancel: async () => void (await pieces.return?.()),
  });
};

type Changing = ReadableWritablePair<Uint8Array<ArrayBuffer>, BufferSource>;

/**
 * The bytes after the transformation; at most a few pieces are read ahead of demand.
 */
async function* through(source: Bytes, changing: Changing): Bytes {
  // By a reader: not every browser walks through a stream by itself.
  const reader = streamOf(source).pipeThrough(changing).getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** Compressed by gzip (RFC 1952), which every browser here has. */
export const compressed = (source: Bytes): Bytes => through(source, new CompressionStream('gzip'));

/** Decompresses; fails if the compressed bytes are incomplete. */
export const decompressed = (source: Bytes): Bytes =>
  through(source, new DecompressionStream('gzip'));
