import { describe, expect, test } from 'vitest';
import { authorizationState } from '#programmes/adobe-vip/rules/authorization/authorization-state.ts';
import { customerRows } from '#programmes/adobe-vip/rules/customer/customer-rows.ts';
import type { PurchaseAuthorization } from '#programmes/adobe-vip/rules/authorization/purchase-authorization.ts';
import type { VipCustomer } from '#programmes/adobe-vip/rules/customer/vip-customer.ts';
import { kindOf } from '#programmes/kinds.ts';
import { exampleCustomers } from '#programmes/adobe-vip/work/example/example-customers.ts';
import { stored } from '#data/records/envelope.ts';
import { parsed } from '#data/records/read-record.ts';
import { doingOn } from '#tests/factories/doing.ts';

const today = '2026-11-20';
const records = exampleCustomers({ doing: doingOn(today) }).map((draft) =>
  stored(draft, undefined, doingOn(today)),
);
const of = <R>(kind: string): R[] =>
  records.filter((record) => record.kind === kind) as unknown as R[];

describe('X15: the VIP customers of the example', () => {
  test('X15: are read as what they were written', () => {
    expect(records.map((record) => parsed(record)[1])).toEqual(records.map(() => 'fine'));
    expect(records.every(({ kind }) => kindOf(kind)?.programme === 'adobe-vip')).toBe(true);
  });

  test('X15: show every state of an authorization', () => {
    const states = of<PurchaseAuthorization>('purchase-authorization').map((authorization) =>
      authorizationState(authorization, today),
    );
    expect(states.toSorted()).toEqual([
      'expired',
      'ordered',
      'overdue',
      'pending',
      'pending',
      'suspended',
      'withdrawn',
    ]);
  });

  test('X15: show every state of a customer', () => {
    const rows = customerRows(
      of<VipCustomer>('vip-customer'),
      of<PurchaseAuthorization>('purchase-authorization'),
      today,
    );
    expect(
      Object.fromEntries(rows.map(({ customer, state }) => [customer.data.name, state])),
    ).toEqual({
      'Björkdalens kommun': 'ready',
      'Björkdalens gymnasium': 'pending',
      'Björkdalens Energi AB': 'ready',
      'Björkdalens Bostäder AB': 'past-due',
      'Kulturhuset Näckrosen': 'past-due',
      'Björkdalens Vatten AB': 'pending',
      'Räddningstjänsten Tallmon': 'ready',
      'Björkdalens folkhögskola': 'no-products',
      'Turistbyrån Skogsrået AB': 'calm',
    });
  });
});
