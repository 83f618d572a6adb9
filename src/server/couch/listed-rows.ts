import type { Database, Listed, ListedRow } from 'pouchdb-core';
import { textOf, type Pieces } from './answers/long-list.ts';
import { isWritable } from './query.ts';
import { documentOf, ROWS_AT_ONCE, type Shown } from './row-documents.ts';

/** Which documents are listed: those that are named, or those in a range of ids. */
export type Listing = {
  readonly keys: readonly unknown[] | undefined;
  readonly range: Range;
  readonly shown: Shown;
  readonly update_seq: boolean;
};

/** Ids in PouchDB's terms. */
export type Range = {
  readonly limit?: number;
  readonly skip?: number;
  readonly descending?: boolean;
  readonly inclusive_end?: boolean;
  readonly startkey?: string;
  readonly endkey?: string;
  readonly key?: string;
};

/** The answer of `_all_docs`. Its first rows are read at once, the others on demand. */
export const listed = async (
  database: Database,
  { keys, range, shown, update_seq }: Listing,
): Promise<Pieces> => {
  const first = await (keys === undefined
    ? database.allDocs({ ...range, update_seq, limit: firstPage(range) })
    : named(database, keys, update_seq));
  const rows = keys === undefined ? rowsIn(database, range, first.rows) : first.rows;
  const { total_rows, offset, update_seq: newest } = first;
  return textOf({
    before: { total_rows, offset },
    name: 'rows',
    rows: withDocuments(database, rows, shown),
    after: () => (newest === undefined ? {} : { update_seq: newest }),
  });
};

const named = async (
  database: Database,
  keys: readonly unknown[],
  update_seq: boolean,
): Promise<Listed> => {
  // PouchDB takes no name and an empty one for all that there is. Each once: it would read one
  // document as often as it is named.
  const found = await database.allDocs({ keys: [...new Set(keys.filter(isWritable))], update_seq });
  const byKey = new Map(found.rows.map((row) => [row.key, row]));
  return { ...found, rows: keys.map((key) => byKey.get(key) ?? { key, error: 'not_found' }) };
};

const firstPage = ({ limit = Infinity }: Range): number => Math.min(limit, ROWS_AT_ONCE);

/** Page after page, each from the last row of the one before, which may have been deleted since. */
async function* rowsIn(
  database: Database,
  range: Range,
  first: readonly ListedRow[],
): AsyncGenerator<ListedRow> {
  let [rows, asked, left] = [first, firstPage(range), range.limit ?? Infinity];
  for (;;) {
    yield* rows;
    left -= rows.length;
    const last = rows.at(-1)?.id;
    if (rows.length < asked || left <= 0 || last === undefined) return;
    asked = Math.min(left, ROWS_AT_ONCE);
    const page = await database.allDocs({ ...range, skip: 0, startkey: last, limit: asked + 1 });
    rows = page.rows.filter(({ id }) => id !== last).slice(0, asked);
  }
}

async function* withDocuments(
  database: Database,
  rows: AsyncIterable<ListedRow> | Iterable<ListedRow>,
  shown: Shown,
): AsyncGenerator<object> {
  for await (const row of rows) {
    const { id, value } = row;
    if (!shown.include_docs || id === undefined || value === undefined) yield row;
    else
      yield {
        ...row,
        doc: value.deleted ? null : await documentOf(database, { id, rev: value.rev }, shown),
      };
  }
}
