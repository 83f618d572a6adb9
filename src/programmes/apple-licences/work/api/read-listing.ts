import {
  readListingPage,
  type Listing,
} from '#programmes/apple-licences/rules/api/listing-page.ts';
import {
  afterNumber,
  afterPage,
  queryOf,
  type NextPage,
  type PagedRead,
} from '#programmes/apple-licences/rules/api/paging.ts';
import type {
  PageBody,
  PagePlace,
  PageRecords,
} from '#programmes/apple-licences/rules/api/page-body.ts';
import { MOST_AT_ONCE, noAnswer, type Answer, type Line, type NoAnswer } from './line.ts';

/** How far a read is, with what it has brought: another one goes on from there. */
export type ListingPosition<Of extends Listing> = {
  readonly read: PagedRead & { readonly listing: Of };
  readonly records: readonly PageRecords[Of][];
};

/** A listing that was read. Unless it is `whole`, nothing that is absent counts as gone. */
export type ListingRead<Of extends Listing> = Omit<Extract<NextPage, { next: 'done' }>, 'next'> &
  Pick<PagePlace, 'uId' | 'holder' | 'tokenExpires'> & {
    readonly records: readonly PageRecords[Of][];
  };

/** How far a read is, for people. `totalPages` comes from the last page. */
export type ReadProgress = {
  readonly listing: Listing;
  readonly pages: number;
  readonly totalPages: number | undefined;
  readonly records: number;
};

/** How a listing is read. */
export type Reading<Of extends Listing> = {
  readonly from: ListingPosition<Of>;
  readonly signal: AbortSignal;
  readonly onProgress?: ((progress: ReadProgress) => void) | undefined;
  /** Told after each page from where another read could go on. */
  readonly reached?: ((position: ListingPosition<Of>) => void) | undefined;
};

/** A listing, or why it was not read to its end and from where it can go on. */
export type ListingAnswer<Of extends Listing> =
  | { readonly ok: true; readonly value: ListingRead<Of> }
  | { readonly ok: false; readonly failure: NoAnswer; readonly position: ListingPosition<Of> };

/**
 * Reads a listing page by page, and begins anew when it changes meanwhile. Once the first page says
 * how many there are, up to five are asked for at once; they are taken in their order all the same.
 */
export const readListing = async <Of extends Listing>(
  line: Line,
  { from, signal, onProgress, reached }: Reading<Of>,
): Promise<ListingAnswer<Of>> => {
  let { read } = from;
  let records = [...from.records];
  let pages = openPages<Of>(line, signal);
  try {
    for (;;) {
      const page = await pages.take(read);
      const next = page.ok ? afterPage(read, page.value) : afterFailed(read, page.failure);
      if (next === undefined)
        return { ...(page as { ok: false; failure: NoAnswer }), position: { read, records } };
      if (next.next === 'give-up')
        return { ...noAnswer({ why: 'reading', cause: next.why }), position: fromTheStart(read) };
      if (next.next === 'restart') {
        pages.stop();
        [pages, records] = [openPages<Of>(line, signal), []];
      } else if (page.ok) records = [...records, ...page.value.records];
      const { listing, index } = read;
      if (next.next !== 'done') read = next.read as typeof read;
      const pagesRead = next.next === 'done' ? index + 1 : read.index;
      if (next.next !== 'done') reached?.({ read, records });
      onProgress?.({
        listing,
        pages: pagesRead,
        totalPages: read.totalPages,
        records: records.length,
      });
      if (next.next === 'done') return { ok: true, value: readOf(next, read, page, records) };
    }
  } finally {
    pages.stop();
  }
};

const afterFailed = (read: PagedRead, failure: NoAnswer): NextPage | undefined =>
  failure.why === 'reply' && failure.reply.number !== undefined
    ? afterNumber(read, failure.reply.number)
    : undefined;

const fromTheStart = <Of extends Listing>(
  read: ListingPosition<Of>['read'],
): ListingPosition<Of> => ({
  read: {
    ...read,
    index: 0,
    restarts: 0,
    records: 0,
    versionId: undefined,
    uId: undefined,
    totalPages: undefined,
  },
  records: [],
});

const readOf = <Of extends Listing>(
  { versionId, whole, brings }: Extract<NextPage, { next: 'done' }>,
  { uId = '' }: PagedRead,
  page: Answer<PageBody<Of>>,
  records: readonly PageRecords[Of][],
): ListingRead<Of> => {
  const place = page.ok ? page.value.place : undefined;
  const { holder, tokenExpires } = place ?? {};
  // An unchanged listing is not passed on in part.
  const brought = brings === 'nothing-changed' ? [] : records;
  return {
    versionId,
    whole,
    brings,
    uId: place?.uId || uId,
    holder,
    tokenExpires,
    records: brought,
  };
};

type Pages<Of extends Listing> = {
  /** The page that a read is at; those after it are asked for meanwhile. */
  take(read: PagedRead & { readonly listing: Of }): Promise<Answer<PageBody<Of>>>;
  stop(): void;
};

const openPages = <Of extends Listing>(line: Line, signal: AbortSignal): Pages<Of> => {
  const ended = new AbortController();
  const either = AbortSignal.any([signal, ended.signal]);
  const asked = new Map<number, Promise<Answer<PageBody<Of>>>>();
  const askFor = async (
    read: PagedRead & { readonly listing: Of },
  ): Promise<Answer<PageBody<Of>>> => {
    const answer = await line.ask(
      { method: 'GET', path: `/${read.listing}`, query: queryOf(read) },
      either,
    );
    if (!answer.ok) return answer;
    const page = readListingPage(read.listing, answer.value);
    return page.ok ? page : noAnswer({ why: 'form', problem: page.problem });
  };
  return {
    take: (read) => {
      const last = Math.min(read.index + MOST_AT_ONCE, read.totalPages ?? 0) - 1;
      for (let index = read.index; index <= Math.max(last, read.index); index += 1)
        if (!asked.has(index)) asked.set(index, askFor({ ...read, index }));
      const page = asked.get(read.index) as Promise<Answer<PageBody<Of>>>;
      asked.delete(read.index);
      return page;
    },
    stop: () => ended.abort(),
  };
};
