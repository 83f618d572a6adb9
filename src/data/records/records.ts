import type { RxDocument } from 'rxdb/plugins/core';
import { filter, map, type Observable } from 'rxjs';
import type { Day } from '#core/day/day.ts';
import { sharedKinds } from '#programmes/kinds.ts';
import type { Doing } from '#core/record/kind.ts';
import type { Data, Draft, VolymRecord } from '#core/record/record.ts';
import { ok, refuse, type CommonProblem, type Problem, type Result } from '#core/result.ts';
import type { RecordCollection } from './database.ts';
import { stored } from './envelope.ts';
import { inChunks, type Watched } from './in-chunks.ts';
import { mangoOf, type Answered, type Query } from './query.ts';
import { isInForm, isLegible, parsed, readRecord } from './read-record.ts';
import { inForm, NOT_IN_FORM, Refused, writeDocument, type Stored } from './write-document.ts';

/**
 * A command on the newest state of a record, whatever its kind; `onKind` makes one of a command
 * for the records of a kind. `Code` is what it refuses with.
 */
export type Command<D extends Data = Data, Code extends string = string> = (
  record: VolymRecord,
  doing: Doing,
) => Result<Draft<D>, Problem<Code>>;

/**
 * The records of one workspace on this device: the only access to the collection. On a read-only
 * device, whatever would write refuses with `only-reads`, and what returns ids writes nothing and
 * returns none. A record that no device could read is never written: it is refused with
 * `not-in-form`, and `insert`, whose drafts were checked before, throws.
 */
export type Records = {
  get(id: string): Promise<VolymRecord | undefined>;
  many(ids: readonly string[]): Promise<Map<string, VolymRecord>>;
  find<Id extends string = string, Readable extends true | undefined = undefined>(
    query: Query<Id, Readable>,
  ): Promise<Answered<NoInfer<Id>, NoInfer<Readable>>[]>;
  live<Id extends string = string, Readable extends true | undefined = undefined>(
    query: Query<Id, Readable>,
  ): Observable<Answered<NoInfer<Id>, NoInfer<Readable>>[]>;
  liveOne(id: string): Observable<VolymRecord | undefined>;
  /**
   * Emits, without details, each time records under a parent (or only those of a kind) were
   * written, in this tab or another.
   */
  changed(parent: string, kind?: string): Observable<void>;
  create<D extends Draft>(draft: D): Promise<Stored<D['data'], never>>;
  /**
   * Runs the command on the newest state and writes what it returns, with history and computed
   * fields. What a command for one kind is given follows from the kind, which `onKind` looks at.
   */
  change<D extends Data, Code extends string = never>(
    id: string,
    command: Command<D, Code>,
  ): Promise<Stored<D, Code>>;
  /**
   * Writes a draft in the place of a record that is not understood: no command can begin with what
   * it says. Refuses with `is-understood` where it is.
   */
  replace<D extends Data>(draft: Draft<D>): Promise<Stored<Data, 'is-understood' | 'nothing-kept'>>;
  /**
   * Puts back what this device could read last, in the same way; refuses with `nothing-kept` where
   * it never could.
   */
  putBack(id: string): Promise<Stored<Data, 'is-understood' | 'nothing-kept'>>;
  /**
   * Undoes that: the record is unreadable again. Only on the device and in the run that put it
   * back; refuses with `changed-since` if someone has written since, and with
   * `nothing-to-take-back`.
   */
  undoPutBack(id: string): Promise<Stored<Data, never>>;
  /**
   * Whether this device still has a state that it could read of a record that a newer version
   * wrote.
   */
  canPutBack(id: string): Promise<boolean>;
  /**
   * Puts a record that is not understood into the trash as of a day, or takes it out with '';
   * nothing else in it is touched.
   */
  layAway(id: string, trashedOn: string): Promise<Stored<Data, 'is-understood'>>;
  /**
   * The days whose years alone make a record unreadable, since an older version accepted a
   * half-typed year.
   */
  oddDays(id: string): Promise<Day[]>;
  /**
   * Writes the right day in the place of each of those, so that the record can be read; refuses
   * with `not-a-day` where one is none.
   */
  correctDays(
    id: string,
    right: ReadonlyMap<Day, Day>,
  ): Promise<Stored<Data, 'is-understood' | 'not-a-day'>>;
  /** The same command on many records, in chunks; refused and missing ones are answered by id. */
  changeMany<Code extends string = never>(
    ids: readonly string[],
    command: Command<Data, Code>,
    watched?: Watched,
  ): Promise<Map<string, Problem<Code | CommonProblem['code']>>>;
  /**
   * Writes those that do not exist yet, in chunks; returns their ids. What exists stays as it is,
   * even in the trash, and of two drafts with the same id the first counts.
   */
  insert(drafts: readonly Draft[], watched?: Watched): Promise<string[]>;
  /**
   * Removes records for good, as if they had never been: only to undo what was written a moment
   * ago.
   */
  discard(ids: readonly string[]): Promise<void>;
  doing(): Doing;
};

/**
 * Gives access to a collection; `doing` says who acts and when, and makes ids. What was written
 * while `mayWrite` says no would stay on this device: no server would accept it.
 */
export const openRecords = (
  collection: RecordCollection,
  doing: () => Doing,
  mayWrite: () => boolean = () => true,
): Records => ({
  ...reading(collection),
  ...changing(collection, doing, mayWrite),
  ...puttingBack(collection, doing, mayWrite),
  ...adding(collection, doing, mayWrite),
  doing,
});

const ONLY_READS = refuse('only-reads');

/** Reads a collection's records as they are, and as they become. */
export const reading = (
  collection: RecordCollection,
): Pick<Records, 'get' | 'many' | 'find' | 'live' | 'liveOne' | 'changed'> => ({
  get: async (id) => {
    const document = await collection.findOne(id).exec();
    return document === null ? undefined : readRecord(document);
  },
  many: async (ids) => {
    const found = new Map<string, VolymRecord>();
    await inChunks([...new Set(ids)], {}, async (chunk) => {
      const documents = await collection.findByIds([...chunk]).exec();
      for (const [id, document] of documents) found.set(id, readRecord(document));
    });
    return found;
  },
  find: async (query) =>
    listed(query, await readInTurns(await collection.find(mangoOf(query)).exec())),
  live: (query) =>
    collection
      .find(mangoOf(query))
      .$.pipe(map((documents) => listed(query, documents.map(readRecord)))),
  liveOne: (id) =>
    collection
      .findOne(id)
      .$.pipe(map((document) => (document === null ? undefined : readRecord(document)))),
  changed: (parent, kind) =>
    collection.eventBulks$.pipe(
      filter(({ events }) =>
        events.some(
          ({ documentData: record }) =>
            record.parent === parent && record.kind === (kind ?? record.kind),
        ),
      ),
      map(() => undefined),
    ),
});

/**
 * What a list gets. A programme's lists show a record that is not understood as a row of its own;
 * people, devices and imports are only named along with other things, and one whose name cannot be
 * read is left out.
 */
const listed = <Id extends string, Readable extends true | undefined>(
  { kind, isReadable }: Query<Id, Readable>,
  records: VolymRecord[],
): Answered<Id, Readable>[] => {
  const shown =
    isReadable === true || (kind !== undefined && Object.hasOwn(sharedKinds, kind))
      ? records.filter(isLegible)
      : records;
  // The query found no other kind, and records without the content of their kind were removed where
  // the type says so.
  return shown as Answered<Id, Readable>[];
};

// Ten thousand parsed at once would hold the page; a list that looks has them in one piece all the
// same.
const readInTurns = async (
  documents: readonly RxDocument<VolymRecord>[],
): Promise<VolymRecord[]> => {
  const read: VolymRecord[] = [];
  await inChunks(documents, {}, async (chunk) => void read.push(...chunk.map(readRecord)));
  return read;
};

/** Commands on records that exist. */
const changing = (
  collection: RecordCollection,
  doing: () => Doing,
  mayWrite: () => boolean,
): Pick<Records, 'change' | 'changeMany'> => ({
  change: async (id, command) =>
    mayWrite() ? changeDocument(await collection.findOne(id).exec(), command, doing) : ONLY_READS,
  changeMany: async <Code extends string = never>(
    ids: readonly string[],
    command: Command<Data, Code>,
    watched: Watched = {},
  ) => {
    const refused = new Map<string, Problem<Code | CommonProblem['code']>>();
    if (!mayWrite()) return new Map(ids.map((id) => [id, ONLY_READS.problem]));
    await inChunks(ids, watched, async (chunk) => {
      // A whole chunk at once: querying each record took longer than changing it.
      const documents = await collection.findByIds([...chunk]).exec();
      await Promise.all(
        chunk.map(async (id) => {
          const answer = await changeDocument(documents.get(id), command, doing);
          if (!answer.ok) refused.set(id, answer.problem);
        }),
      );
    });
    return refused;
  },
});

/** What a person may do with a record that is not understood; how, comes only when it is done. */
const puttingBack = (
  collection: RecordCollection,
  doing: () => Doing,
  mayWrite: () => boolean,
): Pick<
  Records,
  'replace' | 'putBack' | 'undoPutBack' | 'canPutBack' | 'layAway' | 'oddDays' | 'correctDays'
> => {
  const loaded = async () => (await import('./not-understood.ts')).notUnderstood(collection, doing);
  return {
    replace: async (draft) => (mayWrite() ? (await loaded()).putBack(draft.id, draft) : ONLY_READS),
    putBack: async (id) => (mayWrite() ? (await loaded()).putBack(id) : ONLY_READS),
    undoPutBack: async (id) => (mayWrite() ? (await loaded()).undoPutBack(id) : ONLY_READS),
    canPutBack: async (id) => (await loaded()).canPutBack(id),
    layAway: async (id, trashedOn) =>
      mayWrite() ? (await loaded()).layAway(id, trashedOn) : ONLY_READS,
    oddDays: async (id) => (await loaded()).oddDays(id),
    correctDays: async (id, right) =>
      mayWrite() ? (await loaded()).correctDays(id, right) : ONLY_READS,
  };
};

/** Records that were not there before. */
const adding = (
  collection: RecordCollection,
  doing: () => Doing,
  mayWrite: () => boolean,
): Pick<Records, 'create' | 'insert' | 'discard'> => {
  /** Answers the ids of those that exist; they are left as they are. */
  const insertNew = async (chunk: readonly Draft[]): Promise<Set<string>> => {
    const moment = doing();
    const records = chunk.map((draft) => stored(draft, undefined, moment));
    const wrong = records.find((record) => !isInForm(record));
    if (wrong !== undefined) throw new TypeError(NOT_IN_FORM.problem.code);
    const { error } = await collection.bulkInsert(records);
    return new Set(error.map(({ documentId }) => documentId));
  };
  return {
    create: async <D extends Draft>(draft: D) => {
      if (!mayWrite()) return ONLY_READS;
      const record = stored(draft, undefined, doing());
      if (!isInForm(record)) return NOT_IN_FORM;
      // It is in form, and read back with the content that was written.
      return ok(readRecord(await collection.insert(record)) as VolymRecord<D['data']>);
    },
    insert: async (drafts, watched = {}) => {
      const written: string[] = [];
      if (!mayWrite()) return written;
      const first = [
        ...new Map(drafts.toReversed().map((draft) => [draft.id, draft])).values(),
      ].reverse();
      await inChunks(first, watched, async (chunk) => {
        const existing = await insertNew(chunk);
        written.push(...chunk.map(({ id }) => id).filter((id) => !existing.has(id)));
      });
      return written;
    },
    discard: async (ids) => {
      if (!mayWrite()) return;
      await inChunks(ids, {}, async (chunk) => void (await collection.bulkRemove([...chunk])));
    },
  };
};

const changeDocument = <D extends Data, Code extends string>(
  document: RxDocument<VolymRecord> | null | undefined,
  command: Command<D, Code>,
  doing: () => Doing,
): Promise<Stored<D, Code>> =>
  writeDocument<D, Code>(document, (now) => {
    const moment = doing();
    const [before, condition] = parsed(now);
    if (condition !== 'fine') throw new Refused({ code: 'record-not-understood' });
    const answer = command(before, moment);
    if (!answer.ok) throw new Refused(answer.problem);
    return inForm(stored(answer.value, before, moment));
  });
