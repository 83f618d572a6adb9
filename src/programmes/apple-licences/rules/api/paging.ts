import type { PagePlace } from './page-body.ts';
import type { Listing } from './listing-page.ts';

/**
 * How often a read begins again because the listing changes meanwhile. Apple gives no number: a
 * listing that changes four times while it is read is left for the next sync.
 */
export const MOST_RESTARTS = 3;

/**
 * How long reading only what changed is enough, in ms. How Apple tells a removed assignment there
 * is not documented (apple.md §2.4), so everything is read once a day: at every second sync.
 */
export const CHANGES_FOR = 24 * 60 * 60 * 1_000;

/** A read of a listing, and how far it is. What was read before it began again is thrown away. */
export type PagedRead = {
  readonly listing: Listing;
  /** The version that is known from the last read; undefined reads everything. */
  readonly since: string | undefined;
  /** The page to ask for. */
  readonly index: number;
  readonly restarts: number;
  readonly records: number;
  /** From the first page: it is used for the next read (apple.md §2.4). */
  readonly versionId: string | undefined;
  readonly uId: string | undefined;
  /** How many pages there are according to the last one. */
  readonly totalPages: number | undefined;
};

/** Why a read is left for the next sync. */
export type NoRead = 'keeps-changing' | 'other-location' | 'pages-out-of-order';

/** What follows on a page. */
export type NextPage =
  /** Keep the page's records and ask for the next one. */
  | { readonly next: 'read'; readonly read: PagedRead }
  /** Throw away what this read brought, and begin again. */
  | { readonly next: 'restart'; readonly read: PagedRead }
  /**
   * It is over. Unless it is `whole`, nothing that is absent counts as gone. When it brings only
   * `changes`, what it does not name is as it was, and without a record nothing changed at all.
   */
  | {
      readonly next: 'done';
      readonly versionId: string | undefined;
      readonly whole: boolean;
      readonly brings: 'everything' | 'changes' | 'nothing-changed';
    }
  | { readonly next: 'give-up'; readonly why: NoRead };

const begin = (listing: Listing, since: string | undefined, restarts: number): PagedRead => ({
  listing,
  since,
  restarts,
  index: 0,
  records: 0,
  versionId: undefined,
  uId: undefined,
  totalPages: undefined,
});

/** A page of a listing: where it is, and what it brings. */
export type Page = { readonly place: PagePlace; readonly records: readonly unknown[] };

/**
 * A read from the first page. `since` is the version of the last whole read, or undefined to read
 * everything.
 */
export const beginRead = (listing: Listing, since: string | undefined): PagedRead =>
  begin(listing, since, 0);

/**
 * Whether everything has to be read, since the last time was too long ago; both are moments in ms.
 */
export const isWholeReadDue = (lastWhole: number | undefined, now: number): boolean =>
  lastWhole === undefined || now < lastWhole || now - lastWhole >= CHANGES_FOR;

/** Assets cannot be asked for what changed: only their version can be compared (apple.md §2.4). */
const asksForChanges = ({ listing, since }: PagedRead): boolean =>
  listing !== 'assets' && since !== undefined;

/** The query of the request for the page that is next. */
export const queryOf = (read: PagedRead): Readonly<Record<string, string>> => ({
  ...(read.index === 0 ? {} : { pageIndex: String(read.index) }),
  ...(asksForChanges(read) ? { sinceVersionId: read.since ?? '' } : {}),
});

/** What follows on the page that was asked for. */
export const afterPage = (read: PagedRead, { place, records }: Page): NextPage => {
  if (place.index !== read.index) return { next: 'give-up', why: 'pages-out-of-order' };
  const { uId, versionId } = {
    uId: unlessBlank(place.uId),
    versionId: unlessBlank(place.versionId),
  };
  if (isOther(read.uId, uId)) return { next: 'give-up', why: 'other-location' };
  if (isOther(read.versionId, versionId)) return restart(read);
  const known = {
    versionId: read.versionId ?? versionId,
    uId: read.uId ?? uId,
    totalPages: place.pages,
  };
  const now = { ...read, ...known, records: read.records + records.length };
  // Assets of the version that is known: nothing was bought, given or taken since.
  if (read.listing === 'assets' && read.since !== undefined && versionId === read.since)
    return { next: 'done', versionId: read.since, whole: true, brings: 'nothing-changed' };
  if (place.next === undefined) return done(now, true);
  // A step back would go on forever, and a leap would lose a page.
  if (place.next !== place.index + 1) return { next: 'give-up', why: 'pages-out-of-order' };
  return { next: 'read', read: { ...now, index: place.next } };
};

/**
 * What follows on a refusal by its number: a version that Apple does not know (9721) reads
 * everything, and a page that is not there (9650) ends the read. Undefined when the number is
 * nothing of paging.
 */
export const afterNumber = (read: PagedRead, number: number): NextPage | undefined => {
  if (number === 9721 && asksForChanges(read))
    return { next: 'restart', read: begin(read.listing, undefined, read.restarts) };
  if (number !== 9650) return undefined;
  // Complete only if all announced pages have been read: the listing may have become shorter.
  return done(read, read.index === read.totalPages);
};

/** '' says nothing. */
const unlessBlank = (text: string): string | undefined => (text === '' ? undefined : text);

const isOther = (first: string | undefined, now: string | undefined): boolean =>
  first !== undefined && now !== undefined && first !== now;

const restart = ({ listing, since, restarts }: PagedRead): NextPage =>
  restarts < MOST_RESTARTS
    ? { next: 'restart', read: begin(listing, since, restarts + 1) }
    : { next: 'give-up', why: 'keeps-changing' };

const done = (read: PagedRead, whole: boolean): NextPage => ({
  next: 'done',
  // Without the whole listing its version must not be taken for known.
  versionId: whole ? read.versionId : undefined,
  whole,
  brings: !asksForChanges(read)
    ? 'everything'
    : whole && read.records === 0
      ? 'nothing-changed'
      : 'changes',
});
