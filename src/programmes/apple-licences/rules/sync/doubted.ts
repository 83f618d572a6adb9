import type { TokenSync } from './token-sync.ts';

/**
 * Whether something may have happened at Apple, since all of it was read, that leaves no trace
 * among the changes.
 */
export const isDoubted = ({
  versions,
  doubtAt,
}: Pick<TokenSync, 'versions' | 'doubtAt'>): boolean =>
  versions !== undefined && doubtAt !== undefined && doubtAt >= versions.wholeAt;

/**
 * A sync's mark with nothing to go on from where that is in doubt: versions of the app that know of
 * no doubt understand that, too.
 */
export const settled = (sync: TokenSync): TokenSync => {
  const { versions: _, ...rest } = sync;
  return isDoubted(sync) ? rest : sync;
};
