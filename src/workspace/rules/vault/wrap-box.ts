import type { Wrap } from './keyring.ts';

/** All that decides whether a wrap opens, and to what: two wraps with the same are one. */
export const boxOf = (wrap: Wrap | undefined): string | undefined => {
  if (wrap === undefined) return undefined;
  const { memoryKiB, passes, lanes } = wrap.derivation;
  return JSON.stringify([wrap.by, wrap.salt, wrap.iv, wrap.keys, memoryKiB, passes, lanes]);
};

/**
 * The same with everything that is vouched for, and the proof: so a decision about a wrap applies
 * to no other that looks like it. Otherwise someone who saw a genuine wrap could present it first
 * without its proof, and have it refused.
 */
export const wholeBoxOf = (wrap: Wrap): string => {
  const { id, number, mark, workspaceKey, vouched } = wrap;
  return JSON.stringify([boxOf(wrap), id, number, mark ?? '', workspaceKey ?? '', vouched ?? '']);
};
