import { firstValueFrom, skip, type Subscription } from 'rxjs';
import { afterEach, expect, test } from 'vitest';
import type { Draft } from '#core/record/record.ts';
import { toTrash } from '#core/record/trash.ts';
import { openDatabase, type WorkspaceDatabase } from '#data/records/database.ts';
import { liveUnder, type UnderEach } from '#data/records/live-under.ts';
import type { Query } from '#data/records/query.ts';
import { openRecords, type Records } from '#data/records/records.ts';
import { doingOn } from '#tests/factories/doing.ts';
import { authorizationWith, vipOrderWith } from '#tests/factories/vip.ts';

let database: WorkspaceDatabase | undefined;
let reader: Subscription | undefined;
afterEach(async () => {
  reader?.unsubscribe();
  await database?.remove();
  database = undefined;
});

const doing = doingOn();
const under = (id: string, parent: string): Draft => ({ ...vipOrderWith({}, id), parent });

/** Records that note what they were asked. */
const open = async (): Promise<{ readonly records: Records; readonly asked: Query[] }> => {
  database = await openDatabase(`test-${Math.random().toString(36).slice(2)}`);
  const records = openRecords(database.records, () => doing);
  const asked: Query[] = [];
  const find: Records['find'] = (query) => {
    asked.push(query);
    return records.find(query);
  };
  return { records: { ...records, find }, asked };
};
const idsIn = (found: UnderEach) =>
  Object.fromEntries([...found].map(([parent, all]) => [parent, all.map(({ id }) => id).sort()]));

test('C9: records under the given customers are read, of whatever kind, and none of other customers', async () => {
  const { records, asked } = await open();
  const authorization: Draft = { ...authorizationWith({ id: 'a1' }), parent: 'one' };
  await records.insert([
    authorization,
    under('o1', 'one'),
    under('o2', 'two'),
    under('far', 'three'),
  ]);
  const found = await firstValueFrom(liveUnder(records, ['one', 'two', 'none']));
  expect(idsIn(found)).toEqual({ one: ['a1', 'o1'], two: ['o2'], none: [] });
  expect(asked.map(({ parents }) => parents)).toEqual([['one', 'two', 'none']]);
});

test('C9: what is written under one arrives, and the others are not read again', async () => {
  const { records, asked } = await open();
  await records.insert([under('o1', 'one'), under('o2', 'two')]);
  const states: UnderEach[] = [];
  const live = liveUnder(records, ['one', 'two']);
  const changed = firstValueFrom(live.pipe(skip(1)));
  reader = live.subscribe((state) => states.push(state));
  await expect.poll(() => states.length, { timeout: 60_000 }).toBe(1);
  const before = asked.length;
  await records.create(under('o3', 'one'));
  await expect
    .poll(() => idsIn(states.at(-1)!), { timeout: 60_000 })
    .toEqual({ one: ['o1', 'o3'], two: ['o2'] });
  expect(idsIn(await changed)).toEqual({ one: ['o1', 'o3'], two: ['o2'] });
  expect(new Set(asked.slice(before).flatMap(({ parents }) => parents))).toEqual(new Set(['one']));
  await records.change('o1', (record, now) => toTrash(record, now) as never);
  await expect
    .poll(() => idsIn(states.at(-1)!), { timeout: 60_000 })
    .toEqual({ one: ['o3'], two: ['o2'] });
});

test('C9: with one more in the overview, what was read of the others is there at once', async () => {
  const { records } = await open();
  await records.insert([under('o1', 'one'), under('o2', 'two')]);
  const kept = new Map();
  await firstValueFrom(liveUnder(records, ['one'], kept));
  const next = liveUnder(records, ['one', 'two'], kept);
  expect(idsIn(await firstValueFrom(next))).toEqual({ one: ['o1'] });
  expect(idsIn(await firstValueFrom(next.pipe(skip(1))))).toEqual({ one: ['o1'], two: ['o2'] });
});
