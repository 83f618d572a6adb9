import { crc32 } from '#data/import/read/zip/unpack.ts';

/** A part of a made zip. `claims` replaces what the directory and the local header say of it. */
export type MadePart = {
  readonly name: string;
  readonly content:
    | string
    | Uint8Array<ArrayBuffer>
    | readonly (string | Uint8Array<ArrayBuffer>)[];
  readonly claims?: {
    readonly unpacked?: number;
    readonly packed?: number;
    readonly start?: number;
    readonly flags?: number;
  };
};

/**
 * A zip of deflated parts. Contents may be given in pieces, so that hundreds of megabytes need no
 * memory.
 */
export const zipOf = async (parts: readonly MadePart[]): Promise<Uint8Array<ArrayBuffer>> => {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  const directory: Uint8Array<ArrayBuffer>[] = [];
  let at = 0;
  for (const part of parts) {
    const made = await deflated(part);
    const name = new TextEncoder().encode(part.name);
    const sizes = {
      packed: made.packed.length,
      unpacked: made.unpacked,
      start: at,
      flags: 0,
      ...part.claims,
    };
    const local = header(0x04034b50, 30, sizes, made.crc, name.length);
    const entry = header(0x02014b50, 46, sizes, made.crc, name.length);
    pieces.push(local, name, made.packed);
    directory.push(entry, name);
    at += local.length + name.length + made.packed.length;
  }
  const size = directory.reduce((sum, piece) => sum + piece.length, 0);
  return joined([...pieces, ...directory, endOfZip(parts.length, size, at)]);
};

/** Bytes one after the other. */
export const joined = (pieces: readonly Uint8Array<ArrayBuffer>[]): Uint8Array<ArrayBuffer> => {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
};

type Deflated = {
  readonly packed: Uint8Array<ArrayBuffer>;
  readonly unpacked: number;
  readonly crc: number;
};

/** Contents in pieces are kept once made: two bombs of one content are packed once. */
const made = new WeakMap<object, Promise<Deflated>>();

const deflated = ({ content }: MadePart): Promise<Deflated> => {
  const known = typeof content === 'string' ? undefined : made.get(content);
  const making = known ?? deflate(content);
  if (typeof content !== 'string') made.set(content, making);
  return making;
};

const deflate = async (content: MadePart['content']): Promise<Deflated> => {
  const pieces = (Array.isArray(content) ? content : [content]) as readonly (
    | string
    | Uint8Array<ArrayBuffer>
  )[];
  let [unpacked, crc, at] = [0, 0, 0];
  const source = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull: (controller) => {
      const piece = pieces[at];
      at += 1;
      if (piece === undefined) return controller.close();
      const bytes = typeof piece === 'string' ? new TextEncoder().encode(piece) : piece;
      unpacked += bytes.length;
      crc = crc32(bytes, crc);
      controller.enqueue(bytes);
    },
  });
  const stream = source.pipeThrough(new CompressionStream('deflate-raw'));
  const packed = new Uint8Array(await new Response(stream).arrayBuffer());
  return { packed, unpacked, crc };
};

type Sizes = {
  readonly packed: number;
  readonly unpacked: number;
  readonly start: number;
  readonly flags: number;
};

const header = (
  signature: number,
  length: 30 | 46,
  sizes: Sizes,
  crc: number,
  nameLength: number,
): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(length);
  const view = new DataView(bytes.buffer);
  const after = length === 46 ? 2 : 0;
  view.setUint32(0, signature, true);
  view.setUint16(4 + after, 20, true);
  view.setUint16(6 + after, sizes.flags, true);
  view.setUint16(8 + after, 8, true);
  view.setUint32(14 + after, crc, true);
  view.setUint32(18 + after, sizes.packed, true);
  view.setUint32(22 + after, sizes.unpacked, true);
  view.setUint16(26 + after, nameLength, true);
  if (length === 46) view.setUint32(42, sizes.start, true);
  return bytes;
};

const endOfZip = (count: number, size: number, start: number): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(22);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 0x06054b50, true);
  view.setUint16(8, count, true);
  view.setUint16(10, count, true);
  view.setUint32(12, size, true);
  view.setUint32(16, start, true);
  return bytes;
};
