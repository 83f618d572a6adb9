import * as z from '#core/schema.ts';
import { isRecordId } from '#core/record/record-form.ts';
import { keyring, type KeyringData } from '#workspace/rules/vault/keyring.ts';
import type { Box } from '../vault/seal/sealed-box.ts';
import { FileRefused } from './refused.ts';
import { toHex } from '#platform/hex.ts';
import { sha256 } from '#platform/sha256.ts';

/** The newest format that this app reads and the one it writes. */
export const VERSION = 1;

/**
 * All of a backup that is readable: what it takes to open the rest with passphrase or kit, and
 * nothing that was entered.
 */
export type Header = {
  readonly format: 'volym-backup';
  readonly version: number;
  /** Id of the file. */
  readonly file: string;
  /** ms since 1970 */
  readonly madeAt: number;
  readonly workspace: string;
  /** Id of the workspace key, which seals the file's own. */
  readonly key: string;
  readonly fileKey: Box;
  readonly keyring: KeyringData;
};

/**
 * A header as it was read, where the sealed part begins, and its digest in hex, which all that is
 * sealed is bound to.
 */
export type ReadHeader = {
  readonly header: Header;
  readonly size: number;
  readonly digest: string;
};

const MARK = new TextEncoder().encode('volym-backup\n');
const DIGEST_BYTES = 32;

/** Far above any keyring. */
const LONGEST = 1_048_576;
const MOST_WRAPS = 50;

const known = z.looseObject({
  format: z.literal('volym-backup'),
  version: z.number(),
  file: z.string(),
  madeAt: z.number(),
  workspace: z.string(),
  key: z.string(),
  fileKey: z.object({ iv: z.string(), text: z.string() }),
  keyring: keyring.schema,
});

/**
 * The beginning of a file: a mark, the header's length (4 bytes), the header in JSON, and its
 * SHA-256.
 */
export const writeHeader = async (
  header: Header,
): Promise<ReadHeader & { readonly bytes: Uint8Array<ArrayBuffer> }> => {
  const text = new TextEncoder().encode(JSON.stringify(header));
  const digest = await sha256(text);
  const size = MARK.length + 4 + text.length + DIGEST_BYTES;
  const bytes = new Uint8Array(size);
  bytes.set(MARK);
  new DataView(bytes.buffer).setUint32(MARK.length, text.length);
  bytes.set(text, MARK.length + 4);
  bytes.set(digest, size - DIGEST_BYTES);
  return { header, size, digest: toHex(digest), bytes };
};

/** Reads the beginning of a file; throws `FileRefused`. */
export const readHeader = async (file: Blob): Promise<ReadHeader> => {
  const start = await bytesOf(file, 0, MARK.length + 4);
  if (MARK.some((byte, at) => start[at] !== byte)) throw new FileRefused('not-a-backup');
  if (start.length < MARK.length + 4) throw new FileRefused('cut-off');
  const length = new DataView(start.buffer).getUint32(MARK.length);
  if (length > LONGEST) throw new FileRefused('damaged');
  const size = start.length + length + DIGEST_BYTES;
  if (file.size < size) throw new FileRefused('cut-off');
  const text = await bytesOf(file, start.length, start.length + length);
  const digest = toHex(await sha256(text));
  // Before anything is believed: a bit that fell over in a wrap would look like a wrong passphrase.
  if (digest !== toHex(await bytesOf(file, size - DIGEST_BYTES, size)))
    throw new FileRefused('damaged');
  return { header: headerIn(text), size, digest };
};

const headerIn = (text: Uint8Array): Header => {
  const raw = JSON.parse(new TextDecoder().decode(text)) as { readonly version?: unknown };
  if (typeof raw.version === 'number' && raw.version > VERSION)
    throw new FileRefused('newer-format');
  const header = known.safeParse(raw);
  if (!header.success) throw new FileRefused('damaged');
  const { workspace, keyring: wrapped } = header.data;
  // The first becomes the name of a database, and a key of the settings; each wrap takes half a
  // second to try.
  const isReasonable = isRecordId(workspace) && Object.keys(wrapped.wraps).length <= MOST_WRAPS;
  if (!isReasonable) throw new FileRefused('damaged');
  return header.data;
};

/** A part of a file. */
export const bytesOf = async (
  file: Blob,
  from: number,
  to: number,
): Promise<Uint8Array<ArrayBuffer>> => new Uint8Array(await file.slice(from, to).arrayBuffer());
