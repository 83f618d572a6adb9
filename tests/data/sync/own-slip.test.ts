import { describe, expect, test } from 'vitest';
import type { CreditOrder } from '#programmes/apple-credit/rules/order/credit-order.ts';
import { editOrder } from '#programmes/apple-credit/rules/order/order-commands.ts';
import { MOST_TOKEN_BYTES } from '#programmes/apple-licences/rules/token/token-file.ts';
import type { Draft } from '#core/record/record.ts';
import { ok } from '#core/result.ts';
import { stored } from '#data/records/envelope.ts';
import { onKind } from '#data/records/on-kind.ts';
import { conditionOf, parsed } from '#data/records/read-record.ts';
import { encrypt } from '#data/vault/seal/sealed-box.ts';
import { doingOn } from '#tests/factories/doing.ts';
import { examples } from '#tests/factories/examples.ts';
import { amountOn, inStep, order, orderOn, pairInStep, PATIENT } from './world.ts';

const REFUSED = { ok: false, problem: { code: 'not-in-form' } };

/** What a bug in a command would answer. */
const broken = (draft: Draft): Draft => ({
  ...draft,
  data: { ...draft.data, orderDate: '0202-05-01' } as Draft['data'],
});

describe('X8: nobody makes a record that no device can read', () => {
  test('a year that was left half typed is refused, and the order is put right and comes to the other device', async () => {
    const { phone, tablet } = await pairInStep();
    const write = (orderDate: string) =>
      phone.records.change(
        'order-1',
        onKind('credit-order', (order) =>
          editOrder(order as CreditOrder, { orderDate, amount: '99.00' }),
        ),
      );
    expect(await write('0202-05-01')).toMatchObject({
      problem: { code: 'not-a-day', field: 'orderDate' },
    });
    expect(await write('2026-05-01')).toMatchObject({ ok: true });
    await inStep(phone);
    await expect.poll(() => amountOn(tablet, 'order-1'), PATIENT).toBe('99.00');
    expect([...tablet.sync.unreadable]).toEqual([]);
  });

  test('what a command makes of it by mistake is not written, and the record stays as it was', async () => {
    const { phone } = await pairInStep();
    const before = await orderOn(phone);
    const change = (draft: Draft) => ok(broken(draft));
    expect(await phone.records.change('order-1', change)).toEqual(REFUSED);
    expect([...(await phone.records.changeMany(['order-1'], change))]).toEqual([
      ['order-1', REFUSED.problem],
    ]);
    expect(await phone.records.create(broken(order('order-2')))).toEqual(REFUSED);
    await expect(
      phone.records.insert([order('order-3'), broken(order('order-4'))]),
    ).rejects.toThrow(TypeError);
    const found = await phone.records.many(['order-1', 'order-2', 'order-3', 'order-4']);
    expect([...found.values()].map((record) => [record, conditionOf(record)])).toEqual([
      [before, 'fine'],
    ]);
  });

  test('a file of a token is kept whole, up to the largest that is taken', async () => {
    const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
      'encrypt',
      'decrypt',
    ]);
    for (const bytes of [30_100, MOST_TOKEN_BYTES]) {
      const box = await encrypt(key, 'x'.repeat(bytes), ['a']);
      const token = examples['content-token'];
      const data = { ...token.data, sealed: { key: 'k1', ...box } } as Draft['data'];
      expect(parsed(stored({ ...token, data }, undefined, doingOn()))[1]).toBe('fine');
    }
  });
});
