import { toHex } from '#platform/hex.ts';
import { sha256 } from '#platform/sha256.ts';

/** What tells a file's bytes from all others. */
export const digestOf = async (bytes: Uint8Array<ArrayBuffer>): Promise<string> =>
  toHex(await sha256(bytes));
