import type { Database } from 'pouchdb-core';
import type { Revisions } from '../forms/document-form.ts';
import { contradicts } from './histories.ts';
import { INVALID_REVISION } from '../query.ts';
import { badRequest, CONFLICT, tooManyOf, type Refusal } from '../refusals.ts';
import { isOpen, partsOf, revisionsIn, treeOf, type Tree } from './revision-tree.ts';

/**
 * The most leaf revisions of one document, including deleted ones: every conflict it ever had,
 * resolved or not, leaves one.
 */
const MOST_LEAVES = 500;

/**
 * The most revisions of one document on all its branches, each of which keeps at most a thousand.
 * All of them are read and written each time.
 */
const MOST_REVISIONS = 10_000;

/**
 * No document is written so often. A successor of an existing revision may be higher, since even
 * the highest one must be able to continue; the room above it is too large to be used up step by
 * step.
 */
const HIGHEST = 1e12;

const OTHER_HISTORY = badRequest(
  'The revisions before this one are others than those that are known.',
);

/** A write: its revision, and the ones it follows. */
type Written = {
  readonly _id: string;
  readonly _rev?: string;
  readonly _revisions?: Revisions;
};

/** A document as it is written, or why it may not have its revision as well. */
export type Branched<D> =
  | { readonly document: D; readonly refused?: undefined }
  | { readonly document?: undefined; readonly refused: Refusal };

/** Each of these documents as it is written beside the revisions that are there, or why not. */
export const branched = async <D extends Written>(
  database: Database,
  written: readonly D[],
  newEdits: boolean,
): Promise<Branched<D>[]> => {
  await isOpen(database);
  return Promise.all(
    written.map(async (document) => {
      // A write without a revision is new, or continues a deleted document: it starts no branch.
      if (newEdits && document._rev === undefined) return { document };
      const tree = await treeOf(database, document._id);
      const refused = newEdits
        ? tree && whyNoEdit(tree, document)
        : whyNoRevision(tree ?? [], document);
      return refused === undefined
        ? { document: newEdits ? document : stemmed(tree ?? [], document) }
        : { refused };
    }),
  );
};

/** PouchDB keeps no more of a branch, but finding the last ones takes quadratic time. */
const KEPT = 1_000;

/**
 * Only so many of the revisions that it names, and all since the last one that is there: else it
 * would be in conflict with itself.
 */
const stemmed = <D extends Written>(tree: Tree, document: D): D => {
  const revisions = revisionsOf(document);
  if (document._revisions === undefined || revisions.length <= KEPT) return document;
  const there = namesIn(tree);
  const { start, ids } = document._revisions;
  const kept = Math.max(KEPT, revisions.findIndex((rev) => there.has(rev)) + 1);
  return { ...document, _revisions: { start, ids: ids.slice(0, kept) } };
};

/** All leaf revisions of a document, including deleted ones; none if there is no such document. */
export const leavesOf = async (database: Database, id: string): Promise<readonly string[]> => {
  await isOpen(database);
  return [...measured((await treeOf(database, id)) ?? []).leaves];
};

/** For a deleted document PouchDB would accept any revision as a parent. */
const whyNoEdit = (tree: Tree, { _rev: rev = '' }: Written): Refusal | undefined =>
  measured(tree).leaves.has(rev) ? undefined : CONFLICT;

const whyNoRevision = (tree: Tree, written: Written): Refusal | undefined => {
  const revisions = revisionsOf(written);
  if (isOutOfReach(tree, revisions)) return INVALID_REVISION;
  if (contradicts(tree, revisions)) return OTHER_HISTORY;
  const { leaves, size } = measured(tree);
  const [own, ...before] = revisions;
  const isFull = size >= MOST_REVISIONS;
  if (!isFull && leaves.size < MOST_LEAVES) return undefined;
  // A branch that is there may always go on: the documents in conflict are deleted so.
  if (before.some((rev) => leaves.has(rev))) return undefined;
  return isIn(tree, own)
    ? undefined
    : isFull
      ? tooManyOf('revisions', MOST_REVISIONS)
      : tooManyOf('leaves', MOST_LEAVES);
};

const isOutOfReach = (tree: Tree, revisions: readonly string[]): boolean => {
  if (partsOf(revisions[0] ?? '').pos <= HIGHEST) return false;
  const there = namesIn(tree);
  return !revisions.some((rev) => there.has(rev));
};

const namesIn = (tree: Tree): ReadonlySet<string> => {
  const names = new Set<string>();
  for (const [pos, [hash]] of revisionsIn(tree)) names.add(`${pos}-${hash}`);
  return names;
};

const measured = (tree: Tree): { readonly leaves: ReadonlySet<string>; readonly size: number } => {
  const leaves = new Set<string>();
  let size = 0;
  for (const [pos, [hash, , then]] of revisionsIn(tree)) {
    size += 1;
    if (then.length === 0) leaves.add(`${pos}-${hash}`);
  }
  return { leaves, size };
};

const isIn = (tree: Tree, rev: string | undefined): boolean => {
  for (const [pos, [hash]] of revisionsIn(tree)) if (`${pos}-${hash}` === rev) return true;
  return false;
};

/** Its own revision first. */
const revisionsOf = ({ _rev = '', _revisions }: Written): readonly string[] =>
  _revisions === undefined
    ? [_rev]
    : _revisions.ids.map((id, at) => `${_revisions.start - at}-${id}`);
