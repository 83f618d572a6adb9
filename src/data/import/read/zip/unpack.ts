import { ok, refuse, type Result } from '#core/result.ts';
import type { ReadProblem } from '../read-problem.ts';
import type { ZipPart } from './zip-directory.ts';

/**
 * Bytes handed to the inflater at a time: a slice of deflate grows at most about a thousandfold
 * before it is counted.
 */
const SLICE = 4096;

/**
 * Unpacks one part of a zip, counting while it grows: a part that turns out larger than its
 * directory claims is stopped there (`unsafe-file`), one that is shorter or fails its checksum is
 * damaged.
 */
export const unpack = async (
  bytes: Uint8Array,
  part: ZipPart,
): Promise<Result<Uint8Array, ReadProblem>> => {
  const packed = bytes.subarray(part.start, part.start + part.packed);
  const content = part.isDeflated ? await inflate(packed, part.unpacked) : packed;
  if (content === 'too-long') return refuse('unsafe-file');
  if (content === 'broken' || content.length !== part.unpacked || crc32(content) !== part.crc)
    return refuse('damaged-file');
  return ok(content);
};

const inflate = async (
  packed: Uint8Array,
  size: number,
): Promise<Uint8Array | 'too-long' | 'broken'> => {
  const content = new Uint8Array(size);
  const reader = slicesOf(packed).pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  let length = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return content.subarray(0, length);
      if (length + value.length > size) {
        await reader.cancel().catch(() => undefined);
        return 'too-long';
      }
      content.set(value, length);
      length += value.length;
    }
  } catch {
    return 'broken';
  }
};

/** Bytes in small slices, for an inflater. */
export const slicesOf = (bytes: Uint8Array): ReadableStream<Uint8Array<ArrayBuffer>> => {
  let at = 0;
  return new ReadableStream({
    pull: (controller) => {
      if (at < bytes.length) controller.enqueue(bytes.slice(at, at + SLICE));
      else controller.close();
      at += SLICE;
    },
  });
};

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value >>> 0;
});

/**
 * The checksum of zip (ISO 3309); `before` is the checksum of the bytes before these, 0 for the
 * first.
 */
export const crc32 = (bytes: Uint8Array, before = 0): number => {
  let crc = ~before;
  for (let at = 0; at < bytes.length; at += 1)
    crc = (crc >>> 8) ^ (CRC_TABLE[(crc ^ (bytes[at] as number)) & 0xff] as number);
  return ~crc >>> 0;
};
