import { describe, expect, test } from 'vitest';
import type { CreditOrder } from '#programmes/apple-credit/rules/order/credit-order.ts';
import { orderState } from '#programmes/apple-credit/rules/order/order-life.ts';
import { whyCodeStays } from '#programmes/apple-credit/rules/code/why-code-stays.ts';
import { whyParentStays, type KeptReason } from '#core/import/why-stays.ts';
import type { IncomingRow } from '#programmes/apple-credit/import/plan/planned.ts';
import { doingOf } from '#core/import/import-steps.ts';
import { stepsToWrite } from '#programmes/apple-credit/import/plan/writes.ts';
import { changeToWrite } from '#core/import/imported-change.ts';
import { redeem, reveal } from '#programmes/apple-credit/rules/code/code-commands.ts';
import type { RedemptionCode } from '#programmes/apple-credit/rules/code/redemption-code.ts';
import { takeBackChange } from '#workspace/rules/import/take-back-change.ts';
import type { Draft, VolymRecord } from '#core/record/record.ts';
import { currentSteps } from '#core/record/step.ts';
import { doingOn } from '#tests/factories/doing.ts';
import {
  codeFile,
  codeRow,
  creditFile,
  handMade,
  importWorld,
  orderRow,
  recordOf,
} from '#tests/factories/import-world.ts';
import { customerWith } from '#tests/factories/vip.ts';

const later = { ...doingOn(), now: Date.UTC(2026, 10, 21), today: '2026-11-21' };
const undoing = (run: string, ...undone: string[]) => ({ run, undone: new Set(undone) });
const since = (run: string, left?: KeptReason) => ({ ...undoing(run), left, reason: 'undone' });
const standing = (record: Pick<VolymRecord, 'steps'> | Draft | undefined) =>
  currentSteps(record?.steps ?? []).map(({ kind, on }) => [kind, on]);

/** What an import does to an order that is there, at its own moment. */
const importInto = (
  before: CreditOrder,
  run: string,
  now: number,
  row: Partial<IncomingRow> = {},
) => {
  const world = importWorld([before]);
  const incoming = orderRow({
    row: 2,
    orderNumber: 'W2',
    amount: '25000.00',
    readyOn: '2026-10-27',
    ...row,
  });
  const parent = world.plan(creditFile([incoming])).parents[0]!;
  const work = { run, file: 'f', fileName: 'a.csv', doing: doingOf(run, { ...doingOn(), now }) };
  const steps = stepsToWrite(parent.steps, work);
  const after = recordOf(changeToWrite(before, parent, steps)) as CreditOrder;
  return {
    after,
    change: { id: before.id, fields: parent.fields, steps: steps.map(({ id }) => id) },
  };
};
const undo = ({ after, change }: ReturnType<typeof importInto>, run: string, doing = later) =>
  recordOf(takeBackChange(after, change, since(run), doing).draft!) as CreditOrder;

/** An order made by hand and what an import did to it. */
const changed = () => {
  const before = handMade('h', { orderNumber: 'W2', amount: '20000.00' }, [
    ['ready', '2026-10-26'],
  ]);
  const at = Date.UTC(2026, 10, 20);
  return { before, ...importInto(before, 'r', at, { codeId: 'c' }), at };
};

describe('A5: undoing an import', () => {
  test('A5: an order that was there returns to what it was, by later steps', () => {
    const { before, after, change } = changed();
    const { draft, kept } = takeBackChange(after, change, since('r'), later);
    const back = recordOf(draft!) as CreditOrder;
    expect(kept).toBeUndefined();
    expect(back.data).toEqual(before.data);
    expect(back.steps.length).toBeGreaterThan(after.steps.length);
    expect(standing(back)).toEqual(standing(before));
    expect(back.steps.filter(({ reason }) => reason === 'undone')).toHaveLength(2);
  });

  test('A5: a field that someone changed since stays and is named, the others return', () => {
    const { after, change } = changed();
    const edited = { ...after, data: { ...after.data, amount: '30000.00' } };
    const { draft, kept } = takeBackChange(edited, change, since('r'), later);
    expect(kept).toBe('edited');
    expect((draft as CreditOrder).data.amount).toBe('30000.00');
    expect(orderState((draft as CreditOrder).data, draft!.steps ?? [], '2026-11-21')).toBe('ready');
  });

  test('A5, X12: a customer’s day of the month stays beside an anniversary that someone wrote since', () => {
    const found = { firstOrderOn: '2024-03-29', anniversary: '2026-03-29', anniversaryDay: 29 };
    const fields = {
      firstOrderOn: { from: '2024-03-29', to: '2024-02-28' },
      anniversary: { from: '2026-03-29', to: '2027-02-28' },
      anniversaryDay: { from: 29, to: '' },
    };
    const { anniversaryDay: _, ...dayless } = found;
    const imported = customerWith({
      ...dayless,
      firstOrderOn: '2024-02-28',
      anniversary: '2027-02-28',
    });
    const moved = { ...imported, data: { ...imported.data, anniversary: '2027-05-31' } };
    const stayed = takeBackChange(moved, { fields }, since('r'), later);
    expect([stayed.draft, stayed.kept, stayed.fields]).toEqual([
      undefined,
      'edited',
      Object.keys(fields),
    ]);
    expect(takeBackChange(imported, { fields }, since('r'), later).draft?.data).toMatchObject(
      found,
    );
  });

  test('A5: steps on which something was built stay', () => {
    const { after, change, at } = changed();
    const redeemed = { id: 'r', kind: 'redeemed', on: '2026-11-21', at: at + 5, by: 'sara' };
    const built = takeBackChange(
      { ...after, steps: [...after.steps, redeemed] },
      change,
      since('r'),
      later,
    );
    expect(built.kept).toBe('later-steps');
    expect(orderState(after.data, built.draft!.steps ?? [], '2026-11-21')).toBe('redeemed');
  });

  test.each(['has-codes', 'has-purchases', 'had-licences'] as const)(
    'A5: steps stay for what is left under the record, which says so: %s',
    (left) => {
      const { after, change } = changed();
      const stayed = takeBackChange(after, change, since('r', left), later);
      expect(stayed.kept).toBe(left);
      expect(standing(stayed.draft ?? after)).toEqual(standing(after));
    },
  );

  test('A5: undoing twice writes nothing the second time', () => {
    const { after, change } = changed();
    const once = recordOf(takeBackChange(after, change, since('r'), later).draft!) as CreditOrder;
    const again = takeBackChange(once, change, since('r'), later);
    expect(again).toEqual({ draft: undefined, kept: undefined, fields: [] });
  });

  test('A5: a redeemed or handed-out code stays, one that was only looked at goes', () => {
    const world = importWorld();
    world.run(codeFile([codeRow(2, 'c1', { redeemed: true }), codeRow(3, 'c2')]));
    const [first, second] = [
      world.records.get('c1') as RedemptionCode,
      world.records.get('c2') as RedemptionCode,
    ];
    expect(whyCodeStays(first, undoing('run-1'))).toBeUndefined();
    const seen = recordOf(reveal(second, 'check', later)) as RedemptionCode;
    expect(whyCodeStays(seen, undoing('run-1'))).toBeUndefined();
    const used = redeem(second, { account: 'a', place: 'b', on: '2026-11-21' }, later);
    expect(used.ok && whyCodeStays(recordOf(used.value), undoing('run-1'))).toBe('redeemed');
  });

  test('A5: an order the import made stays with a kept code, a later step or an edit', () => {
    const world = importWorld();
    world.run(creditFile([orderRow({ row: 2, orderNumber: 'W2', codeId: 'c' })]));
    const [order] = world.of<CreditOrder>('credit-order');
    const made = { ...undoing('run-1'), isRestored: false };
    expect(whyParentStays(order!, undefined, made)).toBeUndefined();
    expect(whyParentStays(order!, 'has-codes', made)).toBe('has-codes');
    const step = { id: 's', kind: 'redeemed', on: '2026-11-21', at: 1, by: 'sara' };
    expect(whyParentStays({ ...order!, steps: [...order!.steps, step] }, undefined, made)).toBe(
      'later-steps',
    );
    const edit = { id: 'e', at: 1, by: 'sara', field: 'amount' };
    expect(whyParentStays({ ...order!, history: [edit] }, undefined, made)).toBe('edited');
  });

  test('A5: values that a later import gave and its undo took away are no edit, in whatever order they were written', () => {
    const world = importWorld();
    world.run(creditFile([orderRow({ row: 2, orderNumber: 'W2', amount: '100.00' })]));
    const [order] = world.of<CreditOrder>('credit-order');
    const entry = (from: string, to: string, at: number) => ({
      id: `${at}`,
      at,
      by: 'sara',
      field: 'amount',
      from,
      to,
    });
    const why = (...history: ReturnType<typeof entry>[]) =>
      whyParentStays({ ...order!, history }, undefined, { ...undoing('run-1'), isRestored: false });
    expect(why(entry('100.00', '200.00', 1), entry('200.00', '100.00', 2))).toBeUndefined();
    expect(why(entry('200.00', '100.00', 1), entry('100.00', '200.00', 2))).toBeUndefined();
    expect(why(entry('100.00', '200.00', 1), entry('200.00', '300.00', 2))).toBe('edited');
  });

  test('A5: an order that an older import brought back goes with the fields that came with it', () => {
    const before = handMade('h', { orderNumber: 'W2', origin: { run: 'r', row: 2, file: 'f' } });
    const entry = (field: string, from: unknown, to: unknown, at: number) => ({
      id: field,
      at,
      by: 'sara',
      field,
      from,
      to,
    });
    const came = [
      entry('origin', undefined, before.data.origin, 5),
      entry('amount', '100.00', '200.00', 5),
    ];
    const why = (history: ReturnType<typeof entry>[]) =>
      whyParentStays({ ...before, history }, undefined, { ...undoing('r'), isRestored: true });
    expect(why(came)).toBeUndefined();
    expect(why([...came, entry('amount', '200.00', '300.00', 6)])).toBe('edited');
  });

  test('A5: a corrected day returns although the reason of the import and of its undo are the same words', () => {
    const before = handMade('h', { orderNumber: 'W2' }, [['ready', '2026-10-26']]);
    const made = importInto(before, 'r', Date.UTC(2026, 10, 20));
    const { draft, kept } = takeBackChange(
      made.after,
      made.change,
      { ...since('r'), reason: 'a.csv' },
      later,
    );
    expect([standing(draft), kept]).toEqual([standing(before), undefined]);
  });

  test('A5: imported, undone, imported and undone again gives the first day back each time', () => {
    const before = handMade('h', { orderNumber: 'W2' }, [['ready', '2026-10-26']]);
    const once = undo(importInto(before, 'r1', Date.UTC(2026, 10, 20)), 'r1');
    const again = importInto(once, 'r2', Date.UTC(2026, 10, 22));
    expect(standing(again.after)).toEqual([['ready', '2026-10-27']]);
    expect(standing(undo(again, 'r2', { ...later, now: Date.UTC(2026, 10, 23) }))).toEqual(
      standing(before),
    );
  });

  test('A5: neither a slow nor a fast clock keeps an import or its undo from counting', () => {
    const at = Date.UTC(2026, 10, 20);
    const hand = handMade('h', { orderNumber: 'W2' }, [['ready', '2026-10-26']]);
    const before = { ...hand, steps: hand.steps.map((step) => ({ ...step, at: at + 3_600_000 })) };
    const made = importInto(before, 'r', at);
    expect(standing(made.after)).toEqual([['ready', '2026-10-27']]);
    expect(standing(undo(made, 'r', { ...later, now: at - 3_600_000 }))).toEqual(standing(before));
  });
});
