import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CreditOrder } from '#programmes/apple-credit/rules/order/credit-order.ts';
import { orderRow as orderInList } from '#programmes/apple-credit/rules/order/credit-summary.ts';
import { lifeLine } from '#programmes/apple-credit/rules/order/life-line.ts';
import { correctStep } from '#programmes/apple-credit/rules/order/order-commands.ts';
import { orderState } from '#programmes/apple-credit/rules/order/order-life.ts';
import type {
  IncomingFile,
  IncomingRow,
  PlannedRow,
} from '#programmes/apple-credit/import/plan/planned.ts';
import type { SheetMetadata } from '#programmes/apple-credit/import/read/values.ts';
import type { CodeBatch } from '#programmes/apple-credit/rules/code/code-batch.ts';
import { followCodes } from '#programmes/apple-credit/rules/code/follow-codes.ts';
import type { RedemptionCode } from '#programmes/apple-credit/rules/code/redemption-code.ts';
import { saidDay } from '#core/import/import-steps.ts';
import { currentSteps } from '#core/record/step.ts';
import {
  codeFile,
  codeRow,
  creditFile,
  handMade,
  importWorld,
  orderRow,
  recordOf,
} from '#tests/factories/import-world.ts';

const today = '2026-11-20';
const stateOf = (order: CreditOrder) => orderState(order.data, order.steps, today);
const outcomes = (rows: readonly PlannedRow[]) =>
  rows.map(({ outcome, why }) => [outcome, why?.code]);
const row = (number: number, more: Partial<IncomingRow> = {}) =>
  orderRow({
    row: number,
    orderNumber: `W${number}`,
    amount: '25000.00',
    currency: 'SEK',
    ...more,
  });

describe('A5: a row of a credit sheet', () => {
  test('A5: brings a new order with its code, ordered and downloaded today', () => {
    const world = importWorld();
    const plan = world.run(creditFile([row(2, { codeId: 'c2', orderDate: '2026-09-01' })]));
    expect(plan.counts).toEqual({ new: 1, changed: 0, same: 0, duplicate: 0, unreadable: 0 });
    const [order] = world.of<CreditOrder>('credit-order');
    expect(order!.data).toMatchObject({
      orderNumber: 'W2',
      amount: '25000.00',
      owner: 'sara',
      origin: { row: 2 },
    });
    expect(order!.steps.map(({ kind, on }) => [kind, on])).toEqual([
      ['ordered', '2026-09-01'],
      ['downloaded', today],
    ]);
    expect(world.of<RedemptionCode>('redemption-code')[0]).toMatchObject({
      id: 'c2',
      parent: order!.id,
      data: { number: 1, usage: 'credit' },
    });
  });

  test.each([
    ['Atea', { channel: 'reseller', reseller: 'Atea' }],
    ['Apple Premium Reseller AB', { channel: 'reseller', reseller: 'Apple Premium Reseller AB' }],
    ['Apple', { channel: 'apple', reseller: '' }],
    ['apple inc.', { channel: 'apple', reseller: '' }],
  ])('A5: sold by %s', (reseller, sold) => {
    const world = importWorld();
    world.run(creditFile([row(2, { reseller })]));
    expect(world.of<CreditOrder>('credit-order')[0]!.data).toMatchObject(sold);
  });

  test('A5: without a code the order stays ready in the inbox and counts', () => {
    const world = importWorld();
    world.run(creditFile([row(2, { readyOn: '2026-11-01' })]));
    expect(stateOf(world.of<CreditOrder>('credit-order')[0]!)).toBe('ready');
  });

  test('A5: fills and changes the fields of an order that is there, from and to', () => {
    const world = importWorld([
      handMade('h', { orderNumber: 'W2', amount: '20000.00' }, [['ready', '2026-10-26']]),
    ]);
    const plan = world.run(
      creditFile([row(2, { readyOn: '2026-10-27', purchaserName: 'Ekhagen' })]),
    );
    expect(plan.rows[0]).toMatchObject({ outcome: 'changed', parent: 'h' });
    expect(plan.rows[0]!.changes).toEqual([
      { field: 'amount', from: '20000.00', to: '25000.00' },
      { field: 'purchaserName', from: '', to: 'Ekhagen' },
      { step: 'ready', from: '2026-10-26', to: '2026-10-27' },
    ]);
    const order = world.records.get('h') as CreditOrder;
    expect(order.data).toMatchObject({ amount: '25000.00', purchaserName: 'Ekhagen' });
    expect(order.steps.at(-1)).toMatchObject({
      corrects: order.steps[0]!.id,
      on: '2026-10-27',
      reason: 'file-a.xlsx',
    });
  });

  test('A5: a sum whose row says no currency is shown in that of its order', () => {
    const world = importWorld([handMade('h', { orderNumber: 'W2', currency: 'EUR' })]);
    const said = row(2, { amount: '30000.00', currency: '' });
    expect(world.plan(creditFile([said])).rows[0]).toMatchObject({ parent: 'h', currency: 'EUR' });
  });

  test('A5: two orders with the same number are told apart by purchaser, and without one the row asks which is meant', () => {
    const a = handMade('a', {
      orderNumber: 'W2',
      amount: '25000.00',
      purchaserAppleId: 'A@x.example',
    });
    const b = handMade('b', { orderNumber: 'W2', purchaserAppleId: 'b@x.example' });
    const world = importWorld([a, b]);
    expect(
      world.plan(creditFile([row(2, { purchaserAppleId: 'a@x.example' })])).rows[0],
    ).toMatchObject({
      outcome: 'same',
      parent: 'a',
    });
    expect(
      world.plan(creditFile([row(2, { purchaserAppleId: 'c@x.example' })])).rows[0],
    ).toMatchObject({
      outcome: 'new',
    });
    const asking = world.plan(creditFile([row(2)])).rows[0]!;
    expect(asking).toMatchObject({
      outcome: 'unreadable',
      why: { code: 'which-order' },
      question: { orders: ['a', 'b'] },
    });
    const answered = world.plan(creditFile([row(2)]), {
      destination: 'as-suggested',
      orders: { [asking.question!.id]: 'b' },
    });
    expect(answered.rows[0]).toMatchObject({ outcome: 'changed', parent: 'b' });
  });

  test('A5: several codes of one order are placed under it and numbered in sequence', () => {
    const world = importWorld();
    const rows = [2, 3, 4].map((n) =>
      row(n, {
        orderNumber: 'W1',
        codeId: `c${n}`,
        ...(n === 3 ? { purchaserAppleId: 'p@x.example' } : {}),
      }),
    );
    expect(world.run(creditFile(rows)).counts).toMatchObject({ new: 3 });
    expect(world.of('credit-order')).toHaveLength(1);
    expect(world.of<RedemptionCode>('redemption-code').map(({ data }) => data.number)).toEqual([
      1, 2, 3,
    ]);
    const more = world.run(creditFile([row(2, { orderNumber: 'W1', codeId: 'c9' })], 'file-b'));
    expect(more.rows[0]).toMatchObject({ outcome: 'new' });
    expect(more.codes[0]).toMatchObject({ number: 4 });
  });

  test('A5: a redeemed order is left alone', () => {
    const order = handMade('h', { orderNumber: 'W2', amount: '25000.00' }, [
      ['redeemed', '2026-11-01'],
    ]);
    const plan = importWorld([order]).plan(creditFile([row(2, { codeId: 'c2' })]));
    expect(outcomes(plan.rows)).toEqual([['same', 'already-redeemed']]);
    expect(plan.parents).toEqual([]);
  });

  test('A5: a code on another order or from another file is a duplicate, one entered by hand here is the same', () => {
    const world = importWorld();
    world.run(creditFile([row(2, { codeId: 'c2' })]));
    expect(outcomes(world.plan(creditFile([row(2, { codeId: 'c2' })], 'file-b')).rows)).toEqual([
      ['duplicate', 'duplicate-of-file'],
    ]);
    expect(outcomes(world.plan(creditFile([row(3, { codeId: 'c2' })])).rows)).toEqual([
      ['duplicate', 'duplicate-in-order'],
    ]);
    const code = world.records.get('c2') as RedemptionCode;
    const { origin, ...byHand } = code.data;
    expect(origin).toMatchObject({ file: 'file-a', row: 2 });
    world.records.set('c2', { ...code, data: byHand } as RedemptionCode);
    expect(outcomes(world.plan(creditFile([row(2, { codeId: 'c2' })], 'file-b')).rows)).toEqual([
      ['same', 'already-here'],
    ]);
  });

  test('A5: cannot be read without an order number or with a day in the future', () => {
    const plan = importWorld().plan(
      creditFile([row(2, { orderNumber: '' }), row(3, { readyOn: '2026-11-21' })]),
    );
    expect(outcomes(plan.rows)).toEqual([
      ['unreadable', 'order-number-missing'],
      ['unreadable', 'day-in-the-future'],
    ]);
    expect(plan.parents).toEqual([]);
  });

  test('A5: a number that someone has corrected since stays, and its order is found again', () => {
    const world = importWorld();
    world.run(creditFile([row(2, { codeId: 'c2' })]));
    const order = world.of<CreditOrder>('credit-order')[0]!;
    world.records.set(order.id, {
      ...order,
      data: { ...order.data, orderNumber: 'W2-right' },
    } as CreditOrder);
    expect(outcomes(world.plan(creditFile([row(2, { codeId: 'c2' })])).rows)).toEqual([
      ['same', 'already-here'],
    ]);
  });

  test('A5: a code that the sheet calls redeemed is redeemed here too', () => {
    const world = importWorld();
    world.run(creditFile([row(2, { codeId: 'c2', redeemed: true }), row(3, { codeId: 'c3' })]));
    expect(world.of<CreditOrder>('credit-order').map(stateOf)).toEqual(['redeemed', 'downloaded']);
    expect(world.records.get('c2')!.steps.map(({ kind }) => kind)).toEqual(['redeemed']);
    const later = world.run(creditFile([row(3, { codeId: 'c3', redeemed: true })], 'file-b'));
    expect(later.rows[0]).toMatchObject({ outcome: 'changed', changes: [{ step: 'redeemed' }] });
    expect(world.records.get('c3')!.steps.map(({ kind }) => kind)).toEqual(['redeemed']);
    expect(
      outcomes(world.plan(creditFile([row(3, { codeId: 'c3', redeemed: true })], 'file-b')).rows),
    ).toEqual([['same', 'already-redeemed']]);
  });

  test.each([
    ['A4: a code without any day', [], {}],
    ['A4: a code without any day, of an order that waits', [['ready', '2026-11-01']], {}],
    [
      'A4: an order day so long ago that nothing lies in the inbox',
      [],
      { orderDate: '2024-03-01' },
    ],
    ['A4: a day of the mail so long ago', [], { readyOn: '2026-01-01' }],
  ] satisfies [string, NonNullable<Parameters<typeof handMade>[2]>, object][])(
    '%s: no day of download is made up',
    (_, steps, given) => {
      const world = importWorld([handMade('h', { orderNumber: 'W2' }, steps)]);
      const plan = world.run(creditFile([row(2, { codeId: 'c2', ...given })]));
      const order = world.records.get('h') as CreditOrder;
      expect(stateOf(order)).toBe('downloaded');
      expect(plan.rows[0]?.changes).toContainEqual({ step: 'downloaded', to: '' });
      const line = lifeLine(order, today).find(({ stage }) => stage === 'downloaded');
      expect(line).toMatchObject({ state: 'done' });
      expect(line).not.toHaveProperty('on');
      expect(orderInList(order, today)).toMatchObject({ state: 'downloaded', on: '' });
    },
  );

  test('A4: whoever corrects such a step says its day', () => {
    const world = importWorld([handMade('h', { orderNumber: 'W2' })]);
    world.run(creditFile([row(2, { codeId: 'c2' })]));
    const order = world.records.get('h') as CreditOrder;
    const step = order.steps.at(-1)?.id ?? '';
    const answer = correctStep(
      order,
      { step, on: '2026-10-05', reason: 'i mejlet' },
      { today, now: 9, by: 'sara', newId: () => 'mine' },
    );
    expect(
      answer.ok && lifeLine({ ...order, ...answer.value } as CreditOrder, today),
    ).toContainEqual(expect.objectContaining({ stage: 'downloaded', on: '2026-10-05' }));
  });

  test('A4: a row with a day is read while its credit lies in the inbox: downloaded today', () => {
    const world = importWorld([handMade('h', { orderNumber: 'W2' })]);
    const plan = world.run(creditFile([row(2, { codeId: 'c2', readyOn: '2026-11-01' })]));
    expect(plan.rows[0]?.changes).toContainEqual({ step: 'downloaded', to: today });
  });

  test('A5: importing the same file again completes an import that was interrupted', () => {
    const world = importWorld([
      handMade('h', { orderNumber: 'W2', amount: '25000.00' }, [['ready', '2026-11-01']]),
    ]);
    const file = creditFile([row(2, { codeId: 'c2' })]);
    world.run(file);
    const order = world.records.get('h')!;
    world.records.set('h', { ...order, steps: order.steps.slice(0, 1) });
    world.unfinished.add('run-1');
    expect(world.run(file).rows[0]).toMatchObject({
      outcome: 'changed',
      changes: [{ step: 'downloaded' }],
    });
  });
});

describe('A5: a sheet of app or book codes', () => {
  test('A5: becomes a batch named after its product, else its file', () => {
    const world = importWorld();
    world.run(codeFile([codeRow(2, 'c1')], 'koder'));
    world.run(
      codeFile([codeRow(2, 'c2')], 'file-b', {
        product: 'Testapp',
        orderNumber: 'MFX1',
        purchased: 12,
      }),
    );
    expect(
      world.of('code-batch').map(({ data }) => (data as unknown as { name: string }).name),
    ).toEqual(['koder', 'Testapp']);
    expect(world.of<RedemptionCode>('redemption-code').map(({ data }) => data.usage)).toEqual([
      'app',
      'app',
    ]);
  });

  test('A5: a row that repeats an earlier one names it', () => {
    const plan = importWorld().plan(
      codeFile([codeRow(2, 'c1'), codeRow(3, 'c2'), codeRow(4, 'c1')]),
    );
    expect(plan.counts).toMatchObject({ new: 2, duplicate: 1 });
    expect(plan.rows[2]!.why).toEqual({ code: 'duplicate-of-row', params: { row: 2, sheet: '' } });
  });

  test('A5: codes of an earlier file are duplicates, missing ones stay, and the rest goes to a batch of its own', () => {
    const world = importWorld();
    world.run(codeFile([codeRow(2, 'c1'), codeRow(3, 'c2'), codeRow(4, 'c3')], 'file-a'));
    const later = world.run(codeFile([codeRow(2, 'c1'), codeRow(3, 'c9')], 'file-b'));
    expect(outcomes(later.rows)).toEqual([
      ['duplicate', 'duplicate-in-batch'],
      ['new', undefined],
    ]);
    expect(later.holders).toHaveLength(1);
    expect(world.of('redemption-code')).toHaveLength(4);
    expect(world.of('code-batch')).toHaveLength(2);
  });

  /** Two files, and both as they are chosen together. */
  const two = (...says: readonly SheetMetadata[]) => {
    const files = says.map((metadata, at) => {
      const file = codeFile([codeRow(2, `c${at}1`), codeRow(3, `c${at}2`)], `file-${at}`, metadata);
      const sheets = file.sheets.map((sheet) => ({
        ...sheet,
        name: file.name,
        rows: sheet.rows.map((line) => ({ ...line, sheet: file.name })),
      }));
      return { ...file, sheets };
    });
    const together: IncomingFile = {
      name: 'file-0.csv + 1',
      file: 'together',
      sheets: files.flatMap(({ sheets }) => sheets),
      files: files.map(({ name, file }) => ({ name, file, sheets: [{ name, own: '' }] })),
    };
    return { files, together };
  };

  test.each<readonly [string, SheetMetadata, SheetMetadata, number]>([
    ['no product', { orderNumber: 'W1' }, { orderNumber: 'W1' }, 1],
    ['a product in the second', { orderNumber: 'W1' }, { orderNumber: 'W1', product: 'Foto' }, 1],
    [
      'two products',
      { orderNumber: 'W1', product: 'Vektor' },
      { orderNumber: 'W1', product: 'Foto' },
      2,
    ],
    ['two numbers', { orderNumber: 'W1' }, { orderNumber: 'W2' }, 2],
    ['no number', {}, {}, 2],
  ])(
    'A5: two files with %s make the same batches together as one after the other',
    (_, a, b, count) => {
      const { files, together } = two(a, b);
      const [after, at] = [importWorld(), importWorld()];
      for (const file of files) after.run(file);
      at.run(together);
      const told = ({ of }: typeof at) =>
        of<CodeBatch>('code-batch').map(({ id, data: { name, orderNumber, product } }) => ({
          is: { name, orderNumber, product },
          codes: of<RedemptionCode>('redemption-code')
            .filter(({ parent }) => parent === id)
            .map(({ id: code, data }) => [code, data.number]),
        }));
      expect(told(at)).toEqual(told(after));
      expect(told(at)).toHaveLength(count);
      for (const file of [together, ...files])
        expect(at.run(file).counts).toMatchObject({ new: 0, changed: 0 });
    },
  );

  test('A5: a newer version of the sheet in which a known code is redeemed marks it where it lies, once', () => {
    const world = importWorld();
    world.run(codeFile([codeRow(2, 'c1'), codeRow(3, 'c2'), codeRow(4, 'c3')], 'file-a'));
    const batch = world.of('code-batch')[0]!.id;
    const newer = codeFile(
      [codeRow(2, 'c1', { redeemed: true }), codeRow(3, 'c2'), codeRow(4, 'c9')],
      'file-b',
    );
    const plan = world.run(newer);
    expect(outcomes(plan.rows)).toEqual([
      ['changed', undefined],
      ['duplicate', 'duplicate-in-batch'],
      ['new', undefined],
    ]);
    expect(plan.rows[0]).toMatchObject({
      parent: batch,
      changes: [{ step: 'redeemed', to: '' }],
    });
    expect(world.records.get('c1')).toMatchObject({
      parent: batch,
      steps: [{ id: 'run-2.1', kind: 'redeemed', reason: 'file-b.csv' }],
    });
    expect(world.records.get('c2')!.steps).toEqual([]);
    const again = world.plan(newer);
    expect(again.rows[0]).toMatchObject({
      outcome: 'same',
      why: { code: 'already-redeemed' },
      parent: batch,
    });
    expect([again.parents, again.codes, again.redeemed]).toEqual([[], [], []]);
  });

  test('A5: so it is when the newer version knows its order number, and under an order that its codes fill', () => {
    const world = importWorld([handMade('h', { orderNumber: 'W1' }, [['ready', '2026-11-01']])]);
    const redeemed = (file: string, metadata = {}) =>
      world.run(codeFile([codeRow(2, 'c1', { redeemed: true })], file, metadata));
    world.run(codeFile([codeRow(2, 'c1')], 'file-a'), { destination: { id: 'h' }, orders: {} });
    expect(redeemed('file-b', { orderNumber: 'W1' }).rows[0]).toMatchObject({
      outcome: 'changed',
      parent: 'h',
    });
    expect(redeemed('file-c').rows[0]).toMatchObject({ outcome: 'same', parent: 'h' });
  });

  test('A5: where the sheet leads to another order that is there, a redeemed code is a duplicate all the same', () => {
    const world = importWorld([handMade('h', { orderNumber: 'W2' }, [['ready', '2026-11-01']])]);
    world.run(codeFile([codeRow(2, 'c1')], 'file-a'));
    const plan = world.plan(
      codeFile([codeRow(2, 'c1', { redeemed: true })], 'file-b', { orderNumber: 'W2' }),
    );
    expect(outcomes(plan.rows)).toEqual([['duplicate', 'duplicate-in-batch']]);
    expect(plan.redeemed).toEqual([]);
  });

  test('A5: the one question sends them under an order, which is downloaded by it', () => {
    const world = importWorld([handMade('h', { orderNumber: 'W1' }, [['ready', '2026-11-01']])]);
    const file = codeFile([
      codeRow(2, 'c1', { linked: false }),
      codeRow(3, 'c2', { linked: false }),
    ]);
    const plan = world.run(file, { destination: { id: 'h' }, orders: {} });
    expect(plan.counts).toMatchObject({ new: 1, changed: 1 });
    expect(stateOf(world.records.get('h') as CreditOrder)).toBe('downloaded');
    expect(world.of<RedemptionCode>('redemption-code').map(({ data }) => data.usage)).toEqual([
      'credit',
      'credit',
    ]);
    expect(world.plan(file).counts).toMatchObject({ same: 2 });
  });

  test('A5: the order number in the head leads to the order or batch that has it', () => {
    const world = importWorld([handMade('h', { orderNumber: 'MFX1' })]);
    const plan = world.run(codeFile([codeRow(2, 'c1')], 'file-a', { orderNumber: 'MFX1' }));
    expect(plan.parents).toMatchObject([{ id: 'h', kind: 'credit-order', codes: 1 }]);
    const other = importWorld();
    other.run(codeFile([codeRow(2, 'c1')], 'file-a', { orderNumber: 'MFX2', product: 'Testapp' }));
    const again = other.run(
      codeFile([codeRow(2, 'c2')], 'file-b', { orderNumber: 'MFX2', remaining: 4 }),
    );
    expect(again.parents).toMatchObject([
      { state: 'existing', codes: 1, fields: { remaining: { to: 4 } } },
    ]);
    expect(again.codes[0]).toMatchObject({ number: 2 });
  });

  test('A5: a code in the trash counts as new and comes back', () => {
    const world = importWorld();
    const file = codeFile([codeRow(2, 'c1'), codeRow(3, 'c2')]);
    world.run(file);
    for (const record of world.records.values())
      world.records.set(record.id, { ...record, trashedOn: today });
    const plan = world.run(file);
    expect(plan.counts).toMatchObject({ new: 2 });
    expect(plan.parents).toMatchObject([{ state: 'restored' }]);
    expect([...world.records.values()].map(({ trashedOn }) => trashedOn)).toEqual(['', '', '']);
  });

  test('A5: several products in one sheet become several batches', () => {
    const world = importWorld();
    world.run(
      codeFile([
        codeRow(2, 'c1', { product: 'A' }),
        codeRow(3, 'c2', { product: 'B' }),
        codeRow(4, 'c3', { product: 'A' }),
      ]),
    );
    expect(world.of('code-batch')).toHaveLength(2);
  });
});

const codeIds = fc.integer({ min: 0, max: 12 }).map((n) => `c${n}`);
const creditRows = fc
  .array(
    fc.record({
      order: fc.integer({ min: 0, max: 5 }),
      codeId: fc.option(codeIds, { nil: undefined }),
    }),
    {
      maxLength: 15,
    },
  )
  .map((rows) =>
    rows.map(({ order, codeId }, at) =>
      orderRow({
        row: at + 2,
        orderNumber: `W${order}`,
        amount: `${order + 1}000.00`,
        currency: 'SEK',
        codeId,
      }),
    ),
  );
const codeRows = fc
  .array(fc.record({ id: codeIds, redeemed: fc.boolean() }), { maxLength: 15 })
  .map((rows) =>
    rows.map(({ id, redeemed }, at) => codeRow(at + 2, id, redeemed ? { redeemed } : {})),
  );
const files = (name: string) =>
  fc.oneof(
    creditRows.map((rows) => creditFile(rows, name)),
    codeRows.map((rows) => codeFile(rows, name)),
  );
const startOf = (orders: readonly number[]) =>
  orders.map((n) =>
    handMade(`h${n}`, { orderNumber: `W${n}`, amount: '1.00' }, [['ready', '2026-11-01']]),
  );
const starts = fc.uniqueArray(fc.integer({ min: 0, max: 5 })).map(startOf);

describe('A5: whatever the file holds', () => {
  test('A5: the same file twice writes nothing the second time', () => {
    fc.assert(
      fc.property(starts, files('file-a'), (start, file) => {
        const world = importWorld(start);
        world.run(file);
        const before = JSON.stringify([...world.records]);
        const again = world.run(file);
        expect(again.counts).toMatchObject({ new: 0, changed: 0 });
        expect([again.parents, again.codes, again.redeemed]).toEqual([[], [], []]);
        expect(JSON.stringify([...world.records])).toBe(before);
      }),
    );
  });

  test('A5: nor does it if another file was imported in between', () => {
    fc.assert(
      fc.property(starts, files('file-a'), files('file-b'), (start, a, b) => {
        const world = importWorld(start);
        world.run(a);
        world.run(b);
        const plan = world.plan(b);
        expect([plan.parents, plan.codes]).toEqual([[], []]);
      }),
    );
  });

  test('A5: the order of the rows does not change the totals of a code sheet, nor what is stored of it', () => {
    fc.assert(
      fc.property(codeRows, fc.infiniteStream(fc.nat()), (rows, stream) => {
        const keyed = rows.map((item) => ({ item, at: stream.next().value as number }));
        const shuffled = keyed.sort((a, b) => a.at - b.at).map(({ item }) => item);
        const [one, other] = [importWorld(), importWorld()];
        expect(one.run(codeFile(rows)).counts).toEqual(other.run(codeFile(shuffled)).counts);
        expect([...one.records.keys()].sort()).toEqual([...other.records.keys()].sort());
      }),
    );
  });

  test('A5: every row ends in exactly one way, and each code is written at most once', () => {
    fc.assert(
      fc.property(starts, files('file-a'), (start, file) => {
        const plan = importWorld(start).plan(file);
        expect(plan.rows).toHaveLength(file.sheets[0]!.rows.length);
        expect(Object.values(plan.counts).reduce((sum, count) => sum + count, 0)).toBe(
          plan.rows.length,
        );
        expect(new Set(plan.codes.map(({ id }) => id)).size).toBe(plan.codes.length);
        for (const code of plan.codes)
          expect(plan.parents.some(({ id }) => id === code.parent)).toBe(true);
      }),
    );
  });
});

describe('A5: an order that is there', () => {
  const standing = (world: ReturnType<typeof importWorld>, id: string) =>
    currentSteps((world.records.get(id) as CreditOrder).steps).map((step) => [
      step.kind,
      saidDay(step),
    ]);

  test('A5: two purchasers of one number are never mixed in an order that names none', () => {
    const world = importWorld([handMade('h', { orderNumber: 'W2' })]);
    const rows = [
      row(2, { orderNumber: 'W2', purchaserAppleId: 'a@x.example', codeId: 'c1' }),
      row(3, { orderNumber: 'W2', purchaserAppleId: 'b@x.example', codeId: 'c2' }),
    ];
    const parents = world.run(creditFile(rows)).rows.map(({ parent }) => parent);
    expect(new Set([...parents, 'h']).size).toBe(3);
    expect(world.plan(creditFile(rows)).counts.same).toBe(2);
    expect(world.plan(creditFile([rows[0]!])).rows[0]?.parent).toBe(parents[0]);
  });

  test('A5: the purchaser’s own order is meant, not the one that names none; a lone purchaser claims that one', () => {
    const own = handMade('g', { orderNumber: 'W2', purchaserAppleId: 'A@x.example' });
    const rows = [row(2, { purchaserAppleId: 'a@x.example', codeId: 'c1' })];
    const blank = handMade('h', { orderNumber: 'W2' });
    expect(importWorld([blank, own]).plan(creditFile(rows)).rows[0]).toMatchObject({ parent: 'g' });
    expect(importWorld([blank]).plan(creditFile(rows)).rows[0]).toMatchObject({ parent: 'h' });
  });

  test.each([
    ['W 123 456', 'W123456', true],
    ['w123-456', 'W123456', true],
    ['Ｗ123456', 'W123456', true],
    ['W123\u00a0456', 'W123\u2013456', true],
    ['00123', '123', false],
  ])('A5: %s and %s: the same number is %s', (there, written, isSame) => {
    const world = importWorld([handMade('h', { orderNumber: there })]);
    const plan = world.plan(creditFile([row(2, { orderNumber: written })]));
    expect(plan.rows[0]?.parent === 'h').toBe(isSame);
    const two = importWorld().plan(
      creditFile([row(2, { orderNumber: there }), row(3, { orderNumber: written })]),
    );
    expect(two.parents).toHaveLength(isSame ? 1 : 2);
  });

  test('A5: another order date moves the step that says so too', () => {
    const order = handMade('h', { orderNumber: 'W2', orderDate: '2026-10-20' }, [
      ['ordered', '2026-10-20'],
    ]);
    const world = importWorld([order]);
    const file = creditFile([row(2, { orderDate: '2026-09-01' })]);
    world.run(file);
    expect([
      (world.records.get('h') as CreditOrder).data.orderDate,
      ...standing(world, 'h'),
    ]).toEqual(['2026-09-01', ['ordered', '2026-09-01']]);
    expect(world.plan(file).counts.same).toBe(1);
  });

  test('A5: a day in the inbox that lies before the order is worth a look', () => {
    const note = { code: 'before-the-order' };
    const wrong = row(2, { orderDate: '2026-11-10', readyOn: '2026-11-02' });
    expect(importWorld().plan(creditFile([wrong])).rows).toMatchObject([
      { outcome: 'new', notes: [note] },
    ]);
    const right = row(3, { orderDate: '2026-11-02', readyOn: '2026-11-10' });
    expect(importWorld().plan(creditFile([right])).rows).toMatchObject([{ notes: [] }]);
    const there = handMade('h', { orderNumber: 'W4' }, [['ready', '2026-11-01']]);
    const later = creditFile([row(4, { orderDate: '2026-11-10' })]);
    expect(importWorld([there]).plan(later).rows).toMatchObject([{ notes: [note] }]);
  });

  const used = (kind: 'redeemed' | 'handed-out', on: string, trashedOn = '') => {
    const steps = [{ id: 'used', kind, on, at: 1, by: 'sara' }];
    const sealed = { key: 'k', iv: 'iv', text: 'sealed' };
    const data = { v: 1, number: 1, usage: 'credit', sealed } as const;
    return recordOf({
      id: 'c1',
      kind: 'redemption-code',
      programme: 'apple-credit',
      parent: 'h',
      data,
      steps,
      trashedOn,
    });
  };
  const ordered = handMade('h', { orderNumber: 'W2', orderDate: '2026-09-01' }, [
    ['ordered', '2026-09-01'],
  ]);

  test.each(['redeemed', 'handed-out'] as const)(
    'A5: is not moved past the day one of its codes was %s',
    (kind) => {
      const world = importWorld([ordered, used(kind, '2026-09-10')]);
      const file = creditFile([row(2, { orderDate: '2026-09-11', purchaserName: 'Ekhagen' })]);
      const plan = world.run(file);
      expect(plan.rows).toMatchObject([
        { outcome: 'changed', notes: [{ code: 'after-code-was-used' }] },
      ]);
      expect(
        plan.rows[0]!.changes.map((change) => ('field' in change ? change.field : change)),
      ).toEqual(['amount', 'purchaserName']);
      expect((world.records.get('h') as CreditOrder).data.orderDate).toBe('2026-09-01');
      expect(standing(world, 'h')).toEqual([['ordered', '2026-09-01']]);
      expect(world.plan(file).rows).toMatchObject([
        { outcome: 'same', notes: [{ code: 'after-code-was-used' }] },
      ]);
    },
  );

  test('A5: gets no first day past one on which a code of it was used, nor comes out of the trash with one', () => {
    const draft = handMade('h', { orderNumber: 'W2' });
    const late = creditFile([row(2, { codeId: 'c1', orderDate: '2026-09-11' })]);
    const world = importWorld([draft, used('redeemed', '2026-09-10')]);
    expect(world.run(late).rows).toMatchObject([{ notes: [{ code: 'after-code-was-used' }] }]);
    expect((world.records.get('h') as CreditOrder).data.orderDate).toBe('');
    expect(standing(world, 'h')).toEqual([]);
    const gone = { ...ordered, id: 'credit-order|W2|', trashedOn: '2026-11-01' };
    const code = { ...used('redeemed', '2026-09-10', '2026-11-01'), parent: gone.id };
    const plan = importWorld([gone, code]).plan(late);
    expect(plan.rows).toMatchObject([
      { order: 'restored', notes: [{ code: 'after-code-was-used' }] },
    ]);
    expect(plan.parents[0]?.fields).not.toHaveProperty('orderDate');
  });

  test('A5: takes a day up to the first use, and says nothing of one that it has', () => {
    const code = used('redeemed', '2026-09-10');
    const early = importWorld([ordered, code]).plan(
      creditFile([row(2, { orderDate: '2026-09-10' })]),
    );
    expect(early.rows).toMatchObject([{ outcome: 'changed', notes: [] }]);
    expect(early.parents[0]?.fields).toHaveProperty('orderDate');
    const wrong = handMade('h', { orderNumber: 'W2', orderDate: '2026-09-20' }, [
      ['ordered', '2026-09-20'],
    ]);
    const same = creditFile([row(2, { orderDate: '2026-09-20' })]);
    expect(importWorld([wrong, code]).plan(same).rows).toMatchObject([{ notes: [] }]);
  });

  test.each(['cancelled', 'rejected', 'lost'] as const)(
    'A5: a code for an order that is %s says so',
    (end) => {
      const steps = [['ordered', '2026-10-20'] as const, [end, '2026-10-22'] as const];
      const world = importWorld([handMade('h', { orderNumber: 'W2' }, steps as never)]);
      const plan = world.run(creditFile([row(2, { codeId: 'c' })]));
      expect(plan.rows[0]?.notes).toEqual([{ code: `order-${end}` }]);
      expect(world.records.get('c')).toMatchObject({ parent: 'h' });
    },
  );

  test('A5: a later value of one order in the file is said not to be used', () => {
    const plan = importWorld().plan(
      creditFile([
        row(2, { orderNumber: 'W1', codeId: 'c1', amount: '100.00' }),
        row(3, { orderNumber: 'W1', codeId: 'c2', amount: '250.00' }),
        row(4, { orderNumber: 'W1', codeId: 'c3', amount: '100.00' }),
      ]),
    );
    const note = { code: 'amount-not-used', params: { row: 2 } };
    expect(plan.rows.map(({ notes }) => notes)).toEqual([[], [note], []]);
  });

  test('A5: an order that its sheet called redeemed is so by its codes, and follows when a free one comes', () => {
    const world = importWorld();
    world.run(creditFile([row(2, { orderNumber: 'W2', codeId: 'c1', redeemed: true })]));
    world.run(creditFile([row(3, { orderNumber: 'W2', codeId: 'c2' })], 'file-b'));
    const [order] = world.of<CreditOrder>('credit-order');
    const followed = followCodes(order!, world.of<RedemptionCode>('redemption-code'), world.doing);
    expect(orderState(order!.data, followed?.steps ?? [], today)).toBe('downloaded');
  });

  const codeOf = (world: ReturnType<typeof importWorld>, id: string) =>
    world.records.get(id) as RedemptionCode;
  const follow = (world: ReturnType<typeof importWorld>) => {
    for (const order of world.of<CreditOrder>('credit-order')) {
      const codes = world
        .of<RedemptionCode>('redemption-code')
        .filter(({ parent }) => parent === order.id);
      const draft = followCodes(order, codes, {
        ...world.doing,
        newId: () => `${order.id}-${order.steps.length}`,
      });
      if (draft !== undefined) world.records.set(order.id, { ...order, steps: draft.steps ?? [] });
    }
  };

  test('A5: says in the dry run that a free code takes back that the order is redeemed', () => {
    const world = importWorld();
    world.run(creditFile([row(2, { orderNumber: 'W1', codeId: 'c1', redeemed: true })]));
    const plan = world.plan(creditFile([row(2, { orderNumber: 'W1', codeId: 'c2' })], 'file-b'));
    expect(plan.counts).toMatchObject({ new: 0, changed: 1 });
    expect(plan.rows[0]).toMatchObject({
      order: 'existing',
      changes: [{ withdraws: 'redeemed', from: '' }],
    });
  });

  test('A5: says in the dry run what the redeemed codes of a sheet without orders make of the order', () => {
    const world = importWorld([handMade('h', { orderNumber: 'W1' }, [['ready', '2026-11-01']])]);
    const rows = [codeRow(2, 'c1', { redeemed: true }), codeRow(3, 'c2', { redeemed: true })];
    const plan = world.run(codeFile(rows), { destination: { id: 'h' }, orders: {} });
    expect(plan.rows.map(({ outcome, changes }) => [outcome, changes])).toEqual([
      ['changed', [{ step: 'downloaded', to: '' }]],
      ['changed', [{ step: 'redeemed', to: '' }]],
    ]);
    follow(world);
    expect(stateOf(world.records.get('h') as CreditOrder)).toBe('redeemed');
  });

  test('A4: a list that says redeemed without a day makes up none, of the code or of its order', () => {
    const world = importWorld([handMade('h', { orderNumber: 'W2' })]);
    world.run(
      creditFile([
        row(2, { orderNumber: 'W1', codeId: 'c1', redeemed: true, orderDate: '2026-10-01' }),
        row(3, { orderNumber: 'W2', redeemed: true }),
      ]),
    );
    const redeemedDays = [...world.records.values()].flatMap(({ id, steps }) =>
      steps.flatMap((step) => (step.kind === 'redeemed' ? [[id, saidDay(step)]] : [])),
    );
    expect(redeemedDays).toHaveLength(3);
    expect(redeemedDays.map(([, day]) => day)).toEqual(['', '', '']);
  });

  test('A5: a row that marks a code of an order with free ones says so', () => {
    const world = importWorld();
    const rows = ['c1', 'c2'].map((codeId, at) => row(at + 2, { orderNumber: 'W1', codeId }));
    world.run(creditFile(rows));
    const plan = world.run(creditFile([{ ...rows[0]!, redeemed: true }, rows[1]!], 'file-b'));
    expect(plan.rows[0]).toMatchObject({
      outcome: 'changed',
      changes: [{ step: 'redeemed', to: '' }],
    });
    expect(codeOf(world, 'c1').steps).toHaveLength(1);
  });

  test('A5: only a row that makes an order calls it new', () => {
    const world = importWorld();
    const rows = ['c1', 'c2'].map((codeId, at) => row(at + 2, { orderNumber: 'W1', codeId }));
    expect(world.run(creditFile(rows)).rows.map(({ order }) => order)).toEqual(['new', 'existing']);
    const [order] = world.of<CreditOrder>('credit-order');
    for (const record of [order!, codeOf(world, 'c1'), codeOf(world, 'c2')])
      world.records.set(record.id, { ...record, trashedOn: today });
    expect(world.plan(creditFile(rows)).rows.map((row) => row.order)).toEqual([
      'restored',
      'existing',
    ]);
  });

  test('A5: every change that the plan makes to an order’s codes is shown in a row of the dry run', () => {
    const sheets = fc.array(
      fc.record({ order: fc.integer({ min: 0, max: 2 }), codeId: codeIds, redeemed: fc.boolean() }),
      { maxLength: 8 },
    );
    const filesOf = (name: string) =>
      fc.tuple(sheets, fc.boolean()).map(([rows, isCredit]) =>
        isCredit
          ? creditFile(
              rows.map(({ order, codeId, redeemed }, at) =>
                orderRow({
                  row: at + 2,
                  orderNumber: `W${order}`,
                  codeId,
                  ...(redeemed ? { redeemed } : {}),
                }),
              ),
              name,
            )
          : codeFile(
              rows.map(({ codeId, redeemed }, at) =>
                codeRow(at + 2, codeId, redeemed ? { redeemed } : {}),
              ),
              name,
            ),
      );
    fc.assert(
      fc.property(starts, filesOf('file-a'), filesOf('file-b'), (start, a, b) => {
        const world = importWorld(start);
        const to =
          start[0] === undefined
            ? undefined
            : ({ destination: { id: start[0].id }, orders: {} } as const);
        world.run(a, to);
        follow(world);
        const before = new Map(
          world
            .of<CreditOrder>('credit-order')
            .map((order) => [order.id, standing(world, order.id)]),
        );
        const plan = world.run(b, to);
        follow(world);
        for (const [id, stood] of before) {
          const changes = plan.rows
            .filter(({ parent }) => parent === id)
            .flatMap((row) => row.changes);
          const now = standing(world, id).map(String);
          const [came, went] = [
            now.filter((value) => !stood.map(String).includes(value)),
            stood.filter((value) => !now.includes(String(value))),
          ];
          for (const step of came)
            expect(
              changes.some((change) => 'step' in change && `${change.step},${change.to}` === step),
            ).toBe(true);
          for (const [kind] of went)
            expect(
              changes.some((change) => 'withdraws' in change && change.withdraws === kind),
            ).toBe(true);
        }
      }),
    );
  });
});
