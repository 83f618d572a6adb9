import type { Database } from 'pouchdb-core';

type Rows = (object | undefined)[];
type Answered = (error: unknown, rows?: Rows) => void;
type Writing = {
  _bulkDocs(request: object, options: { readonly new_edits?: boolean }, answered: Answered): void;
};

/** As PouchDB itself answers a row that met a newer one. */
const CONFLICT = {
  status: 409,
  name: 'conflict',
  error: true,
  message: 'Document update conflict',
};

/**
 * The database, with an answer to every row. For an edit that it has already accepted, of a
 * document deleted since (a request that arrives twice), PouchDB returns nothing, and then throws
 * because of that where nobody can catch it: the process would end.
 */
export const withWholeAnswers = (database: Database): Database => {
  // PouchDB's types know nothing of what its adapters are made of.
  const store = database as unknown as Writing;
  const write = store._bulkDocs.bind(database);
  store._bulkDocs = (request, options, answered) =>
    write(request, options, (error, rows) =>
      // Revisions that another server brings are simply there already.
      answered(
        error,
        options.new_edits === false ? rows : rows && Array.from(rows, (row) => row ?? CONFLICT),
      ),
    );
  return database;
};
