import type { PageKind } from '#programmes/apple-licences/rules/api/page-body.ts';
import type { SavedPage } from './saved-page.ts';

/**
 * Pages of one kind that were saved one by one, and whether they make up the complete list. Indexes
 * begin at 0.
 */
export type PageSet = {
  readonly kind: PageKind;
  /** How many pages the list has, as far as the saved ones know. */
  readonly pages: number;
  readonly missing: readonly number[];
  /** Pages that were saved more than once. */
  readonly twice: readonly number[];
  /**
   * The list changed while it was saved: its pages may leave something out or give it twice
   * (apple.md §2.4).
   */
  readonly hasChanged: boolean;
  readonly isWhole: boolean;
};

/** Saved pages taken together. */
export type SavedSet = {
  readonly sets: readonly PageSet[];
  /**
   * The libraries that the pages speak of; more than one means that pages of several locations were
   * mixed.
   */
  readonly uIds: readonly string[];
};

const KINDS: readonly PageKind[] = ['client-config', 'assets', 'assignments', 'users'];

/**
 * What pages saved one by one make up, in whatever order they came. `versionId` is compared within
 * a kind, since every list has its own; the library (`uId`) over all of them.
 */
export const savedSet = (pages: readonly SavedPage[]): SavedSet => ({
  sets: KINDS.map((kind) => pages.filter((page) => page.kind === kind)).flatMap(
    (same) => setOf(same) ?? [],
  ),
  uIds: different(pages.map(({ place }) => place.uId)),
});

const setOf = (pages: readonly SavedPage[]): PageSet | undefined => {
  const [first] = pages;
  if (first === undefined) return undefined;
  const places = pages.map(({ place }) => place);
  const indexes = places.map(({ index }) => index);
  const saved = new Set(indexes);
  const counts = places.map(({ index, next, pages }) =>
    Math.max(index + 1, (next ?? -1) + 1, pages ?? 0),
  );
  const count = Math.max(...counts);
  const missing = Array.from({ length: Math.min(count, MOST_PAGES) }, (_, at) => at).filter(
    (at) => !saved.has(at),
  );
  const twice = different(indexes.filter((at, place) => indexes.indexOf(at) !== place));
  // A list that grew a page in between changed as well, even if nobody wrote down its version.
  const totals = different(places.flatMap(({ pages }) => (pages === undefined ? [] : [pages])));
  const hasChanged =
    different(places.map(({ versionId }) => versionId)).length > 1 || totals.length > 1;
  const isWhole = missing.length === 0 && count <= MOST_PAGES && !hasChanged && !isMixed(places);
  return { kind: first.kind, pages: count, missing, twice, hasChanged, isWhole };
};

/**
 * More pages than any location has at 500 records a page; a larger number is a slip, and no list of
 * what is missing.
 */
const MOST_PAGES = 10_000;

const isMixed = (places: readonly { readonly uId: string }[]): boolean =>
  different(places.map(({ uId }) => uId)).length > 1;

/** The different ones of some values, smallest first; '' says nothing. */
const different = <Value extends string | number>(values: readonly Value[]): Value[] =>
  [...new Set(values)].filter((value) => value !== '').sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
