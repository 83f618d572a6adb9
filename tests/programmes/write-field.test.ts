import { describe, expect, test } from 'vitest';
import { editCustomer } from '#programmes/adobe-vip/rules/customer/edit-customer.ts';
import { kindOf, kinds, type KindId } from '#programmes/kinds.ts';
import { isSameValue } from '#core/record/same-value.ts';
import type { BesideField } from '#programmes/ground.ts';
import { fieldOf, isWrittenByHand, writeField } from '#programmes/write-field.ts';
import { stored } from '#data/records/envelope.ts';
import { doingOn } from '#tests/factories/doing.ts';
import { examples } from '#tests/factories/examples.ts';
import { customerWith } from '#tests/factories/vip.ts';

const doing = doingOn();
const noted = (orderDate: string) => ({ orderDate, orderType: 'new' as const });
const recordOf = (kind: KindId) => stored(examples[kind], undefined, doing);
const write = (kind: KindId, field: string, value: unknown) =>
  writeField(recordOf(kind), { field, value, reason: 'Ur historiken' }, doing);

describe('X12: a field written as its form would', () => {
  test.each<[KindId, string, unknown]>([
    ['credit-order', 'amount', '6500.00'],
    ['credit-order', 'channel', 'own-store'],
    ['credit-order', 'reseller', undefined],
    ['credit-order', 'inboxLink', 'https://inbox.example/4711'],
    ['content-purchaser', 'manager', 'business'],
    ['code-batch', 'name', 'Läsresan åk 4'],
    ['volume-app', 'name', 'Procreate för iPad'],
    ['volume-app', 'lowAt', 7],
    ['volume-app', 'lowAt', undefined],
    ['volume-user', 'group', '8A'],
    ['workspace', 'name', 'Nordby'],
    ['workspace', 'ownStore', 'https://ecommerce.apple.example/nordby'],
    ['workspace', 'programmes', ['apple-credit', 'adobe-vip']],
    ['person', 'name', 'Sara Berg'],
    ['device', 'name', 'Telefonen'],
  ])('X12: %s, %s', (kind, field, value) => {
    const answer = write(kind, field, value);
    expect(answer.ok && isSameValue(fieldOf(answer.value as never, field), value)).toBe(true);
  });

  test.each<[KindId, string, unknown, string]>([
    ['credit-order', 'amount', 'mycket', 'not-an-amount'],
    ['credit-order', 'orderDate', '2026-02-30', 'not-a-day'],
    ['credit-order', 'inboxLink', 'min länk', 'not-an-address'],
    ['content-purchaser', 'name', '', 'name-needed'],
    ['code-batch', 'name', ' ', 'name-needed'],
    ['volume-app', 'adamId', 'fyra', 'not-an-adam-id'],
    ['volume-user', 'email', 'elis', 'not-an-email'],
    ['workspace', 'ownStore', 'http://store.example', 'not-an-address'],
  ])('X12: %s, %s: what the form refuses is refused', (kind, field, value, code) => {
    expect(write(kind, field, value)).toMatchObject({ ok: false, problem: { code } });
  });

  test('X12: nothing sealed, and nothing that the app alone writes, is an ordinary field', () => {
    for (const kind of Object.keys(kinds) as KindId[]) {
      const { secretFields, fieldsWithoutHistory = [] } = kindOf(kind)!;
      const sealed = secretFields.filter((field) => field !== 'inboxLink');
      for (const field of [
        ...sealed,
        ...fieldsWithoutHistory,
        'v',
        'origin',
        'parent',
        'trashedOn',
      ]) {
        expect(isWrittenByHand(kind, field)).toBe(false);
        expect(write(kind, field, 'x')).toMatchObject({
          problem: { code: 'not-an-ordinary-field' },
        });
      }
    }
  });

  test('C1: programme and segment are only changed where the records under the customer are known', () => {
    for (const field of ['programme', 'segment'])
      expect(isWrittenByHand('vip-customer', field)).toBe(false);
    expect(write('vip-customer', 'firstOrderOn', '2099-01-01')).toMatchObject({
      problem: { code: 'day-ahead' },
    });
  });

  test.each<[string, BesideField, string]>([
    [
      'with the orders of later terms, as its form',
      { placed: { orders: ['2023-01-16', '2026-03-01'].map(noted), authorizedOn: [] } },
      '2027-01-10',
    ],
    [
      'by the edition of the workspace',
      {
        placed: { orders: [noted('2026-03-01')], authorizedOn: ['2023-01-08'] },
        chosen: { 'adobe-vip.anniversary.vip': 'adobe-vip.anniversary-2018' },
      },
      '2027-01-08',
    ],
    ['where the orders do not reach it', {}, '2027-01-16'],
  ])(
    'C1, X12: the day of the first order brings the anniversary along, %s',
    (_, beside, anniversary) => {
      const given = { firstOrderOn: '2023-01-16', anniversary: '2027-01-16', anniversaryDay: 16 };
      const day = { field: 'firstOrderOn', value: '2023-01-10', reason: '' };
      expect(writeField(customerWith(given), day, doing, beside)).toMatchObject({
        value: { data: { firstOrderOn: '2023-01-10', anniversary } },
      });
      const form = editCustomer(customerWith(given), { firstOrderOn: day.value }, [], {
        ...beside,
        today: doing.today,
      });
      expect(writeField(customerWith(given), day, doing, beside)).toEqual(form);
    },
  );

  test('A4: a new order date corrects the step that says so', () => {
    const order = recordOf('credit-order');
    const ordered = {
      ...order,
      steps: [{ id: 's1', kind: 'ordered', on: '2026-08-28', at: 1, by: 'sara' }],
    };
    const answer = writeField(
      ordered,
      { field: 'orderDate', value: '2026-08-27', reason: 'Ur historiken' },
      doing,
    );
    expect(answer).toMatchObject({ ok: true, value: { data: { orderDate: '2026-08-27' } } });
    expect(answer.ok && answer.value.steps?.at(-1)).toMatchObject({
      corrects: 's1',
      reason: 'Ur historiken',
    });
  });
});
