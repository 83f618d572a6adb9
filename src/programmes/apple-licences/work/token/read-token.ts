import {
  MOST_TOKEN_BYTES,
  readTokenFile,
  type TokenFile,
} from '#programmes/apple-licences/rules/token/token-file.ts';
import type { TokenResult } from '#programmes/apple-licences/rules/token/token-problem.ts';
import { ok, refuse } from '#core/result.ts';
import { toHex } from '#platform/hex.ts';
import { sha256 } from '#platform/sha256.ts';

/**
 * A token that was read, with the hashes of its text and of the token within. Holds the secret:
 * memory only.
 */
export type ReadToken = {
  readonly fileName: string;
  readonly file: TokenFile;
  readonly fingerprint: string;
  readonly innerFingerprint: string;
};

/** Reads a file, or pasted text, as a token (B1). Nothing of it is stored. */
export const readToken = async (source: File): Promise<TokenResult<ReadToken>> => {
  if (source.size > MOST_TOKEN_BYTES) return refuse('token-too-large');
  const read = readTokenFile(new Uint8Array(await source.arrayBuffer()));
  if (!read.ok) return read;
  const { bearer, token } = read.value;
  const [fingerprint, innerFingerprint] = await Promise.all([hashOf(bearer), hashOf(token)]);
  return ok({ fileName: source.name, file: read.value, fingerprint, innerFingerprint });
};

/** What a text is recognised by: its SHA-256, in hex. */
export const hashOf = async (text: string): Promise<string> =>
  toHex(await sha256(new TextEncoder().encode(text)));
