import { ok, refuse, type Problem, type Result } from '#core/result.ts';
import { readPageBody, type PageBody } from './page-body.ts';
import { countOf, type JsonObject } from './json-object.ts';

/** What is read in pages. */
export type Listing = 'assets' | 'assignments' | 'users';

/** A body that is no page of this listing, or that contains something unreadable. */
export type NoPage = Problem<'not-a-page'>;

/** With `unlimited=true` the unlimited assets are in a separate list (apple.md §2.3). */
const LISTS: Readonly<Record<Listing, readonly string[]>> = {
  assets: ['assets', 'unlimitedAssets'],
  assignments: ['assignments'],
  users: ['users'],
};

/**
 * A page of this listing as it has just come. It has to say which page it is: a record that is lost
 * on the way would be taken for one that is gone.
 */
export const readListingPage = <Of extends Listing>(
  listing: Of,
  body: JsonObject,
): Result<PageBody<Of>, NoPage> => {
  if (countOf(body['currentPageIndex']) === undefined)
    return refuse('not-a-page', 'currentPageIndex');
  if (!LISTS[listing].some((name) => Array.isArray(body[name])))
    return refuse('not-a-page', listing);
  const read = readPageBody(listing, body);
  if (read.ok) return ok(read.value);
  const { field, params } = read.problem;
  return refuse('not-a-page', field, params);
};
