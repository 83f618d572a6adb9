import { beforeEach, describe, expect, test } from 'vitest';
import type { CreditOrder } from '#programmes/apple-credit/rules/order/credit-order.ts';
import { recordStep } from '#programmes/apple-credit/rules/order/order-commands.ts';
import {
  codeState,
  type RedemptionCode,
} from '#programmes/apple-credit/rules/code/redemption-code.ts';
import { ok } from '#core/result.ts';
import type { ImportRun } from '#core/import/import-run.ts';
import { foretellUndo } from '#data/import/undo/foretell-undo.ts';
import { undoImport } from '#data/import/undo/undo.ts';
import { restoreFromTrash } from '#data/trash/restore.ts';
import { importsIn } from '#tests/factories/undone-imports.ts';
import { openTestWorkspace, type TestWorkspace } from '#tests/factories/workspace-in-browser.ts';
import { onKind } from '#data/records/on-kind.ts';

let world: TestWorkspace;
let hands: ReturnType<typeof importsIn>;
beforeEach(async () => {
  world = await openTestWorkspace();
  hands = importsIn(world);
});

test('A5: what an undo would do is shown before, by the undo itself, and nothing is written', async () => {
  const id = await hands.orderByHand('W1', '100.00');
  const run = await hands.bring(
    'a.csv',
    'W1,,,200.00,SEK,FAKE1111AAAA,',
    'W2,,,1.00,SEK,FAKE2222BBBB,',
    'W3,,,1.00,SEK,,',
  );
  const codes = (await hands.live('redemption-code')) as RedemptionCode[];
  await hands.redeemCode(codes.find(({ parent }) => parent === id)!);
  const before = await world.records.find({ trashed: true });
  const told = await foretellUndo(world.records, run);
  expect(await world.records.find({ trashed: true })).toEqual(before);
  expect(told).toMatchObject({ ok: true, value: { trashed: 3, changed: 1 } });
  expect(told.ok && told.value.kinds).toEqual({ 'redemption-code': 1, 'credit-order': 2 });
  expect(told.ok && told.value.kept.map(({ reason }) => reason)).toContain('redeemed');
  expect(told.ok && told.value.kept).toEqual(await hands.undo(run));
  expect(await foretellUndo(world.records, run)).toMatchObject({
    ok: false,
    problem: { code: 'already-undone' },
  });
});

test('A5: an import that a newer app wrote is not undone here, and says so, with nothing written', async () => {
  const run = await hands.bring('a.csv', 'W1,2026-10-30,2026-11-02,100.00,SEK,FAKE1111AAAA,');
  const document = await world.database.records.findOne(run).exec();
  const { data } = document?.toMutableJSON() ?? {};
  await document?.incrementalPatch({ data: { ...data, v: 99 } as never });
  const before = await world.records.find({ trashed: true });
  expect(await foretellUndo(world.records, run)).toMatchObject({
    ok: false,
    problem: { code: 'record-not-understood' },
  });
  expect(await undoImport(world.records, run, 'undone')).toMatchObject({
    ok: false,
    problem: { code: 'record-not-understood' },
  });
  expect(await world.records.find({ trashed: true })).toEqual(before);
});

/** Why what stayed stayed, in the order of the alphabet. */
const reasonsOf = (kept: ImportRun['data']['kept']): string[] =>
  kept.map(({ reason }) => reason).sort();

describe('A5: an order and its codes go or stay together', () => {
  const FRESH = 'W1,2026-10-30,2026-11-02,100.00,SEK,FAKE1111AAAA,';
  const OTHER = 'W1,2026-10-30,2026-11-02,100.00,SEK,FAKE2222BBBB,';
  const orderId = async (): Promise<string> => (await hands.live('credit-order'))[0]!.id;
  const setAmount = async (id: string): Promise<void> => {
    await world.records.change(id, (now) =>
      ok({ ...now, data: { ...now.data, amount: '400.00' } as never }),
    );
  };

  test.each([
    ['nothing was changed since', [FRESH], async (): Promise<unknown> => undefined, [], 0],
    [
      'the order was edited since',
      [FRESH, OTHER],
      async (): Promise<unknown> => setAmount(await orderId()),
      ['edited', 'with-order', 'with-order'],
      3,
    ],
    [
      'one of its codes was redeemed since',
      [FRESH, OTHER],
      async (): Promise<unknown> =>
        hands.redeemCode(((await hands.live('redemption-code')) as RedemptionCode[])[0]!),
      ['has-codes', 'redeemed', 'with-order'],
      3,
    ],
    [
      'it was downloaded by hand since',
      [FRESH],
      async (): Promise<unknown> =>
        world.records.change(
          await orderId(),
          onKind('credit-order', (order, doing) =>
            recordStep(order, { kind: 'lost', on: doing.today }, doing),
          ),
        ),
      ['later-steps', 'with-order'],
      2,
    ],
  ] as const)('A5: both new, and %s', async (_, rows, since, reasons, left) => {
    const run = await hands.bring('a.csv', ...rows);
    await since();
    const told = await foretellUndo(world.records, run);
    expect(told.ok && reasonsOf(told.value.kept)).toEqual(reasons);
    expect(reasonsOf(await hands.undo(run))).toEqual(reasons);
    expect(await hands.left()).toHaveLength(left);
  });

  test('A5: a code goes of an order that was here before, which says again what it said, and the sheet names it', async () => {
    const id = await hands.orderByHand('W1', '100.00');
    const run = await hands.bring('a.csv', 'W1,,,,,FAKE1111AAAA,', 'W1,,,,,FAKE2222BBBB,');
    const told = await foretellUndo(world.records, run);
    expect(told.ok && [...told.value.outOf]).toEqual([[id, 2]]);
    expect(await hands.undo(run)).toEqual([]);
    expect((await hands.left()).map((record) => record.id)).toEqual([id]);
    expect((await hands.content(id)).state).toBe('ready');
  });

  test('A5: an order by hand that went on since keeps the code that it went on with', async () => {
    const id = await hands.orderByHand('W1', '100.00');
    const run = await hands.bring('a.csv', 'W1,,,,,FAKE1111AAAA,');
    await world.records.change(
      id,
      onKind('credit-order', (order, doing) =>
        recordStep(order, { kind: 'lost', on: doing.today }, doing),
      ),
    );
    expect(reasonsOf(await hands.undo(run))).toEqual(['later-steps', 'with-order']);
    expect(await hands.left()).toHaveLength(2);
  });

  test.each([
    [0, 1],
    [1, 0],
  ])('A5: codes of two imports of one new order, undone as %i then %i', async (...order) => {
    const runs = [await hands.bring('a.csv', FRESH), await hands.bring('b.csv', OTHER)];
    for (const at of order) await hands.undo(runs[at]!);
    expect(await hands.left()).toEqual([]);
    for (const run of runs) expect(await hands.keptBy(run)).toEqual([]);
  });
});

describe('A5: several imports of one order, undone one by one', () => {
  test('A5: the undo of a later import is no later step', async () => {
    const first = await hands.bring('a.csv', 'W1,2026-10-30,2026-11-02,100.00,SEK,,');
    const second = await hands.bring('b.csv', 'W1,2026-10-30,2026-11-02,100.00,SEK,FAKE1111AAAA,');
    expect(await hands.undo(second)).toEqual([]);
    expect(await hands.undo(first)).toEqual([]);
    expect(await hands.left()).toEqual([]);
  });

  test('A5: an order that stayed for the codes of a later import goes with them', async () => {
    const first = await hands.bring('a.csv', 'W1,,2026-11-02,100.00,SEK,FAKE1111AAAA,');
    const second = await hands.bring('b.csv', 'W1,,2026-11-02,100.00,SEK,FAKE2222BBBB,');
    expect(reasonsOf(await hands.undo(first))).toEqual(['has-codes', 'with-order']);
    expect(await hands.left()).toHaveLength(3);
    expect(await hands.undo(second)).toEqual([]);
    expect(await hands.left()).toEqual([]);
    expect(await hands.keptBy(first)).toEqual([]);
  });

  test('A5: a day that two imports corrected returns to what it was', async () => {
    const id = await hands.orderByHand('W1', '100.00');
    const before = await hands.content(id);
    const first = await hands.bring('b.csv', 'W1,,2026-11-05,,,,');
    const second = await hands.bring('c.csv', 'W1,,2026-11-09,,,,');
    expect(await hands.undo(first)).toEqual([{ id, reason: 'later-steps' }]);
    expect((await hands.content(id)).standing).toEqual([['ready', '2026-11-09']]);
    expect(await hands.undo(second)).toEqual([]);
    expect(await hands.content(id)).toEqual(before);
    expect(await hands.keptBy(first)).toEqual([]);
  });

  test('A5: a field that three imports gave returns in whatever order they are undone', async () => {
    const id = await hands.orderByHand('W1', '100.00');
    const before = await hands.content(id);
    for (const order of [
      [0, 2, 1],
      [1, 0, 2],
    ]) {
      const runs: string[] = [];
      for (const amount of ['200.00', '100.00', '200.00'])
        runs.push(await hands.bring('a.csv', `W1,,,${amount},SEK,,`));
      for (const at of order) await hands.undo(runs[at]!);
      expect([order, await hands.content(id)]).toEqual([order, before]);
      for (const run of runs) expect(await hands.keptBy(run)).toEqual([]);
    }
  });

  test('A5: a code that stayed because a later import said it was redeemed goes with that', async () => {
    const first = await hands.bring('a.csv', 'W1,,2026-11-02,100.00,SEK,FAKE1111AAAA,');
    const second = await hands.bring('b.csv', 'W1,,2026-11-02,100.00,SEK,FAKE1111AAAA,Redeemed');
    expect(await hands.undo(first)).toHaveLength(2);
    expect(await hands.undo(second)).toEqual([]);
    expect(await hands.left()).toEqual([]);
  });

  test('A5: what a person changed since stays, although everything was undone', async () => {
    const id = await hands.orderByHand('W1', '100.00');
    const first = await hands.bring('a.csv', 'W1,,,200.00,SEK,FAKE1111AAAA,', 'W2,,,100.00,SEK,,');
    const second = await hands.bring('b.csv', 'W1,,,300.00,SEK,FAKE2222BBBB,', 'W2,,,300.00,SEK,,');
    const [code] = ((await hands.live('redemption-code')) as RedemptionCode[]).filter(
      ({ data }) => data.origin?.run === first,
    );
    await hands.redeemCode(code!);
    const other = (await hands.live('credit-order')).find((record) => record.id !== id)!;
    for (const order of [id, other.id])
      await world.records.change(order, (now) =>
        ok({ ...now, data: { ...now.data, amount: '400.00' } as never }),
      );
    await hands.undo(first);
    await hands.undo(second);
    expect((await hands.left()).map((record) => record.id).sort()).toEqual(
      [id, other.id, code!.id].sort(),
    );
    expect((await hands.order(id)).data.amount).toBe('400.00');
    expect(await hands.keptBy(first)).toEqual(
      expect.arrayContaining([
        { id: code!.id, reason: 'redeemed' },
        { id, reason: 'has-codes', fields: ['amount'] },
        { id: other.id, reason: 'edited' },
      ]),
    );
  });

  test('A5: a run undone before fields that stay were noted is judged again all the same', async () => {
    const first = await hands.bring('a.csv', 'W1,,2026-11-02,100.00,SEK,FAKE1111AAAA,');
    const second = await hands.bring('b.csv', 'W1,,2026-11-02,200.00,SEK,FAKE2222BBBB,');
    await hands.undo(first);
    await world.records.change(
      first,
      onKind('import-run', (run) =>
        ok({
          ...run,
          data: { ...run.data, kept: run.data.kept.map(({ id, reason }) => ({ id, reason })) },
        }),
      ),
    );
    await hands.undo(second);
    expect(await hands.left()).toEqual([]);
  });
});

describe('A5: what an import brought back from the trash', () => {
  const restore = (id: string) => restoreFromTrash(world.records, id);

  test('A5: an order is in the trash again, as it was before', async () => {
    await hands.bring('a.csv', 'W1,2026-10-30,2026-11-02,100.00,SEK,,');
    const { id } = (await hands.live('credit-order'))[0]!;
    const { data, standing, state } = await hands.content(id);
    await hands.throwAway(id);
    const second = await hands.bring('b.csv', 'W1,2026-10-29,2026-11-03,200.00,SEK,FAKE1111AAAA,');
    expect(await hands.content(id)).toMatchObject({
      trashedOn: '',
      state: 'downloaded',
      data: { amount: '200.00', orderDate: '2026-10-29' },
    });
    expect(await hands.undo(second)).toEqual([]);
    expect(await hands.left()).toEqual([]);
    await restore(id);
    const { amount, orderDate } = data;
    expect(await hands.content(id)).toMatchObject({ data: { amount, orderDate }, standing, state });
  });

  test('A5: an order that was changed since stays', async () => {
    await hands.bring('a.csv', 'W1,2026-10-30,2026-11-02,100.00,SEK,,');
    const { id } = (await hands.live('credit-order'))[0]!;
    await hands.throwAway(id);
    const second = await hands.bring('b.csv', 'W1,2026-10-30,2026-11-02,200.00,SEK,,');
    await world.records.change(id, (now) =>
      ok({ ...now, data: { ...now.data, amount: '300.00' } as never }),
    );
    expect(await hands.undo(second)).toEqual([{ id, reason: 'edited', fields: ['amount'] }]);
    expect(await hands.content(id)).toMatchObject({ trashedOn: '', data: { amount: '300.00' } });
  });

  test('A5: after a cancelled import, an order is in the trash again, as it was before', async () => {
    await hands.bring('a.csv', 'W1,2026-10-30,2026-11-02,100.00,SEK,,');
    const { id } = (await hands.live('credit-order'))[0]!;
    await hands.throwAway(id);
    const { standing } = await hands.content(id);
    await hands.bringAndCancel('b.csv', 'W1,2026-10-29,2026-11-03,200.00,SEK,FAKE1111AAAA,');
    expect(await hands.content(id)).toMatchObject({
      standing,
      data: { amount: '100.00', orderDate: '2026-10-30' },
    });
    expect(await hands.left()).toEqual([]);
  });

  /** An order with a code, both by hand, in the trash. */
  const thrownOrder = async () => {
    const id = await hands.orderByHand('W1', '100.00');
    const code = await hands.typeCode(id, 'FAKE1111AAAA', 7);
    await hands.throwAway(id);
    return { id, code, before: (await world.records.get(code))! };
  };
  const ROW = 'W1,2026-10-30,2026-11-02,100.00,SEK,FAKE1111AAAA,Redeemed';

  test('A5: a code goes back to the order that it was taken from', async () => {
    const { id, code, before } = await thrownOrder();
    const run = await hands.bring('a.csv', ROW);
    expect((await world.records.get(code))!.parent).not.toBe(id);
    expect(await hands.undo(run)).toEqual([]);
    const { parent, data, trashedOn, steps } = (await world.records.get(code))! as RedemptionCode;
    expect({ parent, trashedOn, data: { ...data, sealed: '' } }).toEqual({
      parent: id,
      trashedOn: '',
      data: { ...before.data, sealed: '' },
    });
    expect(codeState({ steps })).toBe('free');
    expect((await hands.live('credit-order')).map((order) => order.id)).toEqual([]);
    await restore(id);
    expect(await hands.content(id)).toMatchObject({ state: 'downloaded', trashedOn: '' });
    expect((await hands.left()).map((record) => record.id).sort()).toEqual([id, code].sort());
  });

  test('A5: cancelled, a code goes back to the order that it was taken from', async () => {
    const { id, code } = await thrownOrder();
    await hands.bringAndCancel('a.csv', ROW);
    expect(await world.records.get(code)).toMatchObject({
      parent: id,
      trashedOn: '',
      data: { number: 7 },
    });
    expect(await hands.live('credit-order')).toEqual([]);
  });

  test('A5: a code that was redeemed before it was brought goes back too', async () => {
    const { id, code } = await thrownOrder();
    await hands.redeemCode({ id: code, parent: id });
    const first = await hands.bring('a.csv', ROW);
    expect(await hands.undo(first)).toEqual([]);
    const back = (await world.records.get(code))! as RedemptionCode;
    expect([back.parent, codeState(back)]).toEqual([id, 'redeemed']);
  });

  test('A5: a code that was redeemed since stays where it was brought', async () => {
    const { id, code } = await thrownOrder();
    const run = await hands.bring('a.csv', 'W1,2026-10-30,2026-11-02,100.00,SEK,FAKE1111AAAA,');
    const { parent } = (await world.records.get(code))!;
    await hands.redeemCode({ id: code, parent });
    expect(await hands.undo(run)).toEqual([
      { id: code, reason: 'redeemed' },
      { id: parent, reason: 'has-codes' },
    ]);
    expect((await world.records.get(code))!.parent).not.toBe(id);
  });

  test('A5: a step written since is seen although the import had nothing to add', async () => {
    const rows = ['W1,2026-10-30,2026-11-02,100.00,SEK,,'];
    const first = await hands.bring('a.csv', ...rows);
    await hands.undo(first);
    const second = await hands.bring('a.csv', ...rows);
    const [{ id }] = (await hands.live('credit-order')) as [CreditOrder];
    await world.records.change(
      id,
      onKind('credit-order', (order, doing) =>
        recordStep(order, { kind: 'downloaded', on: doing.today }, doing),
      ),
    );
    expect(await hands.undo(second)).toEqual([{ id, reason: 'later-steps' }]);
    expect((await hands.order(id)).trashedOn).toBe('');
  });

  test('A5: what an import brought is its own again when a later one that brought it back is undone', async () => {
    const row = 'W1,2026-10-30,2026-11-02,100.00,SEK,FAKE1111AAAA,';
    const first = await hands.bring('a.csv', row);
    const { id } = (await hands.live('credit-order'))[0]!;
    await hands.throwAway(id);
    const second = await hands.bring('b.csv', row);
    await hands.undo(second);
    await restore(id);
    expect(await hands.left()).toHaveLength(2);
    expect(await hands.undo(first)).toEqual([]);
    expect(await hands.left()).toEqual([]);
  });

  test('A5: an import of an older version, which noted no places, is undone as before', async () => {
    const { code } = await thrownOrder();
    const run = await hands.bring('a.csv', 'W1,2026-10-30,2026-11-02,100.00,SEK,FAKE1111AAAA,');
    const { parent } = (await world.records.get(code))!;
    await world.records.change(
      run,
      onKind('import-run', ({ data, ...rest }) =>
        ok({ ...rest, data: { ...data, former: undefined } }),
      ),
    );
    expect(await hands.undo(run)).toEqual([]);
    expect(await world.records.get(code)).toMatchObject({ parent, trashedOn: '2026-11-20' });
    expect(await hands.left()).toEqual([]);
  });
});
