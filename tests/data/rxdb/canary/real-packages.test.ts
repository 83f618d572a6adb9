import { createRequire } from 'node:module';
import type * as Channels from 'broadcast-channel';
import type * as EventReduce from 'event-reduce-js';
import * as fc from 'fast-check';
import type * as MingoCore from 'mingo/core';
import type * as MingoOperators from 'mingo/operators/query';
import type * as MingoQuery from 'mingo/query';
import type * as MingoUtil from 'mingo/util';
import { rxChangeEventToEventReduceChangeEvent } from 'rxdb/plugins/core';
import * as utils from 'rxdb/plugins/utils';
import { expect, onTestFinished, test } from 'vitest';
import * as byPath from '#data/rxdb/by-path.ts';
import * as followResults from '#data/rxdb/follow-results.ts';
import * as selectors from '#data/rxdb/selectors.ts';
import * as tabChannel from '#data/rxdb/tab-channel.ts';

// Node finds the packages themselves, past the aliases of the app.
const load = createRequire(import.meta.url);
const mingo = {
  ...(load('mingo/core') as typeof MingoCore),
  ...(load('mingo/query') as typeof MingoQuery),
  ...(load('mingo/util') as typeof MingoUtil),
  query: load('mingo/operators/query') as typeof MingoOperators,
};
const eventReduce = load('event-reduce-js') as typeof EventReduce;
const channels = load('broadcast-channel') as typeof Channels;

const value = fc.constantFrom('', 'a', 'b', 'credit-order', 0, 1, 2, -1);
const text = fc.constantFrom('', 'a', 'b', 'credit-order');
const record = fc.record(
  {
    id: text,
    kind: text,
    n: fc.integer({ min: -1, max: 2 }),
    none: fc.constant(null),
    _meta: fc.record({ lwt: fc.integer({ min: -1, max: 2 }) }),
  },
  { requiredKeys: ['id', 'kind'] },
);
const condition = fc.oneof(
  value,
  ...['$eq', '$ne', '$gt', '$gte', '$lt', '$lte'].map((name) =>
    value.map((asked) => ({ [name]: asked })),
  ),
  ...['$in', '$nin'].map((name) =>
    fc.array(value, { maxLength: 3 }).map((asked) => ({ [name]: asked })),
  ),
  fc.boolean().map((isThere) => ({ $exists: isThere })),
);
const part = fc.dictionary(fc.constantFrom('id', 'kind', 'n', 'none', '_meta.lwt'), condition, {
  maxKeys: 2,
});
const parts = fc.array(part, { minLength: 1, maxLength: 2 });
const selector = fc.oneof(
  part,
  fc.tuple(part, parts).map(([all, some]) => ({ ...all, $or: some })),
  parts.map((all) => ({ $and: all })),
);

test('X7: what stands in for mingo finds what mingo finds', () => {
  const { $and, $or, $eq, $ne, $gt, $gte, $lt, $lte, $in, $nin, $exists } = mingo.query;
  const context = mingo.Context.init({
    query: { $and, $or, $eq, $ne, $gt, $gte, $lt, $lte, $in, $nin, $exists },
  });
  fc.assert(
    fc.property(selector, record, (asked, stored) => {
      expect(
        new selectors.Query(asked).test(stored),
        `mingo answers otherwise than src/data/rxdb/selectors.ts to ${JSON.stringify(asked)}`,
      ).toBe(new mingo.Query(asked, { context }).test(stored));
    }),
    { numRuns: 2000 },
  );
  for (const [one, other] of [
    [undefined, 'a'],
    ['a', undefined],
    [null, 1],
    [1, null],
    ['a', 'b'],
    [2, 1],
  ])
    expect(
      selectors.compare(one, other),
      'mingo puts two values in another order than `compare` in src/data/rxdb/selectors.ts',
    ).toBe(mingo.compare(one, other));
});

type Row = Readonly<Record<string, unknown>>;

const compareRows = (one: Row, other: Row): 1 | -1 => {
  const [rank, otherRank] = [Number(one['rank']), Number(other['rank'])];
  return rank > otherRank || (rank === otherRank && String(one['id']) > String(other['id']))
    ? 1
    : -1;
};

const QUERY = {
  primaryKey: 'id',
  sortFields: ['rank', 'id'],
  queryMatcher: ({ isShown }: Row) => isShown === true,
  sortComparator: compareRows,
};

const write = fc.record({
  id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
  rank: fc.integer({ min: 0, max: 3 }),
  isShown: fc.boolean(),
  isDeleted: fc.boolean(),
});

type Event = EventReduce.ChangeEvent<Row>;

/** How a package follows a write, by its own names of what to do. */
type Following<Action> = {
  readonly calculateActionName: (
    given: EventReduce.StateResolveFunctionInput<Row> & {
      readonly keyDocumentMap: Map<string, Row>;
    },
  ) => Action;
  readonly runAction: (
    action: Action,
    queryParams: EventReduce.QueryParams<Row>,
    changeEvent: Event,
    previousResults: Row[],
    keyDocumentMap: Map<string, Row>,
  ) => unknown;
};

/** What an answer becomes by a write; undefined where the store is to be asked again. */
const followed = <Action extends string>(
  by: Following<Action>,
  { found, limit, changeEvent }: { found: readonly Row[]; limit?: number; changeEvent: Event },
) => {
  const queryParams = { ...QUERY, ...(limit !== undefined && { limit }) };
  const previousResults = [...found];
  const keyDocumentMap = new Map(found.map((one) => [String(one['id']), one]));
  const given = { queryParams, changeEvent, previousResults, keyDocumentMap };
  const action = by.calculateActionName(given);
  if (action === 'runFullQueryAgain') return undefined;
  if (action !== 'doNothing')
    by.runAction(action, queryParams, changeEvent, previousResults, keyDocumentMap);
  return { previousResults, ids: [...keyDocumentMap.keys()].toSorted() };
};

const eventOf = (id: string, before: Row | undefined, doc: Row | undefined): Event => {
  if (doc === undefined) return { operation: 'DELETE', id, doc: null, previous: before ?? {} };
  return before === undefined
    ? { operation: 'INSERT', id, doc, previous: null }
    : { operation: 'UPDATE', id, doc, previous: before };
};

test('X7: what stands in for event-reduce-js follows a write where event-reduce-js does', () => {
  const limits = fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined });
  let compared = 0;
  fc.assert(
    fc.property(limits, fc.array(write, { maxLength: 30 }), (limit, writes) => {
      const rows = new Map<string, Row>();
      for (const { isDeleted, ...row } of writes) {
        const before = rows.get(row.id);
        if (before === undefined && isDeleted) continue;
        const found = [...rows.values()]
          .filter(QUERY.queryMatcher)
          .toSorted(compareRows)
          .slice(0, limit);
        if (isDeleted) rows.delete(row.id);
        else rows.set(row.id, row);
        const changeEvent = eventOf(row.id, before, isDeleted ? undefined : row);
        const asked = { found, changeEvent, ...(limit !== undefined && { limit }) };
        const [theirs, ours] = [followed(eventReduce, asked), followed(followResults, asked)];
        if (theirs === undefined || ours === undefined) continue;
        compared += 1;
        expect(
          ours,
          'event-reduce-js makes another answer of a write than src/data/rxdb/follow-results.ts',
        ).toEqual(theirs);
      }
    }),
  );
  expect(compared, 'event-reduce-js follows no write any more').toBeGreaterThan(100);
});

test('X7: RxDB tells what follows a query of each write as it is asked for', () => {
  const document = { id: 'a', _deleted: false, _attachments: {}, _rev: '1-a', _meta: { lwt: 1 } };
  const common = { documentId: 'a', collectionName: 'records', isLocal: false };
  expect(
    [
      rxChangeEventToEventReduceChangeEvent({
        ...common,
        operation: 'INSERT',
        documentData: document,
        previousDocumentData: undefined,
      }),
      rxChangeEventToEventReduceChangeEvent({
        ...common,
        operation: 'DELETE',
        documentData: { ...document, _deleted: true },
        previousDocumentData: document,
      }),
    ],
    'RxDB tells of a write in another form than src/data/rxdb/follow-results.ts reads',
  ).toMatchObject([
    { id: 'a', doc: document },
    { id: 'a', doc: null },
  ]);
});

test('X7: what stands in for RxDB’s code for paths reads and writes what that does', () => {
  const name = fc.constantFrom('id', '_meta', 'data', 'lwt', 'none', '|of', '__a');
  const path = fc.array(name, { minLength: 1, maxLength: 3 }).map((names) => names.join('.'));
  const leaf = fc.oneof(value, fc.constant(null), fc.constant(undefined));
  const nested = fc.dictionary(name, fc.oneof(leaf, fc.dictionary(name, leaf)));
  const another = 'RxDB’s own code for paths does something else than src/data/rxdb/by-path.ts';
  fc.assert(
    fc.property(nested, path, (from, at) => {
      expect(byPath.getProperty(from, at), `${another}, which read ${at}`).toEqual(
        utils.getProperty(from, at),
      );
    }),
  );
  const holders = fc.dictionary(fc.constantFrom('id', '_meta', 'data'), fc.constant({}));
  fc.assert(
    fc.property(holders, path, value, (into, at, given) => {
      const [ours, theirs] = [structuredClone(into), structuredClone(into)];
      byPath.setProperty(ours, at, given);
      utils.setProperty(theirs, at, given);
      expect(ours, `${another}, which wrote ${at}`).toEqual(theirs);
    }),
  );
});

type Channel = {
  addEventListener: (type: 'message', heard: (message: unknown) => void) => void;
  removeEventListener: (type: 'message', heard: (message: unknown) => void) => void;
  postMessage: (message: unknown) => Promise<void>;
  close: () => Promise<void>;
};

let made = 0;

/** What channels hear of each other, of which all but one have one name. */
const heardBy = async (open: (name: string) => Channel) => {
  const name = `canary-${process.pid}-${(made += 1)}`;
  const [one, two, three, apart] = [open(name), open(name), open(name), open(`${name}-apart`)];
  onTestFinished(async () => {
    for (const channel of [one, two, three, apart]) await channel.close();
  });
  const heard: [string, unknown][] = [];
  const hearing = (who: string) => (message: unknown) => void heard.push([who, message]);
  const gone = hearing('gone');
  one.addEventListener('message', hearing('one'));
  two.addEventListener('message', hearing('two'));
  two.addEventListener('message', hearing('two again'));
  two.addEventListener('message', gone);
  three.addEventListener('message', hearing('three'));
  apart.addEventListener('message', hearing('apart'));
  two.removeEventListener('message', gone);
  await one.postMessage({ first: [1] });
  await one.postMessage('second');
  await expect.poll(() => heard.length).toBe(6);
  await two.close();
  await two.close();
  await one.postMessage('third');
  await expect.poll(() => heard.length).toBe(7);
  return heard.toSorted(([who], [other]) => (who < other ? -1 : who > other ? 1 : 0));
};

test('X7: what stands in for broadcast-channel lets hear what broadcast-channel does', async () => {
  const own = await heardBy((name) => new tabChannel.BroadcastChannel(name));
  expect(
    own,
    'broadcast-channel tells others something else than src/data/rxdb/tab-channel.ts',
  ).toEqual(
    await heardBy((name) => {
      const channel = new channels.BroadcastChannel(name, { type: 'native' });
      return {
        addEventListener: (type, heard) => channel.addEventListener(type, heard),
        removeEventListener: (type, heard) => channel.removeEventListener(type, heard),
        postMessage: (message) => channel.postMessage(message),
        close: () => channel.close(),
      };
    }),
  );
});
