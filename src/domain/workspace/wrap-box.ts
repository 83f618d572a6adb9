import type { Wrap } from './keyring.ts';

/** All that decides whether a wrap opens, and to what: two wraps with the same are one. */
export const boxOf = (wrap: Wrap | undefined): string | undefined => {
  if (wrap === undefined) return undefined;
  const { memoryKiB, passes, lanes } = wrap.derivation;
  return JSON.stringify([wrap.by, wrap.salt, wrap.iv, wrap.keys, memoryKiB, passes, lanes]);
};
