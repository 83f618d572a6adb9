import { refuse, ok, type Problem, type Result } from '../../result.ts';
import { countOf, isJsonObject, type JsonObject } from './json-object.ts';

/** What is read in pages. */
export type Listing = 'assets' | 'assignments' | 'users';

/** What a page says of itself; its records are read elsewhere. */
export type PageHead = {
  readonly index: number;
  /** Absent on the last page (apple.md §2.4). */
  readonly nextIndex: number | undefined;
  readonly totalPages: number | undefined;
  readonly records: number;
  readonly versionId: string | undefined;
  /** The location that it is of. */
  readonly uId: string | undefined;
};

/** A body that is no page of this listing, or whose place among the pages cannot be read. */
export type NoPage = Problem<'not-a-page'>;

/** With `unlimited=true` the unlimited assets stand in a list of their own (apple.md §2.3). */
const LISTS: Readonly<Record<Listing, readonly string[]>> = {
  assets: ['assets', 'unlimitedAssets'],
  assignments: ['assignments'],
  users: ['users'],
};

/** What a page says of itself, or why it is none. */
export const readPageHead = (listing: Listing, body: JsonObject): Result<PageHead, NoPage> => {
  const index = countOf(body['currentPageIndex']);
  const next = body['nextPageIndex'] ?? undefined;
  const nextIndex = countOf(next);
  if (index === undefined) return refuse('not-a-page', 'currentPageIndex');
  if (next !== undefined && nextIndex === undefined) return refuse('not-a-page', 'nextPageIndex');
  const lists = LISTS[listing].map((name) => body[name]).filter((list) => list !== undefined && list !== null);
  const [first, ...more] = lists;
  if (!Array.isArray(first) || !first.every(isJsonObject)) return refuse('not-a-page', listing);
  if (!more.every((list) => Array.isArray(list) && list.every(isJsonObject))) return refuse('not-a-page', listing);
  const records = lists.flat().length;
  const totalPages = countOf(body['totalPages']);
  return ok({ index, nextIndex, totalPages, records, versionId: textOf(body['versionId']), uId: textOf(body['uId']) });
};

const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);
