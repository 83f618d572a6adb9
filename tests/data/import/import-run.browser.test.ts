import { rowsThatEnded } from '#core/import/ended-rows.ts';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { valueOf } from '#tests/factories/credit.ts';
import type { CreditOrder } from '#programmes/apple-credit/rules/order/credit-order.ts';
import { draftOrder, recordStep } from '#programmes/apple-credit/rules/order/order-commands.ts';
import { orderState } from '#programmes/apple-credit/rules/order/order-life.ts';
import { redeem } from '#programmes/apple-credit/rules/code/code-commands.ts';
import { WITH_ORDER } from '#core/import/why-stays.ts';
import type { RedemptionCode } from '#programmes/apple-credit/rules/code/redemption-code.ts';
import { NO_CHOICE } from '#core/import/choice.ts';
import type { Draft } from '#core/record/record.ts';
import { ok } from '#core/result.ts';
import { currentSteps } from '#core/record/step.ts';
import type { ImportRun } from '#core/import/import-run.ts';
import type { Workspace } from '#workspace/rules/settings/workspace.ts';
import { openTrial, taskOf } from '#tests/factories/trials.ts';
import { runImport } from '#data/import/run.ts';
import { undoImport } from '#data/import/undo/undo.ts';
import { letOrdersFollow } from '#programmes/apple-credit/work/order/follow-orders.ts';
import {
  fixture,
  importFile,
  tryFile,
  waitingFile,
  waitingLot,
} from '#tests/factories/import-in-browser.ts';
import { openTestWorkspace, type TestWorkspace } from '#tests/factories/workspace-in-browser.ts';
import { mappedPart } from '#tests/factories/lot-here.ts';

let world: TestWorkspace;
beforeEach(async () => void (world = await openTestWorkspace()));

const csv = (name: string, ...lines: string[]): File => new File([lines.join('\r\n')], name);
const runFile = async (file: File): Promise<string> => {
  const done = await runImport(
    taskOf(await openTrial(world).try(await waitingFile(world, file), {}, NO_CHOICE), world),
    world,
  );
  if (!done.ok) throw new Error(done.problem.code);
  return done.value;
};
/** A thousand made-up codes. */
const manyCodes = (): File =>
  csv(
    'many.csv',
    'Code',
    ...Array.from({ length: 1000 }, (_, at) => `FAKE${String(at).padStart(8, '0')}`),
  );
const HEAD = 'Order Number,Order Date,Available From,Order Total,Currency,Redemption Code';

/** An order that someone entered when its mail came. */
const orderByHand = async (orderNumber: string, amount: string): Promise<string> => {
  const doing = world.records.doing();
  const draft = draftOrder(doing.newId(), { orderNumber, amount }, doing);
  const ready = draft.ok
    ? recordStep(draft.value, { kind: 'ready', on: '2026-11-01' }, doing)
    : draft;
  if (!ready.ok) throw new Error(ready.problem.code);
  return valueOf(await world.records.create(ready.value as Draft)).id;
};
const order = async (id: string): Promise<CreditOrder> =>
  (await world.records.get(id)) as CreditOrder;
const stateOf = ({ data, steps }: CreditOrder) => orderState(data, steps, '2026-11-20');
const content = async (id: string) => {
  const { data, steps } = await order(id);
  return { data, state: orderState(data, steps, '2026-11-20') };
};
const standing = ({ steps }: CreditOrder) => currentSteps(steps).map(({ kind, on }) => [kind, on]);
const live = async (kind: string) => world.records.find({ kind });
const redeemCode = async (code: RedemptionCode): Promise<void> => {
  const done = await world.records.change(code.id, (record, doing) =>
    redeem(
      record as RedemptionCode,
      { account: 'vpp@nordby.example', place: 'App Store', on: doing.today },
      doing,
    ),
  );
  expect(done.ok).toBe(true);
};

describe('A5: an import', () => {
  test('A5: is recorded with what it takes to undo it, and starts and ends with a step', async () => {
    const id = await importFile(world, '13-dirty-codes.csv');
    const run = (await world.records.get(id)) as ImportRun;
    expect(run.data).toMatchObject({
      fileName: '13-dirty-codes.csv',
      counts: { new: 6, unreadable: 2 },
      rows: 8,
    });
    expect(run.data.unreadable).toEqual([
      { row: 10, sheet: '', reason: expect.any(String) },
      { row: 11, sheet: '', reason: expect.any(String) },
    ]);
    expect(run.steps.map(({ kind }) => kind)).toEqual(['started', 'imported']);
    expect(JSON.stringify(run)).not.toContain('FAKE');
  });

  test('X8: a thousand that are new are looked for some hundred at a time, not one by one', async () => {
    const dryRun = await openTrial(world).try(await waitingFile(world, manyCodes()), {}, NO_CHOICE);
    const asked = vi.spyOn(IDBObjectStore.prototype, 'get');
    try {
      expect((await runImport(taskOf(dryRun, world), world)).ok).toBe(true);
      expect(asked.mock.calls.length).toBeLessThan(50);
    } finally {
      asked.mockRestore();
    }
    expect(await live('redemption-code')).toHaveLength(1000);
  });

  test('A5: remembers the columns by their headings, at the tap and not before', async () => {
    const file = csv('a.csv', 'Order Number,Credit Amount,Weird', 'W1,100.00,FAKE1234ABCD');
    const waiting = await waitingLot(world, file);
    const mapped = await mappedPart(waiting, [{ index: 2, field: 'code' }]);
    const dryRun = await openTrial(world).try(mapped, {}, NO_CHOICE);
    const mappings = async () =>
      ((await world.records.get('workspace')) as Workspace).data.mappings;
    expect(await mappings()).toEqual({});
    expect((await runImport(taskOf(dryRun, world), world)).ok).toBe(true);
    expect(Object.values(await mappings())).toMatchObject([{ weird: 'code' }]);
    const next = await waitingFile(world, file);
    expect(next.sheets[0]?.columns[2]).toMatchObject({ field: 'code', secret: true, samples: [] });
  });

  test('A5: a sheet without headings comes in whole, and none of its lines is remembered', async () => {
    const file = csv('a.csv', 'Ada,fake1234abcd,7B', 'Bo,FAKE5678ABCD,7B', 'Cy,FAKE9999ABCD,7B');
    const run = await runFile(file);
    expect(await live('redemption-code')).toHaveLength(3);
    const { mappings } = ((await world.records.get('workspace')) as Workspace).data;
    expect(Object.keys(mappings)).toEqual(['apple-codes:#3']);
    expect(await world.dump()).not.toMatch(/fake1234/i);
    await undoImport(world.records, run, 'undone');
    expect(await world.dump()).not.toMatch(/fake1234/i);
  });

  test('A5: changes an order that was entered by hand, and undoing gives it back', async () => {
    const id = await orderByHand('W1', '20000.00');
    const before = await content(id);
    const run = await runFile(
      csv('a.csv', HEAD, 'W1,2026-10-30,2026-11-02,25000.00,SEK,FAKE1234ABCD'),
    );
    expect(await content(id)).toMatchObject({
      state: 'downloaded',
      data: { amount: '25000.00', orderDate: '2026-10-30' },
    });
    expect(await live('credit-order')).toHaveLength(1);
    const undone = await undoImport(world.records, run, 'a.csv was undone');
    expect(undone).toMatchObject({ ok: true, value: { trashed: 1, kept: [] } });
    expect(await content(id)).toEqual(before);
    expect(await live('redemption-code')).toEqual([]);
  });

  test('A5: undo leaves what was changed since and what belongs to it, and names both', async () => {
    const run = await runFile(
      csv(
        'a.csv',
        HEAD,
        'W1,,,100.00,SEK,FAKE1111AAAA',
        'W1,,,100.00,SEK,FAKE2222BBBB',
        'W2,,,100.00,SEK,FAKE3333CCCC',
      ),
    );
    const codes = (await live('redemption-code')) as RedemptionCode[];
    const [redeemed, beside] = codes.filter(
      (code) => codes.filter(({ parent }) => parent === code.parent).length === 2,
    ) as [RedemptionCode, RedemptionCode];
    await redeemCode(redeemed);
    const undone = await undoImport(world.records, run, 'a.csv was undone');
    expect(undone.ok && undone.value.kept).toEqual(
      expect.arrayContaining([
        { id: redeemed.id, reason: 'redeemed' },
        { id: beside.id, reason: WITH_ORDER },
        { id: redeemed.parent, reason: 'has-codes' },
      ]),
    );
    const left = (await live('redemption-code')).map(({ id }) => id);
    expect(new Set(left)).toEqual(new Set([redeemed.id, beside.id]));
    expect((await live('credit-order')).map(({ id }) => id)).toEqual([redeemed.parent]);
    const record = (await world.records.get(run)) as ImportRun;
    expect(record.data.kept).toHaveLength(3);
    expect(record.steps.at(-1)?.kind).toBe('undone');
    expect(await undoImport(world.records, run, 'again')).toMatchObject({
      problem: { code: 'already-undone' },
    });
  });

  test('A5: after undo the same file comes back whole', async () => {
    const run = await importFile(world, '09-credit.csv');
    await undoImport(world.records, run, 'undone');
    expect([await live('credit-order'), await live('redemption-code')]).toEqual([[], []]);
    const { plan } = await tryFile(world, '09-credit.csv');
    expect(plan.counts.new).toBe(2);
    const again = await importFile(world, '09-credit.csv');
    expect(await live('redemption-code')).toHaveLength(2);
    const orders = (await live('credit-order')) as CreditOrder[];
    expect(orders.map(stateOf)).toEqual(['downloaded', 'downloaded']);
    expect(
      orders.every(({ steps }) => steps.filter(({ kind }) => kind === 'downloaded').length === 1),
    ).toBe(true);
    await undoImport(world.records, again, 'undone again');
    expect([await live('credit-order'), await live('redemption-code')]).toEqual([[], []]);
  });

  test('A5: an order that a newer app wrote or that cannot be read is left alone, the other rows come in', async () => {
    const [newer, torn] = [
      await orderByHand('W1', '20000.00'),
      await orderByHand('W2', '20000.00'),
    ];
    for (const [id, data] of [
      [newer, { v: 99, orderNumber: 'W 1' }],
      [torn, { v: 1, orderNumber: 'W2', amount: 7 }],
    ] as const) {
      const document = await world.database.records.findOne(id).exec();
      await document?.incrementalPatch({ data } as never);
    }
    const row = (n: number) => `W${n},,,100.00,SEK,FAKE${n}${n}${n}${n}AAAA`;
    const file = csv('a.csv', HEAD, row(1), row(2), row(3));
    const { plan } = await openTrial(world).try(await waitingFile(world, file), {}, NO_CHOICE);
    expect(plan.rows.map(({ outcome, why }) => [outcome, why?.code])).toEqual([
      ['unreadable', 'record-not-understood'],
      ['unreadable', 'record-not-understood'],
      ['new', undefined],
    ]);
    const before = (await order(newer)).data;
    await runFile(file);
    expect((await order(newer)).data).toEqual(before);
    expect(await live('credit-order')).toHaveLength(3);
  });

  test('A5: imported and undone twice, a corrected day returns twice', async () => {
    const id = await orderByHand('W1', '20000.00');
    const before = standing(await order(id));
    for (const round of ['once', 'again']) {
      const run = await runFile(csv('a.csv', HEAD, 'W1,,2026-11-02,25000.00,SEK,'));
      expect(standing(await order(id))).toContainEqual(['ready', '2026-11-02']);
      expect(await undoImport(world.records, run, 'undone')).toMatchObject({
        ok: true,
        value: { kept: [] },
      });
      expect([round, ...standing(await order(id))]).toEqual([round, ...before]);
    }
  });

  test('A5: two tabs that tap the same dry run write it once, and undoing the second leaves what the first wrote', async () => {
    const id = await orderByHand('W1', '20000.00');
    const file = csv(
      'a.csv',
      HEAD,
      'W1,,2026-11-02,25000.00,SEK,FAKE1111AAAA',
      'W2,,,100.00,SEK,FAKE2222BBBB',
    );
    const waiting = await waitingFile(world, file);
    const [one, two] = [
      await openTrial(world).try(waiting, {}, NO_CHOICE),
      await openTrial(world).try(waiting, {}, NO_CHOICE),
    ];
    expect((await runImport(taskOf(one!, world), world)).ok).toBe(true);
    const written = await content(id);
    const steps = (await order(id)).steps.length;
    const second = await runImport(taskOf(two!, world), world);
    expect((await order(id)).steps).toHaveLength(steps);
    const record = (await world.records.get(second.ok ? second.value : '')) as ImportRun;
    expect(record.data).toMatchObject({ created: [], parents: [], restored: [] });
    expect(record.data.counts).toEqual({
      new: 0,
      changed: 0,
      same: 2,
      duplicate: 0,
      unreadable: 0,
    });
    const undone = await undoImport(world.records, second.ok ? second.value : '', 'undone');
    expect(undone).toMatchObject({ ok: true, value: { trashed: 0, kept: [] } });
    expect(await content(id)).toEqual(written);
    expect(await live('credit-order')).toHaveLength(2);
    expect(await live('redemption-code')).toHaveLength(2);
  });

  test('A5: an import that was partly written by another tab records only what it wrote itself', async () => {
    const row = (n: number) => `W${n},,,100.00,SEK,FAKE${n}${n}${n}${n}AAAA`;
    const both = await openTrial(world).try(
      await waitingFile(world, csv('a.csv', HEAD, row(1), row(2))),
      {},
      NO_CHOICE,
    );
    await runFile(csv('b.csv', HEAD, row(1)));
    const [first] = await live('credit-order');
    const done = await runImport(taskOf(both!, world), world);
    const { data } = (await world.records.get(done.ok ? done.value : '')) as ImportRun;
    expect(data.counts).toMatchObject({ new: 1, same: 1 });
    expect(rowsThatEnded(data)).toMatchObject([
      { row: 2, outcome: 'same', parent: first!.id },
      { row: 3, outcome: 'new', parent: data.created[0] },
    ]);
    expect(data.parents).toEqual(data.created);
    expect(data.created).toHaveLength(1);
    expect(await undoImport(world.records, done.ok ? done.value : '', 'undone')).toMatchObject({
      value: { trashed: 2, kept: [] },
    });
    expect((await live('credit-order')).map(({ id }) => id)).toEqual([first!.id]);
  });

  test('A5: undoing one that was cut off leaves what was edited since', async () => {
    const run = await runFile(csv('a.csv', HEAD, 'W1,,,100.00,SEK,', 'W2,,,100.00,SEK,'));
    const [made] = (await live('credit-order')) as CreditOrder[];
    const record = (await world.records.get(run)) as ImportRun;
    const document = await world.database.records.findOne(run).exec();
    await document?.incrementalPatch({ steps: record.steps.slice(0, 1) });
    await world.records.change(made!.id, (now) =>
      ok({ ...now, data: { ...now.data, amount: '300.00' } as never }),
    );
    const undone = await undoImport(world.records, run, 'undone');
    expect(undone).toMatchObject({
      ok: true,
      value: { trashed: 1, kept: [{ id: made!.id, reason: 'edited' }] },
    });
  });

  test('A5: an order follows the codes that an import brings, marks or loses again', async () => {
    const first = await runFile(csv('a.csv', HEAD, 'W1,,,100.00,SEK,FAKE1111AAAA'));
    const [code] = (await live('redemption-code')) as RedemptionCode[];
    await redeemCode(code!);
    await letOrdersFollow(world.records, [code!.parent]);
    const state = async () => stateOf(await order(code!.parent));
    expect(await state()).toBe('redeemed');
    const second = await runFile(
      csv('b.csv', HEAD, 'W1,,,100.00,SEK,FAKE1111AAAA', 'W1,,,,,FAKE2222BBBB'),
    );
    expect(await state()).toBe('downloaded');
    expect((await undoImport(world.records, second, 'undone')).ok).toBe(true);
    expect(await state()).toBe('redeemed');
    expect(await undoImport(world.records, first, 'undone')).toMatchObject({
      value: { kept: { length: 2 } },
    });
  });

  test('A5: nothing is written of an order that its dry run did not show', async () => {
    await runFile(
      csv('a.csv', `${HEAD},Status`, 'W1,2026-10-30,2026-11-02,100.00,SEK,FAKE1234ABCD,Redeemed'),
    );
    const [made] = (await live('credit-order')) as CreditOrder[];
    expect(stateOf(made!)).toBe('redeemed');
    const next = csv('b.csv', `${HEAD},Status`, 'W1,,,100.00,SEK,FAKE5678ABCD,');
    const { plan } = await openTrial(world).try(await waitingFile(world, next), {}, NO_CHOICE);
    expect(plan.rows).toMatchObject([{ outcome: 'changed', changes: [{ withdraws: 'redeemed' }] }]);
    await runFile(next);
    expect(stateOf(await order(made!.id))).toBe('downloaded');

    const id = await orderByHand('W2', '20000.00');
    const codes = csv('c.csv', 'Code,Status', 'FAKE1111AAAA,Redeemed', 'FAKE2222BBBB,Redeemed');
    const choice = { destination: { id }, orders: {} };
    const dryRun = await openTrial(world).try(await waitingFile(world, codes), {}, choice);
    // The list does not say when its codes were downloaded and redeemed.
    expect(dryRun.plan.rows.flatMap(({ changes }): readonly unknown[] => changes)).toEqual([
      { step: 'downloaded', to: '' },
      { step: 'redeemed', to: '' },
    ]);
    expect((await runImport(taskOf(dryRun, world), world)).ok).toBe(true);
    expect(standing(await order(id)).slice(1)).toEqual([
      ['downloaded', '2026-11-20'],
      ['redeemed', '2026-11-20'],
    ]);
  });

  test('A5: can be undone for thirty days, the last one included', async () => {
    const run = await importFile(world, '01-minimal.csv');
    world.setToday('2026-12-21');
    expect(await undoImport(world.records, run, 'undone')).toMatchObject({
      problem: { code: 'too-late-to-undo' },
    });
    world.setToday('2026-12-20');
    expect(await undoImport(world.records, run, 'undone')).toMatchObject({
      ok: true,
      value: { trashed: 6 },
    });
  });

  test('A5: two imports into one batch are undone one by one', async () => {
    const first = await importFile(world, '01-minimal.csv');
    const [batch] = await live('code-batch');
    const second = await importFile(world, '12-overlaps-01.csv', {
      destination: { id: batch!.id },
      orders: {},
    });
    expect(
      ((await live('redemption-code')) as RedemptionCode[]).map(({ data }) => data.number).sort(),
    ).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    const undone = await undoImport(world.records, first, 'undone');
    expect(undone).toMatchObject({
      value: { trashed: 5, kept: [{ id: batch!.id, reason: 'has-codes' }] },
    });
    expect(await live('redemption-code')).toHaveLength(3);
    await undoImport(world.records, second, 'undone');
    expect(await live('redemption-code')).toEqual([]);
  });
});

describe('A5: an import that is stopped', () => {
  test.each([1, 400, 1_001])(
    'A5: cancelled after %i records it leaves the store as it was',
    async (after) => {
      const dryRun = await openTrial(world).try(
        await waitingFile(world, manyCodes()),
        {},
        NO_CHOICE,
      );
      const dump = await world.dump();
      const stop = new AbortController();
      const onProgress = (done: number): void => {
        if (done >= after) stop.abort();
      };
      const done = await runImport(taskOf(dryRun, world), world, {
        signal: stop.signal,
        onProgress,
      });
      expect(done).toMatchObject({ problem: { code: 'cancelled' } });
      expect(await world.dump()).toBe(dump);
    },
  );

  test('A5: cancelled among its changes, orders return by later steps', async () => {
    const ids = await Promise.all(
      Array.from({ length: 450 }, (_, at) => orderByHand(`W${at}`, '20000.00')),
    );
    const before = await Promise.all(ids.map(content));
    const rows = ids.map((_, at) => `W${at},2026-10-30,2026-11-02,25000.00,SEK,`);
    const dryRun = await openTrial(world).try(
      await waitingFile(world, csv('a.csv', HEAD, ...rows)),
      {},
      NO_CHOICE,
    );
    const stop = new AbortController();
    const onProgress = (done: number): void => void (done >= 200 && stop.abort());
    expect(
      (await runImport(taskOf(dryRun, world), world, { signal: stop.signal, onProgress })).ok,
    ).toBe(false);
    expect(await Promise.all(ids.map(content))).toEqual(before);
    expect(await live('import-run')).toEqual([]);
  });

  test('A5: cancelled, a corrected day returns too', async () => {
    const id = await orderByHand('W1', '20000.00');
    const before = standing(await order(id));
    const file = csv('a.csv', HEAD, 'W1,,2026-11-02,25000.00,SEK,');
    const dryRun = await openTrial(world).try(await waitingFile(world, file), {}, NO_CHOICE);
    const stop = new AbortController();
    const done = await runImport(taskOf(dryRun, world), world, {
      signal: stop.signal,
      onProgress: () => stop.abort(),
    });
    expect(done).toMatchObject({ problem: { code: 'cancelled' } });
    expect(standing(await order(id))).toEqual(before);
  });

  test('A5: it is taken back, not half done, when a record cannot be written', async () => {
    const id = await orderByHand('W1', '20000.00');
    const file = csv('a.csv', HEAD, 'W1,,2026-11-02,25000.00,SEK,', 'W2,,,100.00,SEK,FAKE2222BBBB');
    const dryRun = await openTrial(world).try(await waitingFile(world, file), {}, NO_CHOICE);
    const { data } = await order(id);
    const document = await world.database.records.findOne(id).exec();
    await document?.incrementalPatch({ data: { ...data, v: 99 } });
    expect(await runImport(taskOf(dryRun, world), world)).toMatchObject({
      problem: { code: 'not-written' },
    });
    expect((await live('credit-order')).map((record) => record.id)).toEqual([id]);
    expect(await live('import-run')).toEqual([]);
  });

  test('A5: while it is written no tab undoes it', async () => {
    const dryRun = await openTrial(world).try(await waitingFile(world, manyCodes()), {}, NO_CHOICE);
    const undone: Promise<unknown>[] = [];
    // It is written first: by the first progress its id is known.
    let run = '';
    const heard = world.database.records.insert$.subscribe(({ documentData: { kind, id } }) => {
      if (kind === 'import-run') run = id;
    });
    const onProgress = (): void => {
      if (undone.length === 0) undone.push(undoImport(world.records, run, 'undone'));
    };
    expect((await runImport(taskOf(dryRun, world), world, { onProgress })).ok).toBe(true);
    heard.unsubscribe();
    expect(await Promise.all(undone)).toMatchObject([{ problem: { code: 'import-is-running' } }]);
    expect(await live('redemption-code')).toHaveLength(1000);
  });

  test('A5: locked in the middle it takes everything back and says so', async () => {
    const dryRun = await openTrial(world).try(await waitingFile(world, manyCodes()), {}, NO_CHOICE);
    const dump = await world.dump();
    const onProgress = (done: number): void => void (done >= 400 && world.vault.lock());
    expect(await runImport(taskOf(dryRun, world), world, { onProgress })).toMatchObject({
      problem: { code: 'vault-locked' },
    });
    expect(await world.dump()).toBe(dump);
  });

  test('A5: cut off half-way it can be undone, or completed by the same file', async () => {
    const id = await orderByHand('W1', '20000.00');
    const file = csv(
      'a.csv',
      HEAD,
      'W1,,,25000.00,SEK,FAKE1111AAAA',
      'W2,,,100.00,SEK,FAKE2222BBBB',
    );
    const run = await runFile(file);
    // As if the tab had died before the last stage: no end, and the order by hand not changed yet.
    const { database } = world;
    const put = async (record: string, part: object) => {
      const document = await database.records.findOne(record).exec();
      await document?.incrementalPatch(part as never);
    };
    const made = (await world.records.get(run)) as ImportRun;
    const hand = await order(id);
    await put(run, { steps: made.steps.slice(0, 1) });
    await put(id, { steps: hand.steps.slice(0, 1), data: { ...hand.data, amount: '20000.00' } });
    await runFile(file);
    expect(await content(id)).toMatchObject({ state: 'downloaded', data: { amount: '25000.00' } });
    expect(await live('redemption-code')).toHaveLength(2);
    const undone = await undoImport(world.records, run, 'undone');
    expect(undone.ok).toBe(true);
  });

  test('X9: a locked vault lets nothing be tried', async () => {
    world.vault.lock();
    const file = await waitingFile(world, await fixture('01-minimal.csv'));
    await expect(openTrial(world).try(file, {}, NO_CHOICE)).rejects.toThrow('locked');
  });
});

describe('A5: ten thousand rows', () => {
  test('A5: all of a long import is taken back', { timeout: 120_000 }, async () => {
    const lines = Array.from({ length: 1500 }, (_, at) => `FAKE${String(at).padStart(8, '0')}`);
    const waiting = await waitingFile(world, new File([['Code', ...lines].join('\n')], 'long.csv'));
    const done = await runImport(
      taskOf(await openTrial(world).try(waiting, {}, NO_CHOICE), world),
      world,
    );
    const again = await openTrial(world).try(waiting, {}, NO_CHOICE);
    const undone = await undoImport(world.records, done.ok ? done.value : '', 'undone');
    expect(again.plan.counts.same).toBe(1500);
    expect(undone).toMatchObject({ ok: true, value: { trashed: 1501 } });
  });
});
