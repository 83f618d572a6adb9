import { parseAccept } from 'hono/utils/accept';

/**
 * The names of HTTP's `Content-Encoding` that we send, by the ending of the file that the build
 * made beside its own.
 */
export const ENCODINGS = { br: '.br', gzip: '.gz' } as const;

/** An encoding that a build's file may be there in. */
export type Encoding = keyof typeof ENCODINGS;

/** A file's bytes, and those that the build compressed it to. */
export type Compressed = {
  readonly bytes: Buffer<ArrayBuffer>;
  readonly encoded: Readonly<Partial<Record<Encoding, Buffer<ArrayBuffer>>>>;
};

const PREFERRED = ['br', 'gzip'] as const;

/** Where a network packet ends, less is no faster. */
const SMALLEST = 1024;

/**
 * The encoding for an `Accept-Encoding` header: brotli before gzip, never one that is refused by
 * `q=0`; undefined as is.
 */
export const encodingFor = (file: Compressed, accept: string | undefined): Encoding | undefined => {
  if (file.bytes.length < SMALLEST) return undefined;
  const accepted = parseAccept(accept ?? '')
    .filter(({ q: quality }) => quality > 0)
    .map(({ type }) => type.toLowerCase());
  return PREFERRED.find(
    (encoding) => accepted.includes(encoding) && file.encoded[encoding] !== undefined,
  );
};
