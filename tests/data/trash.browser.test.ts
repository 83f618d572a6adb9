import { beforeEach, describe, expect, test } from 'vitest';
import type { Act } from '#core/record/act.ts';
import { newBatch } from '#programmes/apple-credit/rules/code/code-batch-commands.ts';
import { newCode, reveal } from '#programmes/apple-credit/rules/code/code-commands.ts';
import type { RedemptionCode } from '#programmes/apple-credit/rules/code/redemption-code.ts';
import { addDays, type Day } from '#core/day/day.ts';
import { ok } from '#core/result.ts';
import { toTrash } from '#core/record/trash.ts';
import { beginAct, keptActs } from '#data/acts/acts.ts';
import { undoAct } from '#data/acts/undo-act.ts';
import { deleteForGood } from '#data/trash/empty-trash.ts';
import { restoreFromTrash, thrownWith } from '#data/trash/restore.ts';
import { sweepTrash } from '#data/trash/sweep.ts';
import { examples } from '#tests/factories/examples.ts';
import { orderWith } from '#tests/factories/credit.ts';
import { authorizationWith, customerWith, returnWith, vipOrderWith } from '#tests/factories/vip.ts';
import { openTestWorkspace, type TestWorkspace } from '#tests/factories/workspace-in-browser.ts';

const THROWN = '2026-11-20';
const sealed = { key: 'k', iv: 'AAAA', text: 'BBBB' };
let here: TestWorkspace;
beforeEach(async () => void (here = await openTestWorkspace()));

const store = () => ({
  records: here.records,
  collection: here.database.records,
  mayWrite: () => true,
});
const sweepOn = async (day: Day): Promise<readonly string[]> => {
  here.setToday(day);
  return sweepTrash(store(), here.id);
};
/** The app is opened on each of these days. */
const liveThrough = async (from: Day, days: number): Promise<string[]> => {
  const gone: string[] = [];
  for (let at = 0; at < days; at += 1) gone.push(...(await sweepOn(addDays(from, at))));
  return gone;
};
const isHere = async (id: string): Promise<boolean> => (await here.records.get(id)) !== undefined;
const addCode = (id: string, parent: string) =>
  here.records.create(newCode({ id, parent, usage: 'app', number: 1, sealed }));

describe('X12: what has been in the trash for thirty days', () => {
  test('X12: goes for good on the thirty-first day and not before, and leaves a deletion for the other devices', async () => {
    await here.records.create(orderWith([], {}, 'order-1'));
    await here.records.create(orderWith([], {}, 'order-2'));
    await here.records.change('order-1', toTrash);
    expect(await liveThrough(THROWN, 31)).toEqual([]);
    expect(await isHere('order-1')).toBe(true);
    expect(await sweepOn('2026-12-21')).toEqual(['order-1']);
    expect([await isHere('order-1'), await isHere('order-2')]).toEqual([false, true]);
    const [left] = await here.database.records.storageInstance.findDocumentsById(['order-1'], true);
    expect(left?._deleted).toBe(true);
  });

  test('X12: among hundreds each is found, wherever it lies, and nothing else goes', async () => {
    const ids = Array.from({ length: 450 }, (_, at) => `order-${String(at).padStart(3, '0')}`);
    await here.records.insert(ids.map((id) => orderWith([], {}, id)));
    const thrown = ['order-000', 'order-199', 'order-200', 'order-399', 'order-449'];
    await here.records.changeMany(thrown, toTrash);
    expect(await liveThrough(THROWN, 31)).toEqual([]);
    expect(await sweepOn('2026-12-21')).toEqual(thrown);
    expect((await here.records.find({ kind: 'credit-order', trashed: true })).length).toBe(445);
  });

  test('X12: a clock that is turned a year ahead takes nothing, and neither does turning it back', async () => {
    await here.records.create(orderWith([], {}, 'order-1'));
    await here.records.change('order-1', toTrash);
    expect(await liveThrough(THROWN, 3)).toEqual([]);
    expect(await liveThrough('2027-11-20', 3)).toEqual([]);
    expect(await liveThrough('2026-11-23', 28)).toEqual([]);
    expect(await sweepOn('2026-12-21')).toEqual(['order-1']);
  });

  test('X12: once a day is looked, whatever number of tabs and starts there are', async () => {
    await liveThrough(THROWN, 32);
    await here.records.create(orderWith([], {}, 'order-1'));
    await here.records.change('order-1', (order) => ok({ ...order, trashedOn: '2026-10-01' }));
    expect(await sweepTrash(store(), here.id)).toEqual([]);
    expect(await sweepOn('2026-12-22')).toEqual(['order-1']);
  });

  test('A6: an undone import’s codes go, and then what held them; a code that was looked at stays with it', async () => {
    for (const id of ['batch-1', 'batch-2'])
      await here.records.create(newBatch(id, { name: id, owner: '' }));
    await addCode('a'.repeat(32), 'batch-1');
    await addCode('b'.repeat(32), 'batch-2');
    await addCode('c'.repeat(32), 'batch-2');
    await here.records.change('b'.repeat(32), (code, doing) =>
      ok(reveal(code as RedemptionCode, 'check', doing)),
    );
    await here.records.changeMany(
      ['a', 'b', 'c'].map((letter) => letter.repeat(32)).concat('batch-1', 'batch-2'),
      toTrash,
    );
    await liveThrough(THROWN, 31);
    expect((await sweepOn('2026-12-21')).toSorted()).toEqual([
      'a'.repeat(32),
      'batch-1',
      'c'.repeat(32),
    ]);
    expect([await isHere('batch-2'), await isHere('b'.repeat(32))]).toEqual([true, true]);
  });

  test('X12: an order that holds codes never goes by itself', async () => {
    await here.records.create(orderWith([], {}, 'order-1'));
    await addCode('a'.repeat(32), 'order-1');
    await here.records.change('order-1', toTrash);
    expect(await liveThrough(THROWN, 60)).toEqual([]);
    expect([await isHere('order-1'), await isHere('a'.repeat(32))]).toEqual([true, true]);
  });

  test('X12: what a newer version wrote is left to it', async () => {
    await here.records.create(orderWith([], {}, 'order-1'));
    await here.records.change('order-1', (order) =>
      ok({ ...order, trashedOn: THROWN, data: { ...order.data, v: 2 } }),
    );
    expect(await liveThrough(THROWN, 40)).toEqual([]);
    expect(await isHere('order-1')).toBe(true);
  });
});

describe('X12: what comes back with a VIP customer', () => {
  const trashedOn = async (id: string): Promise<string | undefined> =>
    (await here.records.get(id))?.trashedOn;
  const ids = ['customer-1', 'authorization-1', 'order-1', 'return-1'];

  test('X12: what went in the same act is back with it, what was thrown away before stays, and undone all are there again', async () => {
    for (const record of [customerWith(), authorizationWith(), vipOrderWith(), returnWith()])
      await here.records.create(record);
    await here.records.create(vipOrderWith({}, 'order-2'));
    await here.records.change('order-2', toTrash);
    here.setToday('2026-11-22');
    await here.records.changeMany(ids, toTrash);
    here.setToday('2026-11-25');
    const customer = (await here.records.get('customer-1'))!;
    const went = await thrownWith(here.records, customer);
    expect(went.map(({ id }) => id).toSorted()).toEqual(ids.slice(1).toSorted());
    const store = { records: here.records, workspaceId: here.id };
    await restoreFromTrash(
      here.records,
      'customer-1',
      async (lay) => void (await beginAct(store, 'restored', lay)),
    );
    expect(await Promise.all(ids.map(trashedOn))).toEqual(['', '', '', '']);
    expect(await trashedOn('order-2')).toBe(THROWN);
    const [act] = await keptActs(here.id, '2026-11-25');
    expect(await undoAct(store, act as Act, 'Ångrat')).toEqual({ back: 4, changed: 0 });
    expect(await Promise.all(ids.map(trashedOn))).toEqual(Array.from(ids, () => '2026-11-22'));
  });

  test('C1, X12: neither it nor its records come out once another customer has its VIP ID', async () => {
    const { vipId } = customerWith().data;
    const other = customerWith({ name: 'Ekudden Bygg', vipId }, [], 'customer-2');
    for (const record of [customerWith(), vipOrderWith(), other]) await here.records.create(record);
    await here.records.changeMany(['customer-1', 'order-1'], toTrash);
    let begun = 0;
    const why = (id: string) => restoreFromTrash(here.records, id, () => void (begun += 1));
    const known = { code: 'vip-id-known', field: 'vipId', params: { name: 'Ekudden Bygg' } };
    expect([await why('customer-1'), await why('order-1'), begun]).toEqual([known, known, 0]);
    expect(await here.records.find({ trashed: 'only' })).toHaveLength(2);
    await here.records.change('customer-2', toTrash);
    expect(await why('order-1')).toBeUndefined();
  });

  test('X12: what is still live under a customer does not come with it, and nothing comes with an order', async () => {
    for (const record of [customerWith(), authorizationWith(), vipOrderWith()])
      await here.records.create(record);
    await here.records.changeMany(['customer-1', 'order-1'], toTrash);
    expect(await thrownWith(here.records, (await here.records.get('order-1'))!)).toEqual([]);
    const found = await thrownWith(here.records, (await here.records.get('customer-1'))!);
    expect(found.map(({ id }) => id)).toEqual(['order-1']);
  });
});

describe('X12: what cannot be taken out of the trash', () => {
  const CODE = 'a'.repeat(32);
  const trashedOn = async (id: string): Promise<string | undefined> =>
    (await here.records.get(id))?.trashedOn;
  const throwBoth = async (): Promise<void> => {
    await here.records.create(orderWith([], {}, 'order-1'));
    await addCode(CODE, 'order-1');
    await here.records.changeMany([CODE, 'order-1'], toTrash);
  };
  /** Another device deletes it for good while it is being taken out here. */
  const goes = (gone: string) => async (): Promise<void> => {
    await here.database.records.findOne(gone).remove();
  };

  test.each(['order-1', CODE])(
    'A5: an order that went meanwhile keeps its codes there, taking out %s',
    async (id) => {
      await throwBoth();
      expect(await restoreFromTrash(here.records, id, goes('order-1'))).toEqual({
        code: 'record-is-gone',
      });
      expect([await isHere('order-1'), await trashedOn(CODE)]).toEqual([false, THROWN]);
    },
  );

  test('A5: a code that went meanwhile is reported', async () => {
    await throwBoth();
    expect(await restoreFromTrash(here.records, 'order-1', goes(CODE))).toEqual({
      code: 'record-is-gone',
    });
    expect(await trashedOn('order-1')).toBe('');
  });

  test.each(['order-1', CODE])(
    'A5: %s, as no app wrote it, comes out with the other one',
    async (strange) => {
      await throwBoth();
      const document = await here.database.records.findOne(strange).exec();
      await document?.incrementalModify((now) => ({ ...now, programme: 'adobe-vip' }));
      expect(await restoreFromTrash(here.records, 'order-1')).toBeUndefined();
      expect([await trashedOn('order-1'), await trashedOn(CODE)]).toEqual(['', '']);
    },
  );
});

describe('X12: deleted for good by hand', () => {
  test('X12: an order goes with its codes, at once', async () => {
    await here.records.create(orderWith([], {}, 'order-1'));
    await addCode('a'.repeat(32), 'order-1');
    await here.records.change('order-1', toTrash);
    expect(await deleteForGood(store(), 'order-1')).toEqual({ ok: true, value: 2 });
    expect([await isHere('order-1'), await isHere('a'.repeat(32))]).toEqual([false, false]);
    expect(await deleteForGood(store(), 'order-1')).toMatchObject({
      problem: { code: 'record-is-gone' },
    });
  });

  test('X12: an app takes its licences and deployments with it, by hand and by time', async () => {
    for (const id of ['app-1', 'app-2']) {
      await here.records.create({ ...examples['volume-app'], id });
      await here.records.create({
        ...examples['assigned-licence'],
        id: `${id}-licence`,
        parent: id,
      });
      await here.records.create({
        ...examples['app-deployment'],
        id: `${id}-deployment`,
        parent: id,
      });
      await here.records.change(id, toTrash);
    }
    expect(await deleteForGood(store(), 'app-1')).toEqual({ ok: true, value: 3 });
    expect(await isHere('app-1-licence')).toBe(false);
    await liveThrough(THROWN, 31);
    expect([await isHere('app-2'), await isHere('app-2-licence')]).toEqual([true, true]);
    expect([...(await sweepOn('2026-12-21'))].sort()).toEqual([
      'app-2',
      'app-2-deployment',
      'app-2-licence',
    ]);
  });

  test('X9: with a code that was looked at it stays, whole', async () => {
    await here.records.create(orderWith([], {}, 'order-1'));
    await addCode('a'.repeat(32), 'order-1');
    await addCode('b'.repeat(32), 'order-1');
    await here.records.change('b'.repeat(32), (code, doing) =>
      ok(reveal(code as RedemptionCode, 'check', doing)),
    );
    await here.records.change('order-1', toTrash);
    expect(await deleteForGood(store(), 'order-1')).toMatchObject({ problem: { code: 'has-log' } });
    for (const id of ['order-1', 'a'.repeat(32), 'b'.repeat(32)])
      expect(await isHere(id)).toBe(true);
  });

  test('X12: what was restored meanwhile is not deleted', async () => {
    await here.records.create(orderWith([], {}, 'order-1'));
    expect(await deleteForGood(store(), 'order-1')).toMatchObject({
      problem: { code: 'no-trash' },
    });
    expect(await isHere('order-1')).toBe(true);
  });

  test('X18: a device that only reads deletes nothing', async () => {
    await here.records.create(orderWith([], {}, 'order-1'));
    await here.records.change('order-1', toTrash);
    const reading = { ...store(), mayWrite: () => false };
    expect(await deleteForGood(reading, 'order-1')).toMatchObject({
      problem: { code: 'only-reads' },
    });
    await liveThrough(THROWN, 31);
    here.setToday('2026-12-21');
    expect(await sweepTrash(reading, here.id)).toEqual([]);
    expect(await isHere('order-1')).toBe(true);
  });

  test('X12: restoring is undone where nobody wrote since, with the day on which it was thrown away', async () => {
    await here.records.create(newBatch('batch-1', { name: 'Läsresan', owner: '' }));
    for (const id of ['a', 'b']) await addCode(id.repeat(32), 'batch-1');
    await here.records.changeMany(['a'.repeat(32), 'b'.repeat(32), 'batch-1'], toTrash);
    here.setToday('2026-11-25');
    const store = { records: here.records, workspaceId: here.id };
    await restoreFromTrash(
      here.records,
      'batch-1',
      async (lay) => void (await beginAct(store, 'restored', lay)),
    );
    const [act] = await keptActs(here.id, '2026-11-25');
    await here.records.change('b'.repeat(32), (code, doing) =>
      ok(reveal(code as RedemptionCode, 'check', doing)),
    );
    expect(await undoAct(store, act as Act, 'Ångrat')).toEqual({ back: 2, changed: 1 });
    const days = await Promise.all(
      ['batch-1', 'a'.repeat(32), 'b'.repeat(32)].map(
        async (id) => (await here.records.get(id))?.trashedOn,
      ),
    );
    expect(days).toEqual([THROWN, THROWN, '']);
  });
});
