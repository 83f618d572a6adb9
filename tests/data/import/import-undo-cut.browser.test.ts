import { beforeEach, describe, expect, test } from 'vitest';
import type { RedemptionCode } from '#programmes/apple-credit/rules/code/redemption-code.ts';
import { ok } from '#core/result.ts';
import { undoImport } from '#data/import/undo/undo.ts';
import { restoreFromTrash } from '#data/trash/restore.ts';
import type { Records } from '#data/records/records.ts';
import { someOf } from '#tests/factories/long-run.ts';
import { importsIn } from '#tests/factories/undone-imports.ts';
import { openTestWorkspace, type TestWorkspace } from '#tests/factories/workspace-in-browser.ts';

let world: TestWorkspace;
let hands: ReturnType<typeof importsIn>;
beforeEach(async () => {
  world = await openTestWorkspace();
  hands = importsIn(world);
});

/** So many writes come through before the undo is cut off. */
const WRITES = someOf([0, 1, 2, 3], 2);

const ONE = 'W1,2026-10-30,2026-11-02,100.00,SEK,FAKE1111AAAA,';
const TWO = 'W1,2026-10-30,2026-11-02,100.00,SEK,FAKE2222BBBB,';

/** The same records, whose nth change of many is the last that comes through. */
const cutAfter = (records: Records, most: number): Records => {
  let count = 0;
  return {
    ...records,
    changeMany: async (...given) => {
      if (count++ >= most) throw new Error('cut off');
      return records.changeMany(...given);
    },
  };
};

/** The same records, where no more than `most` of a kind come through when many are written. */
const cutAmong = (records: Records, kind: string, most: number): Records => ({
  ...records,
  changeMany: async (ids, ...given) => {
    const found = [...(await records.many(ids)).values()];
    if (!found.some((record) => record.kind === kind)) return records.changeMany(ids, ...given);
    await records.changeMany(ids.slice(0, most), ...given);
    throw new Error('cut off');
  },
});

/** The same records, with something done just before the first of a kind are written. */
const before = (records: Records, kind: string, act: () => Promise<void>): Records => {
  let isDone = false;
  return {
    ...records,
    changeMany: async (ids, ...given) => {
      const found = [...(await records.many(ids)).values()];
      if (!isDone && found.some((record) => record.kind === kind)) {
        isDone = true;
        await act();
      }
      return records.changeMany(ids, ...given);
    },
  };
};

/** Someone corrects the amount of an order. */
const edit = (id: string) =>
  world.records.change(id, (now) =>
    ok({ ...now, data: { ...now.data, amount: '400.00' } as never }),
  );

describe('A5: an undo that was cut off', () => {
  test.each(WRITES)('A5: after %i of its writes, and again, leaves nothing', async (writes) => {
    const run = await hands.bring('a.csv', ONE, TWO);
    await undoImport(cutAfter(world.records, writes), run, 'x').catch(() => undefined);
    expect(await hands.undo(run).catch(() => [])).toEqual([]);
    expect(await hands.left()).toEqual([]);
  });

  test.each(WRITES)(
    'A5: after %i of its writes, and again, keeps what it would have kept',
    async (writes) => {
      const run = await hands.bring('a.csv', ONE, TWO);
      await hands.redeemCode(((await hands.live('redemption-code')) as RedemptionCode[])[0]!);
      await undoImport(cutAfter(world.records, writes), run, 'x').catch(() => undefined);
      await hands.undo(run).catch(() => []);
      expect(await hands.left()).toHaveLength(3);
      expect((await hands.keptBy(run)).map(({ reason }) => reason).sort()).toEqual([
        'has-codes',
        'redeemed',
        'with-order',
      ]);
    },
  );

  test.each(WRITES)(
    'A5: after %i of its writes: an order that someone keeps by changing it has its codes',
    async (writes) => {
      const run = await hands.bring('a.csv', ONE, TWO);
      const [{ id } = { id: '' }] = await hands.live('credit-order');
      await undoImport(cutAfter(world.records, writes), run, 'x').catch(() => undefined);
      if ((await hands.order(id)).trashedOn !== '') await restoreFromTrash(world.records, id);
      expect(await hands.left()).toHaveLength(3);
      await edit(id);
      const undone = await undoImport(world.records, run, 'x');
      expect(undone.ok || undone.problem.code).toBe(true);
      expect(await hands.left()).toHaveLength(3);
      expect((await hands.keptBy(run)).map(({ reason }) => reason).sort()).toEqual([
        'edited',
        'with-order',
        'with-order',
      ]);
    },
  );

  test('A5: cut off among its codes, an order that is taken out of the trash has them all again', async () => {
    const run = await hands.bring('a.csv', ONE, TWO);
    const [{ id } = { id: '' }] = await hands.live('credit-order');
    await undoImport(cutAmong(world.records, 'redemption-code', 1), run, 'x').catch(
      () => undefined,
    );
    expect((await hands.order(id)).trashedOn).not.toBe('');
    expect(await world.records.find({ kind: 'redemption-code', trashed: 'only' })).toHaveLength(1);
    await restoreFromTrash(world.records, id);
    await edit(id);
    await hands.undo(run);
    expect(await hands.left()).toHaveLength(3);
  });

  test.each(WRITES)(
    'A5: after %i of its writes: the undo itself takes no code out of the trash that someone threw away before',
    async (writes) => {
      const run = await hands.bring('a.csv', ONE, TWO);
      const [thrown] = await hands.live('redemption-code');
      await hands.throwAway(thrown!.id);
      const [order] = await hands.live('credit-order');
      await undoImport(cutAfter(world.records, writes), run, 'x').catch(() => undefined);
      if ((await hands.order(order!.id)).trashedOn !== '')
        await world.records.change(order!.id, (now) => ok({ ...now, trashedOn: '' }));
      await edit(order!.id);
      await hands.undo(run).catch(() => []);
      const trashed = await world.records.find({ kind: 'redemption-code', trashed: 'only' });
      expect(trashed.map((code) => code.id)).toContain(thrown!.id);
    },
  );

  test.each(WRITES)(
    'A5: after %i of its writes: taken out of the trash an order has all its codes, those too that were thrown away before',
    async (writes) => {
      const run = await hands.bring('a.csv', ONE, TWO);
      const [thrown] = await hands.live('redemption-code');
      await hands.throwAway(thrown!.id);
      const [order] = await hands.live('credit-order');
      await undoImport(cutAfter(world.records, writes), run, 'x').catch(() => undefined);
      const wasThrown = (await hands.order(order!.id)).trashedOn !== '';
      if (wasThrown) expect(await restoreFromTrash(world.records, order!.id)).toBeUndefined();
      await edit(order!.id);
      await hands.undo(run).catch(() => []);
      expect(await hands.left()).toHaveLength(wasThrown ? 3 : 2);
    },
  );

  test.each(WRITES)(
    'A5: after %i of its writes, undone twice at once, leaves nothing',
    async (writes) => {
      const run = await hands.bring('a.csv', ONE, TWO);
      await undoImport(cutAfter(world.records, writes), run, 'x').catch(() => undefined);
      await Promise.all([hands.undo(run).catch(() => []), hands.undo(run).catch(() => [])]);
      expect(await hands.left()).toEqual([]);
    },
  );

  test.each([
    [0, 1],
    [1, 0],
  ])('A5: two imports of one order, one cut off, undone as %i then %i', async (...order) => {
    const runs = [await hands.bring('a.csv', ONE), await hands.bring('b.csv', TWO)];
    await undoImport(cutAfter(world.records, 1), runs[order[0]!]!, 'x').catch(() => undefined);
    for (const at of order) await hands.undo(runs[at]!);
    expect(await hands.left()).toEqual([]);
    for (const run of runs) expect(await hands.keptBy(run)).toEqual([]);
  });
});

describe('A5: what people write while an undo runs', () => {
  const reasons = async (run: string) =>
    (await hands.keptBy(run)).map(({ reason }) => reason).sort();
  const codes = async () => (await hands.live('redemption-code')) as RedemptionCode[];

  test('A5: an order that is edited before it is written stays with its codes', async () => {
    const run = await hands.bring('a.csv', ONE, TWO);
    const [{ id } = { id: '' }] = await hands.live('credit-order');
    const during = before(world.records, 'credit-order', async () => void (await edit(id)));
    expect(await undoImport(during, run, 'x')).toMatchObject({ ok: true, value: { trashed: 0 } });
    expect(await hands.left()).toHaveLength(3);
    expect(await reasons(run)).toEqual(['edited', 'with-order', 'with-order']);
  });

  test('A5: an order that is taken out of the trash before its codes are written keeps them', async () => {
    const run = await hands.bring('a.csv', ONE, TWO);
    const [{ id } = { id: '' }] = await hands.live('credit-order');
    const during = before(
      world.records,
      'redemption-code',
      async () => void (await restoreFromTrash(world.records, id)),
    );
    expect(await undoImport(during, run, 'x')).toMatchObject({ ok: true, value: { trashed: 0 } });
    expect(await hands.left()).toHaveLength(3);
    expect(await reasons(run)).toEqual(['has-codes', 'with-order', 'with-order']);
  });

  test('A5: a code that is redeemed stays, and its order with all its codes', async () => {
    const run = await hands.bring('a.csv', ONE, TWO);
    const [code] = await codes();
    const during = before(world.records, 'redemption-code', () => hands.redeemCode(code!));
    expect(await undoImport(during, run, 'x')).toMatchObject({ ok: true, value: { trashed: 0 } });
    expect(await hands.left()).toHaveLength(3);
    expect(await reasons(run)).toEqual(['has-codes', 'redeemed', 'with-order']);
  });

  test('A5: a code that is thrown away meanwhile brings no order back', async () => {
    const run = await hands.bring('a.csv', ONE, TWO);
    const [code] = await codes();
    const during = before(world.records, 'redemption-code', () => hands.throwAway(code!.id));
    await undoImport(during, run, 'x');
    expect(await hands.left()).toEqual([]);
    expect(await reasons(run)).toEqual([]);
  });

  test("A5: an order that an import brought back from the trash is that import's still when it must stay", async () => {
    const first = await hands.bring('a.csv', ONE);
    const [{ id } = { id: '' }] = await hands.live('credit-order');
    await hands.throwAway(id);
    const second = await hands.bring('b.csv', ONE, TWO);
    const [code] = await codes();
    const during = before(world.records, 'redemption-code', () => hands.redeemCode(code!));
    await undoImport(during, second, 'x');
    expect(await hands.order(id)).toMatchObject({
      trashedOn: '',
      data: { origin: { run: second } },
    });
    expect((await codes()).map(({ data }) => data.origin?.run)).toEqual([second, second]);
    await hands.undo(first);
    expect(await hands.left()).toHaveLength(3);
  });

  test('A5: a code already moved back to its old order returns to the new one, which stays', async () => {
    const old = await hands.orderByHand('W1', '100.00');
    const typed = await hands.typeCode(old, 'FAKE1111AAAA', 7);
    await hands.throwAway(old);
    const run = await hands.bring('a.csv', `${ONE}Redeemed`, TWO);
    const [other] = (await codes()).filter(({ id, parent }) => id !== typed && parent !== old);
    const lay = (await world.records.get(typed))!;
    expect(lay.parent).toBe(other!.parent);
    const during = before(world.records, 'redemption-code', () => hands.redeemCode(other!));
    await undoImport(during, run, 'x');
    expect(await world.records.get(typed)).toMatchObject({
      parent: lay.parent,
      trashedOn: '',
      data: lay.data,
    });
    expect((await world.records.get(typed))!.steps).toEqual(lay.steps);
    expect(await reasons(run)).toEqual(['has-codes', 'redeemed', 'with-order']);
  });
});
