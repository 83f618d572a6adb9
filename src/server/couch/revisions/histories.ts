import { partsOf, revisionsIn, type Tree } from './revision-tree.ts';

/**
 * Whether a history, its own revision first, contradicts a document's revisions: each has at most
 * one predecessor, and a hash has one number. If PouchDB finds two, it keeps a conflict that nobody
 * can resolve, or treats a deleted document as live.
 */
export const contradicts = (tree: Tree, revisions: readonly string[]): boolean => {
  const namedBefore = new Map(revisions.map((rev, at) => [rev, revisions[at + 1]]));
  const numbers = new Map(revisions.map(partsOf).map(({ pos, hash }) => [hash, pos]));
  const [agreed, doubted] = [new Set<string>(), new Set<string>()];
  const weigh = (what: string, isSame: boolean): void => void (isSame ? agreed : doubted).add(what);
  for (const [pos, [hash, , then]] of revisionsIn(tree)) {
    const number = numbers.get(hash);
    if (number !== undefined) weigh(hash, number === pos);
    for (const [next] of then) {
      const rev = `${pos + 1}-${next}`;
      const named = namedBefore.get(rev);
      if (named !== undefined) weigh(rev, named === `${pos}-${hash}`);
    }
  }
  // A tree from before this was asked may have a revision, or a hash, in two places: it goes on
  // from either.
  return [...doubted].some((what) => !agreed.has(what));
};
