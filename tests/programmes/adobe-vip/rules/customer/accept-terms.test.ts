import { describe, expect, test } from 'vitest';
import {
  acceptTerms,
  correctAcceptance,
  takeAcceptanceBack,
} from '#programmes/adobe-vip/rules/customer/accept-terms.ts';
import { takeChangeBack } from '#programmes/adobe-vip/rules/customer/take-steps-back.ts';
import type { VipCustomer } from '#programmes/adobe-vip/rules/customer/vip-customer.ts';
import { currentSteps, type Step } from '#core/record/step.ts';
import { valueOf } from '#tests/factories/credit.ts';
import { doingOn } from '#tests/factories/doing.ts';
import { customerWith, stepOf } from '#tests/factories/vip.ts';

const doing = doingOn();
const invited = stepOf('invited', '2026-11-10');
const on = (day: string): Step => stepOf('terms-accepted', day);
const after = (before: VipCustomer, did: ReturnType<typeof acceptTerms>): VipCustomer => ({
  ...before,
  ...valueOf(did),
});
const accepted = ({ steps }: VipCustomer): string[] =>
  currentSteps(steps)
    .filter(({ kind }) => kind === 'terms-accepted')
    .map((step) => step.on);

describe('C1: the customer accepts the terms', () => {
  test('C1: once, on a day from the invitation to today', () => {
    const customer = customerWith({}, [invited]);
    expect(accepted(after(customer, acceptTerms(customer, '2026-11-10', doing)))).toEqual([
      '2026-11-10',
    ]);
    expect(accepted(after(customer, acceptTerms(customer, '2026-11-20', doing)))).toEqual([
      '2026-11-20',
    ]);
    expect(acceptTerms(customer, '2026-11-21', doing)).toMatchObject({
      problem: { code: 'day-ahead', field: 'on' },
    });
    expect(acceptTerms(customer, '2026-11-31', doing)).toMatchObject({
      problem: { code: 'day-needed', field: 'on' },
    });
    expect(acceptTerms(customer, '2026-11-09', doing)).toMatchObject({
      problem: { code: 'accepted-before-invited', field: 'on', params: { day: '2026-11-10' } },
    });
    const already = customerWith({}, [on('2026-11-11')]);
    expect(acceptTerms(already, '2026-11-20', doing)).toMatchObject({
      problem: { code: 'accepted-already' },
    });
  });

  test('C1: whoever came from a list was invited on no known day', () => {
    expect(acceptTerms(customerWith(), '2020-01-01', doing).ok).toBe(true);
  });

  test('C1: the day is put right, earlier and later, within the same days; undone it is the one before', () => {
    const before = customerWith({}, [invited, on('2026-11-15')]);
    for (const day of ['2026-11-12', '2026-11-18']) {
      const right = after(before, correctAcceptance(before, day, doing));
      expect(accepted(right)).toEqual([day]);
      const back = {
        ...right,
        ...valueOf(takeChangeBack(right, { before, after: right }, doing)),
      } as VipCustomer;
      expect(accepted(back)).toEqual(['2026-11-15']);
    }
    expect(correctAcceptance(before, '2026-11-09', doing)).toMatchObject({
      problem: { code: 'accepted-before-invited' },
    });
    expect(correctAcceptance(before, '2026-11-21', doing)).toMatchObject({
      problem: { code: 'day-ahead' },
    });
  });

  test('C1: noted on two devices it is put right as one, and taken back as one', () => {
    const before = customerWith({}, [invited, on('2026-11-12'), on('2026-11-15')]);
    const right = after(before, correctAcceptance(before, '2026-11-11', doing));
    expect(accepted(right)).toEqual(['2026-11-11']);
    const back = {
      ...right,
      ...valueOf(takeChangeBack(right, { before, after: right }, doing)),
    } as VipCustomer;
    expect(accepted(back)).toEqual(['2026-11-12', '2026-11-15']);
    expect(accepted(after(before, takeAcceptanceBack(before, doing)))).toEqual([]);
  });

  test('C1: taken back it can be noted again, and undoing that restores it; none cannot be corrected', () => {
    const before = customerWith({}, [invited, on('2026-11-15')]);
    const none = after(before, takeAcceptanceBack(before, doing));
    expect(accepted(none)).toEqual([]);
    expect(accepted(after(none, acceptTerms(none, '2026-11-16', doing)))).toEqual(['2026-11-16']);
    const back = {
      ...none,
      ...valueOf(takeChangeBack(none, { before, after: none }, doing)),
    } as VipCustomer;
    expect(accepted(back)).toEqual(['2026-11-15']);
    for (const answer of [
      takeAcceptanceBack(none, doing),
      correctAcceptance(none, '2026-11-15', doing),
    ])
      expect(answer).toMatchObject({ problem: { code: 'changed-since' } });
  });
});
