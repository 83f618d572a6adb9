import { ok, refuse, type Result } from '#core/result.ts';
import { LIMITS, MEGABYTE } from '../limits.ts';
import type { ReadProblem } from '../read-problem.ts';

/**
 * One part of a zip as its directory describes it. Sizes in bytes, as claimed; `start` is where its
 * content begins.
 */
export type ZipPart = {
  readonly name: string;
  readonly isDeflated: boolean;
  readonly packed: number;
  readonly unpacked: number;
  readonly crc: number;
  readonly start: number;
};

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const ENCRYPTED = 0x2041;

/**
 * Reads a zip's directory (APPNOTE 6.3.10, 4.3.12 and 4.3.16) and refuses what a workbook never
 * has: parts over each other, zip64 sizes, several disks, too many parts, more content than fits.
 * What the directory says of sizes is still only a claim: `unpack` counts.
 */
export const readZipDirectory = (bytes: Uint8Array): Result<readonly ZipPart[], ReadProblem> => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfDirectory(view);
  if (end === undefined) return refuse('damaged-file');
  const count = view.getUint16(end + 10, true);
  const from = view.getUint32(end + 16, true);
  if (count === 0xffff || from === 0xffffffff) return refuse('unsafe-file');
  if (count > LIMITS.parts) return refuse('too-many-parts', undefined, { limit: LIMITS.parts });
  const parts: ZipPart[] = [];
  for (let at = from, left = count; left > 0; left -= 1) {
    if (at + 46 > end || view.getUint32(at, true) !== ENTRY) return refuse('damaged-file');
    if ((view.getUint16(at + 8, true) & ENCRYPTED) !== 0) return refuse('password-protected');
    const part = readEntry(view, bytes, at, from);
    if (typeof part === 'string') return refuse(part);
    parts.push(part);
    at +=
      46 +
      view.getUint16(at + 28, true) +
      view.getUint16(at + 30, true) +
      view.getUint16(at + 32, true);
  }
  return checkWhole(parts);
};

/** The last end record whose comment fits into the file; undefined when the file is truncated. */
const endOfDirectory = (view: DataView): number | undefined => {
  const last = view.byteLength - 22;
  for (let at = last; at >= Math.max(0, last - 0xffff); at -= 1)
    if (
      view.getUint32(at, true) === END &&
      at + 22 + view.getUint16(at + 20, true) <= view.byteLength
    )
      return at;
  return undefined;
};

const readEntry = (
  view: DataView,
  bytes: Uint8Array,
  at: number,
  directory: number,
): ZipPart | 'damaged-file' | 'unsafe-file' => {
  const method = view.getUint16(at + 10, true);
  const [packed, unpacked] = [view.getUint32(at + 20, true), view.getUint32(at + 24, true)];
  const local = view.getUint32(at + 42, true);
  const nameEnd = at + 46 + view.getUint16(at + 28, true);
  if (packed === 0xffffffff || unpacked === 0xffffffff || local === 0xffffffff)
    return 'unsafe-file';
  if (method !== 0 && method !== 8) return 'unsafe-file';
  if (nameEnd > bytes.length || local + 30 > directory || view.getUint32(local, true) !== LOCAL)
    return 'damaged-file';
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  if (start + packed > directory) return 'damaged-file';
  const name = new TextDecoder().decode(bytes.subarray(at + 46, nameEnd)).replaceAll('\\', '/');
  return {
    name,
    isDeflated: method === 8,
    packed,
    unpacked,
    crc: view.getUint32(at + 16, true),
    start,
  };
};

const checkWhole = (parts: readonly ZipPart[]): Result<readonly ZipPart[], ReadProblem> => {
  const inOrder = [...parts].sort((a, b) => a.start - b.start);
  const overlap = inOrder.some((part, at) => part.start < endOf(inOrder[at - 1]));
  const names = new Set(parts.map(({ name }) => name.toLowerCase()));
  if (overlap || names.size !== parts.length) return refuse('unsafe-file');
  const claimed = parts.reduce((sum, { unpacked }) => sum + unpacked, 0);
  const growsTooMuch = parts.some(
    ({ packed, unpacked }) =>
      unpacked > LIMITS.ratioFromMb * MEGABYTE && unpacked > packed * LIMITS.ratio,
  );
  return claimed > LIMITS.unpackedMb * MEGABYTE || growsTooMuch
    ? refuse('unpacks-too-large', undefined, { limitMb: LIMITS.unpackedMb })
    : ok(parts);
};

const endOf = (part: ZipPart | undefined): number =>
  part === undefined ? 0 : part.start + part.packed;
