import {
  bodiesIn,
  headsIn,
  listOf,
  LONGEST_NAME,
  nameIn,
  OTHER_FORM,
  pageIn,
  sequenceIn,
  standingIn,
  type ChangesPage,
  type Revision,
  type RowAnswer,
  type Sequence,
  type ServerHead,
  type Standing,
  type StandingRow,
} from './couch-answers.ts';
import { ANSWER_MS, asker, ServerRefused, type Ask, type CouchAddress } from './couch-asking.ts';
import { writing, type Write } from './couch-writing.ts';
import { fittingKeys } from './fitting-keys.ts';
import { fittingPages } from './fitting-pages.ts';
import type { WireDocument } from '../sealing.ts';
import { childOf, lowestChildOf, type RevisionChain } from './revision-chain.ts';

/** Used instead of the number of a mark that nobody wrote, or that someone else wrote. */
export const NO_MARK = 0;

/** What this device noted on the server when they were last known to agree. */
export type ServerMark = { readonly n: number; readonly _rev?: string };

/**
 * A database on any server that speaks CouchDB's protocol. Every method throws `ServerRefused`, or
 * what `fetch` throws.
 */
export type CouchClient = {
  /** The server's newest sequence. */
  newest(): Promise<Sequence>;
  /** How many documents there are that may be records. */
  count(): Promise<number>;
  /** `waitMs` makes it a long-poll. */
  changes(since: Sequence, limit: number, waitMs?: number): Promise<ChangesPage>;
  /** `withLeaves` has each name the revisions that lost to it. */
  heads(ids: readonly string[], withLeaves?: boolean): Promise<ServerHead[]>;
  /** The state of each of these there. */
  standing(ids: readonly string[]): Promise<Map<string, Standing>>;
  /**
   * The ids of all documents that may be records, where there are so many at most, or a few more
   * since that was asked.
   */
  ids(most: number): Promise<string[]>;
  /** Whether the server still knows each of these, superseded or not. */
  knows(revisions: readonly Revision[]): Promise<boolean>;
  /**
   * The documents of these revisions and no others, those that can still be read: a tombstone's, or
   * one that lost to another.
   */
  bodies(revisions: readonly Revision[]): Promise<WireDocument[]>;
  readonly write: Write;
  /**
   * Over tombstones, which CouchDB takes only as a replicator writes: each with a revision of its
   * own. Answers those that were refused.
   */
  overTombstones(documents: readonly WireDocument[]): Promise<RowAnswer[]>;
  /**
   * Closes revisions that lost to another, each named by its tombstone. Closing one never
   * overwrites another tombstone, however high.
   */
  closeLost(tombstones: readonly WireDocument[]): Promise<RowAnswer[]>;
  readMark(device: string): Promise<ServerMark | undefined>;
  writeMark(device: string, mark: ServerMark): Promise<void>;
};

/** Ids a request, where no documents come back. */
const MOST_IDS = 1_000;

/** A client of one database. */
export const couchClient = (address: CouchAddress): CouchClient => {
  const ask = asker(address);
  const replicated = {
    overTombstones: replicating(ask, childOf),
    closeLost: replicating(ask, lowestChildOf),
  };
  return {
    changes: paging(ask),
    ...reading(ask),
    ...counting(ask),
    write: writing(ask),
    ...replicated,
    ...marking(ask),
  };
};

const paging = (ask: Ask): CouchClient['changes'] => {
  const fitting = fittingPages();
  return (since, most, waitMs) =>
    fitting(most, async (limit) => {
      const wait = waitMs === undefined ? '' : `&feed=longpoll&timeout=${waitMs}`;
      const query = `include_docs=true&conflicts=true&limit=${limit}&since=${encodeURIComponent(String(since))}${wait}`;
      return pageIn(
        await ask('GET', `/_changes?${query}`, undefined, ANSWER_MS + (waitMs ?? 0)),
        limit,
      );
    });
};

const reading = (ask: Ask): Pick<CouchClient, 'newest' | 'heads' | 'knows' | 'bodies'> => ({
  newest: async () => sequenceIn((await ask('GET', '')) as { update_seq?: unknown }, 'update_seq'),
  ...readingMany(ask),
  knows: async (revisions) => {
    if (revisions.length === 0) return true;
    // No plain object: a document may be called `constructor`.
    const asked = new Map<string, string[]>();
    // Each once: PouchDB finds a revision the first time only.
    for (const { id, rev } of revisions)
      asked.set(id, [...new Set([...(asked.get(id) ?? []), rev])]);
    const missing = await ask('POST', '/_revs_diff', Object.fromEntries(asked));
    if (Array.isArray(missing)) throw new Error(OTHER_FORM);
    return !Object.keys(missing).some((id) => asked.has(id));
  },
});

const readingMany = (ask: Ask): Pick<CouchClient, 'heads' | 'bodies'> => {
  const [fittingHeads, fittingBodies] = [fittingKeys(), fittingKeys()];
  return {
    heads: (ids, withLeaves = false) =>
      fittingHeads([...new Set(ids)], async (keys) => {
        const path = `/_all_docs?include_docs=true${withLeaves ? '&conflicts=true' : ''}`;
        const { rows } = (await ask('POST', path, { keys })) as { rows: unknown };
        return headsIn(rows, keys);
      }),
    bodies: async (revisions) => {
      if (revisions.length === 0) return [];
      return fittingBodies(revisions, async (some) => {
        const docs = some.map(({ id, rev }) => ({ id, rev }));
        const { results } = (await ask('POST', '/_bulk_get', { docs })) as { results: unknown };
        return bodiesIn(results, some);
      });
    },
  };
};

const counting = (ask: Ask): Pick<CouchClient, 'count' | 'standing' | 'ids'> => ({
  count: async () => {
    const [{ doc_count: all }, designs] = await Promise.all([
      ask('GET', '') as Promise<{ doc_count?: unknown }>,
      ask('GET', '/_all_docs?startkey=%22_design%2F%22&endkey=%22_design0%22') as Promise<{
        rows?: unknown;
      }>,
    ]);
    if (typeof all !== 'number') throw new Error(OTHER_FORM);
    return all - listOf(designs.rows).length;
  },
  standing: async (ids) => {
    const [asked, found] = [new Set(ids), new Map<string, Standing>()];
    for (let from = 0; from < ids.length; from += MOST_IDS) {
      const keys = ids.slice(from, from + MOST_IDS);
      const { rows } = (await ask('POST', '/_all_docs', { keys })) as { rows: unknown };
      // Rows that nobody asked for are not kept from page to page.
      for (const row of listOf<StandingRow>(rows))
        if (asked.has(row.key)) found.set(row.key, standingIn(row));
    }
    if (ids.some((id) => !found.has(id))) throw new Error(OTHER_FORM);
    return found;
  },
  ids: async (most) => {
    const found = new Set<string>();
    for (let last: string | undefined; ;) {
      const from =
        last === undefined ? '' : `&startkey=${encodeURIComponent(JSON.stringify(last))}`;
      const { rows } = (await ask('GET', `/_all_docs?limit=${MOST_IDS}${from}`)) as {
        rows: unknown;
      };
      const page = listOf<{ readonly id: unknown }>(rows).map(nameIn);
      // Anybody may give a document at a CouchDB a longer name; all names are kept until the end.
      const more = page.filter((id) => id !== last && id.length <= LONGEST_NAME);
      // Who answers the same page again would be asked forever. Who has ever more, too: there is
      // as much room for design documents again.
      if (page.length > MOST_IDS || more.some((id) => found.has(id))) throw new Error(OTHER_FORM);
      for (const id of more) found.add(id);
      if (found.size > 2 * most) throw new Error(OTHER_FORM);
      if (page.length < MOST_IDS) return [...found].filter((id) => !id.startsWith('_design/'));
      last = more.at(-1);
      if (last === undefined) throw new Error(OTHER_FORM);
    }
  },
});

/** Another may write a live one meanwhile: of two revisions that one counts. */
const replicating =
  (ask: Ask, follows: (rev: string) => RevisionChain) =>
  async (documents: readonly WireDocument[]): Promise<RowAnswer[]> => {
    if (documents.length === 0) return [];
    const docs = documents.map((document) => ({ ...document, ...follows(document._rev ?? '') }));
    return listOf<RowAnswer>(await ask('POST', '/_bulk_docs', { docs, new_edits: false }));
  };

/** Documents that CouchDB keeps to itself and hands on to no other replicator. */
const marking = (ask: Ask): Pick<CouchClient, 'readMark' | 'writeMark'> => ({
  readMark: async (device) => {
    try {
      const mark = (await ask('GET', `/_local/volym-${device}`)) as Partial<ServerMark> & {
        _id?: unknown;
      };
      if (Number.isSafeInteger(mark.n)) return mark as ServerMark;
      // Someone wrote over it: all is compared again, and it is written again.
      if (mark._id === `_local/volym-${device}` && typeof mark._rev === 'string')
        return { n: NO_MARK, _rev: mark._rev };
      throw new Error(OTHER_FORM);
    } catch (error) {
      if (error instanceof ServerRefused && error.status === 404) return undefined;
      throw error;
    }
  },
  writeMark: async (device, mark) => {
    const { rev } = (await ask('PUT', `/_local/volym-${device}`, {
      ...mark,
      _id: `_local/volym-${device}`,
    })) as {
      rev?: unknown;
    };
    // With any other answer no mark was written: if we believed it was, this server would later
    // look like one that forgot its data.
    if (typeof rev !== 'string') throw new Error(OTHER_FORM);
  },
});
