import type { Database, Row } from 'pouchdb-core';
import { partsOf, revisionsIn, treeOf } from './revision-tree.ts';

/**
 * A row of the feed with the revision first that speaks for the document, and the others as CouchDB
 * sorts them: those that live, then the longer history, then the higher hash. PouchDB puts the
 * longest history first, deleted or not.
 */
export const winnerFirst = async (database: Database, row: Row): Promise<Row> => {
  if (row.changes.length < 2) return row;
  const deleted = new Set<string>();
  // Read later than the row, the tree may have grown; what a revision was when it was written it
  // remains.
  for (const [pos, [hash, about]] of revisionsIn((await treeOf(database, row.id)) ?? []))
    if (about.deleted === true) deleted.add(`${pos}-${hash}`);
  // Each once: of a branch that came without its beginning PouchDB may keep two copies.
  const revs = [...new Set(row.changes.map(({ rev }) => rev))];
  const ranked = revs.map((rev) => ({ rev, lives: !deleted.has(rev), ...partsOf(rev) }));
  ranked.sort(
    (a, b) => Number(b.lives) - Number(a.lives) || b.pos - a.pos || (a.hash < b.hash ? 1 : -1),
  );
  return { ...row, changes: ranked.map(({ rev }) => ({ rev })) };
};
