import type { Database } from 'pouchdb-core';
import { lastAfter, type Trees } from './revision-tree.ts';

type Options = { readonly rev?: string; readonly latest?: boolean };
type Answered = (error: unknown, found?: unknown) => void;
type Reading = Trees & { _get(id: string, options: Options, answered: Answered): void };

/**
 * The database, which finds the latest successor of a revision itself. For a revision that the
 * document does not have, PouchDB throws where nobody can catch it: anyone who may read could end
 * the process.
 */
export const withLatestFound = (database: Database): Database => {
  // PouchDB's types know nothing of what its adapters are made of.
  const store = database as unknown as Reading;
  const read = store._get.bind(database);
  store._get = (id, options, answered) => {
    const { rev, latest } = options;
    if (latest !== true || rev === undefined) return read(id, options, answered);
    store._getRevisionTree(id, (error, tree) => {
      if (tree === undefined) return answered(error);
      const last = lastAfter(tree, rev);
      if (last === undefined) return answered(missing());
      read(id, { ...options, rev: last, latest: false }, answered);
    });
  };
  return database;
};

/** As PouchDB itself answers. */
const missing = (): Error =>
  Object.assign(new Error('missing'), {
    status: 404,
    name: 'not_found',
    error: true,
    reason: 'missing',
  });
