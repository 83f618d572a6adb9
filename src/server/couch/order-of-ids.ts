import type { Database, Listed } from 'pouchdb-core';
import type { Range } from './listed-rows.ts';

type Answered = (error: unknown, found?: Listed) => void;
type Listing = { _allDocs(options: object, answered: Answered): unknown };

/**
 * The database, with its ids listed in byte order, as they are stored on the disk. PouchDB
 * compares both ends of a range in UTF-16, where U+E000 to U+FFFF come after every emoji, and lists
 * nothing when the first seems to be the greater.
 */
export const withIdsInOrder = (database: Database): Database => {
  // PouchDB's types know nothing of what its adapters are made of.
  const store = database as unknown as Listing;
  const list = store._allDocs.bind(database);
  store._allDocs = (options: Range, answered) => {
    const { startkey, endkey, inclusive_end: isEndListed = true } = options;
    const range = { ...options, startkey: uncompared(startkey), endkey: uncompared(endkey) };
    // Of ids that are named it answers with a promise instead.
    return list(range, (error, found) => {
      if (found === undefined || isEndListed) return answered(error, found);
      // PouchDB looks for the id itself, and finds it in no row.
      answered(error, { ...found, rows: found.rows.filter(({ id }) => id !== endkey) });
    });
  };
  return database;
};

const uncompared = (id: string | undefined): Uncompared | undefined =>
  id === undefined ? undefined : new Uncompared(id);

/**
 * An id as one end of a range: in a comparison it becomes NaN, so neither end is greater; joined to
 * a text it is the id.
 */
class Uncompared {
  readonly #id: string;

  constructor(id: string) {
    this.#id = id;
  }

  [Symbol.toPrimitive](hint: string): string | number {
    return hint === 'number' ? NaN : this.#id;
  }
}
