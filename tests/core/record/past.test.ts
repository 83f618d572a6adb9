import { describe, expect, test } from 'vitest';
import { correctStep, editOrder } from '#programmes/apple-credit/rules/order/order-commands.ts';
import type { CreditOrder } from '#programmes/apple-credit/rules/order/credit-order.ts';
import { pastOf } from '#core/record/past.ts';
import { stored } from '#data/records/envelope.ts';
import { valueOf } from '#tests/factories/credit.ts';
import { doingOn } from '#tests/factories/doing.ts';
import { examples } from '#tests/factories/examples.ts';

describe('X12: the past of one record', () => {
  const doing = doingOn();
  const first = stored(examples['credit-order'], undefined, doing) as CreditOrder;
  const edited = stored(
    valueOf(editOrder(first, { amount: '6500.00' })),
    first,
    doing,
  ) as CreditOrder;
  const ready = edited.steps[0]!;
  const record = stored(
    valueOf(correctStep(edited, { step: ready.id, on: '2026-09-05', reason: 'Fel mejl' }, doing)),
    edited,
    doing,
  );

  test('X12: steps and changes are in one timeline, the newest first, a correction beside what it corrects', () => {
    const past = pastOf(record);
    expect(past.map(({ is }) => is)).toEqual(['step', 'change', 'step']);
    expect(past[0]).toMatchObject({ step: { reason: 'Fel mejl' }, about: { id: ready.id } });
    expect(past[1]).toMatchObject({ change: { field: 'amount', to: '6500.00' }, by: 'sara' });
    expect(past.map(({ at }) => at)).toEqual(past.map(({ at }) => at).toSorted((a, b) => b - a));
  });

  test('X12: when it was made is known where its id tells, and comes last', () => {
    expect(pastOf(record).some(({ is }) => is === 'made')).toBe(false);
    const at = Date.UTC(2026, 6, 29, 13, 40);
    const hex = at.toString(16).padStart(12, '0');
    const id = `${hex.slice(0, 8)}-${hex.slice(8)}-7abc-8def-0123456789ab`;
    expect(pastOf({ ...record, id }).at(-1)).toEqual({ id, at, by: '', is: 'made' });
    expect(pastOf({ ...record, id: 'a'.repeat(32) }).at(-1)?.is).toBe('step');
  });

  test('X12: which import brought it is no change of anyone', () => {
    const moved = stored(
      { ...record, data: { ...record.data, origin: { run: 'r2', row: 1, file: 'f' } } as never },
      record,
      doing,
    );
    expect(moved.history).toHaveLength(2);
    expect(pastOf(moved)).toHaveLength(3);
  });
});
