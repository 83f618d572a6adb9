import { MOST_TOKEN_BYTES, readTokenFile, type TokenFile } from '#domain/apple-licences/token-file.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import { toHex } from '#platform/hex.ts';
import { sha256 } from '#platform/sha256.ts';

/** A token that was read, with the hash of its text. Holds the secret: memory only. */
export type ReadToken = { readonly fileName: string; readonly file: TokenFile; readonly fingerprint: string };

/** Reads a file, or pasted text, as a token (B1). Nothing of it is stored. */
export const readToken = async (source: File): Promise<Result<ReadToken>> => {
  if (source.size > MOST_TOKEN_BYTES) return refuse('token-too-large');
  const read = readTokenFile(new Uint8Array(await source.arrayBuffer()));
  if (!read.ok) return read;
  const hash = await sha256(new TextEncoder().encode(read.value.bearer));
  return ok({ fileName: source.name, file: read.value, fingerprint: toHex(hash) });
};
