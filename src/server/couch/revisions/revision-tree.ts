import type { Database } from 'pouchdb-core';

/**
 * One revision in the tree of a document: its hash, what PouchDB keeps about it, and its
 * successors.
 */
export type Branch = readonly [
  hash: string,
  about: { readonly deleted?: boolean },
  then: readonly Branch[],
];

/** All revisions of a document that are known, from its first ones on. */
export type Tree = readonly { readonly pos: number; readonly ids: Branch }[];

/** What of PouchDB's own tells the revisions of a document. */
export type Trees = {
  _getRevisionTree(id: string, answered: (error: unknown, tree?: Tree) => void): void;
};

/** Waits for a database that was just opened: its trees are read beside PouchDB's own queue. */
export const isOpen = (database: Database): Promise<object> => database.info();

/**
 * The revisions of a document in an open database, undefined if there is no such document.
 */
export const treeOf = (database: Database, id: string): Promise<Tree | undefined> =>
  new Promise((resolve, reject) => {
    // PouchDB's types know nothing of what its adapters are made of.
    (database as unknown as Trees)._getRevisionTree(id, (error, tree) => {
      if (tree !== undefined) resolve(tree);
      else if ((error as { status?: unknown }).status === 404) resolve(undefined);
      else reject(error);
    });
  });

/** Each revision of a tree, with its number. */
export function* revisionsIn(tree: Tree): Generator<readonly [pos: number, branch: Branch]> {
  const open = tree.map(({ pos, ids }): [number, Branch] => [pos, ids]);
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    yield next;
    const [pos, [, , then]] = next;
    for (const branch of then) open.push([pos + 1, branch]);
  }
}

/**
 * The last revision of the branch that goes on from a revision, or that itself; undefined where the
 * tree does not have it.
 */
export const lastAfter = (tree: Tree, rev: string): string | undefined => {
  for (const [pos, branch] of revisionsIn(tree))
    if (`${pos}-${branch[0]}` === rev) return lastOf(pos, branch);
  return undefined;
};

/** Where there are several branches, the one that PouchDB would answer with. */
const lastOf = (pos: number, branch: Branch): string => {
  let [number, last] = [pos, branch];
  for (let next = last[2].at(-1); next !== undefined; next = last[2].at(-1))
    [number, last] = [number + 1, next];
  return `${number}-${last[0]}`;
};

/** The number and the hash of a revision. */
export const partsOf = (rev: string): { readonly pos: number; readonly hash: string } => {
  const dash = rev.indexOf('-');
  return { pos: Number(rev.slice(0, dash)), hash: rev.slice(dash + 1) };
};
