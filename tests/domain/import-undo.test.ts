import { describe, expect, test } from 'vitest';
import type { CreditOrder } from '#domain/apple-credit/credit-order.ts';
import { orderState } from '#domain/apple-credit/order-life.ts';
import { takeBackChange, whyCodeStays, whyParentStays } from '#domain/apple-credit/import-undo.ts';
import { changeToWrite, stepsToWrite } from '#domain/apple-credit/import-writes.ts';
import { redeem, reveal, type RedemptionCode } from '#domain/apple-credit/redemption-code.ts';
import type { VolymRecord } from '#domain/record.ts';
import { standingSteps } from '#domain/step.ts';
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

const later = { ...doingOn(), now: Date.UTC(2026, 10, 21), today: '2026-11-21' };
const time = (steps: VolymRecord['steps']) => ({ startedAt: steps[0]!.at, finishedAt: steps[0]!.at + 10 });
const since = (at: number, codesLeft = 0) => ({ startedAt: at, finishedAt: at + 10, codesLeft, reason: 'undone' });

/** An order made by hand and what an import did to it. */
const changed = () => {
  const before = handMade('h', { orderNumber: 'W2', amount: '20000.00' }, [['ready', '2026-10-26']]);
  const world = importWorld([before]);
  const row = orderRow({ row: 2, orderNumber: 'W2', amount: '25000.00', readyOn: '2026-10-27', codeId: 'c' });
  const { parents } = world.plan(creditFile([row]));
  const at = Date.UTC(2026, 10, 20);
  const work = { run: 'r', file: 'f', fileName: 'a.csv', doing: { ...doingOn(), newId: world.doing.newId, now: at } };
  const steps = stepsToWrite(parents[0]!.steps, work).map((step, n) => ({ ...step, id: `i${n}` }));
  const after = recordOf(changeToWrite(before, parents[0]!, steps)) as CreditOrder;
  const change = { id: 'h', fields: parents[0]!.fields, steps: steps.map(({ id }) => id) };
  return { before, after, change, at };
};

describe('A5: undoing an import', () => {
  test('A5: an order that was there returns to what it was, by later steps', () => {
    const { before, after, change, at } = changed();
    const { draft, kept } = takeBackChange(after, change, since(at), later);
    const back = recordOf(draft!) as CreditOrder;
    expect(kept).toBeUndefined();
    expect(back.data).toEqual(before.data);
    expect(back.steps.length).toBeGreaterThan(after.steps.length);
    const standing = (order: CreditOrder) => standingSteps(order.steps).map(({ kind, on }) => [kind, on]);
    expect(standing(back)).toEqual(standing(before));
    expect(back.steps.filter(({ reason }) => reason === 'undone')).toHaveLength(2);
  });

  test('A5: a field that someone changed since stays and is named, the others return', () => {
    const { after, change, at } = changed();
    const edited = { ...after, data: { ...after.data, amount: '30000.00' } };
    const { draft, kept } = takeBackChange(edited, change, since(at), later);
    expect(kept).toBe('edited');
    expect((draft as CreditOrder).data.amount).toBe('30000.00');
    expect(orderState((draft as CreditOrder).data, draft!.steps ?? [], '2026-11-21')).toBe('ready');
  });

  test('A5: steps on which something was built stay, and so does a code that is kept', () => {
    const { after, change, at } = changed();
    const redeemed = { id: 'r', kind: 'redeemed', on: '2026-11-21', at: at + 5, by: 'sara' };
    const built = takeBackChange({ ...after, steps: [...after.steps, redeemed] }, change, since(at), later);
    expect(built.kept).toBe('later-steps');
    expect(orderState(after.data, built.draft!.steps ?? [], '2026-11-21')).toBe('redeemed');
    expect(takeBackChange(after, change, since(at, 1), later).kept).toBe('has-codes');
  });

  test('A5: undoing twice writes nothing the second time', () => {
    const { after, change, at } = changed();
    const once = recordOf(takeBackChange(after, change, since(at), later).draft!) as CreditOrder;
    const again = takeBackChange(once, change, since(at), later);
    expect(again).toEqual({ draft: undefined, kept: undefined });
  });

  test('A5: a redeemed or handed-out code stays, one that was only looked at goes', () => {
    const world = importWorld();
    world.run(codeFile([codeRow(2, 'c1', { redeemed: true }), codeRow(3, 'c2')]));
    const [first, second] = [world.records.get('c1') as RedemptionCode, world.records.get('c2') as RedemptionCode];
    expect(whyCodeStays(first, time(first.steps))).toBeUndefined();
    const seen = recordOf(reveal(second, 'check', later)) as RedemptionCode;
    expect(whyCodeStays(seen, time(first.steps))).toBeUndefined();
    const used = redeem(second, { account: 'a', place: 'b', on: '2026-11-21' }, later);
    expect(used.ok && whyCodeStays(recordOf(used.value), time(first.steps))).toBe('redeemed');
  });

  test('A5: an order the import made stays with a kept code, a later step or an edit', () => {
    const world = importWorld();
    world.run(creditFile([orderRow({ row: 2, orderNumber: 'W2', codeId: 'c' })]));
    const [order] = world.of<CreditOrder>('credit-order');
    const at = time(order!.steps);
    expect(whyParentStays(order!, 0, at)).toBeUndefined();
    expect(whyParentStays(order!, 1, at)).toBe('has-codes');
    const step = { id: 's', kind: 'redeemed', on: '2026-11-21', at: at.startedAt + 1, by: 'sara' };
    expect(whyParentStays({ ...order!, steps: [...order!.steps, step] }, 0, at)).toBe('later-steps');
    const edit = { id: 'e', at: at.finishedAt + 1, by: 'sara', field: 'amount' };
    expect(whyParentStays({ ...order!, history: [edit] }, 0, at)).toBe('edited');
  });
});
