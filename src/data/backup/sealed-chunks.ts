import { inBlocks, type Bytes } from './flow.ts';
import { bytesOf, type ReadHeader } from './header.ts';
import { FileRefused } from './refused.ts';

/** The file a chunk belongs to, and the key that seals it. */
export type ChunkPlace = Pick<ReadHeader, 'header' | 'digest'> & { readonly key: CryptoKey };

/** How much is sealed at once: as much as a phone holds without a thought. */
export const CHUNK_BYTES = 262_144;

/** Before each chunk: whether it is the last one (1 byte), and its length (4 bytes). */
const FRAME = 5;

/** AES-GCM adds this much. */
const TAG = 16;

// Bound to file, place and end: a chunk that is missing, moved, from another file or under another
// header does not open.
const sealing = ({ header, digest }: ChunkPlace, number: number, isLast: boolean): AesGcmParams => {
  const iv = new Uint8Array(12);
  // The key seals this file alone, and each number once.
  new DataView(iv.buffer).setUint32(8, number);
  const to = JSON.stringify(['backup', header.file, number, isLast, digest]);
  return { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(to) };
};

const sealed = async (
  place: ChunkPlace,
  number: number,
  content: Uint8Array<ArrayBuffer>,
  isLast: boolean,
): Promise<Uint8Array<ArrayBuffer>> => {
  const text = new Uint8Array(
    await crypto.subtle.encrypt(sealing(place, number, isLast), place.key, content),
  );
  const chunk = new Uint8Array(FRAME + text.length);
  const view = new DataView(chunk.buffer);
  view.setUint8(0, isLast ? 1 : 0);
  view.setUint32(1, text.length);
  chunk.set(text, FRAME);
  return chunk;
};

/** Seals bytes chunk by chunk, and then what `end` returns as the last chunk. */
export async function* sealChunks(
  place: ChunkPlace,
  source: Bytes,
  end: () => Uint8Array<ArrayBuffer>,
): Bytes {
  let number = 0;
  for await (const block of inBlocks(source, CHUNK_BYTES)) {
    yield await sealed(place, number, block, false);
    number += 1;
  }
  yield await sealed(place, number, end(), true);
}

/** How far a file is read, in bytes, and what stops it. */
export type Reading = {
  readonly onProgress?: (bytes: number) => void;
  readonly signal?: AbortSignal;
};

/** Opens sealed bytes chunk by chunk; the last chunk goes to `onEnd`. Throws `FileRefused`. */
export async function* openChunks(
  file: Blob,
  place: ChunkPlace & Pick<ReadHeader, 'size'>,
  onEnd: (content: Uint8Array<ArrayBuffer>) => void,
  { onProgress, signal }: Reading = {},
): Bytes {
  let at = place.size;
  for (let number = 0; ; number += 1) {
    signal?.throwIfAborted();
    const frame = await bytesOf(file, at, at + FRAME);
    if (frame.length < FRAME) throw new FileRefused('cut-off');
    const view = new DataView(frame.buffer);
    const [isLast, length] = [view.getUint8(0), view.getUint32(1)];
    if (isLast > 1 || length > CHUNK_BYTES + TAG) throw new FileRefused('damaged');
    at += FRAME + length;
    if (at > file.size) throw new FileRefused('cut-off');
    const content = await opened(place, number, await bytesOf(file, at - length, at), isLast === 1);
    onProgress?.(at);
    if (isLast === 1) {
      if (at !== file.size) throw new FileRefused('damaged');
      onEnd(content);
      return;
    }
    yield content;
  }
}

const opened = async (
  place: ChunkPlace,
  number: number,
  text: Uint8Array<ArrayBuffer>,
  isLast: boolean,
): Promise<Uint8Array<ArrayBuffer>> => {
  try {
    return new Uint8Array(
      await crypto.subtle.decrypt(sealing(place, number, isLast), place.key, text),
    );
  } catch {
    throw new FileRefused('damaged');
  }
};
