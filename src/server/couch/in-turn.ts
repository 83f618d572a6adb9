import type { Database } from 'pouchdb-core';

const last = new WeakMap<Database, Promise<unknown>>();

/**
 * Runs work after everything requested earlier for the same database is over, however that ended.
 */
export const inTurn = <T>(database: Database, work: () => Promise<T>): Promise<T> => {
  const done = (last.get(database) ?? Promise.resolve()).then(work, work);
  last.set(database, done);
  return done;
};
