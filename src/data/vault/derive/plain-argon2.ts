import { argon2id } from '@noble/hashes/argon2.js';
import type { Stretch } from './derivation.ts';

/** What the largest wrap that is opened may take, and a little more. */
const MOST_BYTES = 2 ** 31;

/**
 * Argon2id in plain JavaScript, for where WebAssembly is switched off or finds no memory. Reports
 * each full percent.
 */
export const stretchPlainly: Stretch = ({ secret, salt, derivation }, onshare) => {
  let reported = 0;
  return argon2id(secret, salt, {
    m: derivation.memoryKiB,
    t: derivation.passes,
    p: derivation.lanes,
    dkLen: 32,
    maxmem: MOST_BYTES,
    onProgress: (share) => {
      const percent = Math.floor(share * 100);
      if (percent > reported) onshare(share);
      reported = percent;
    },
  });
};
