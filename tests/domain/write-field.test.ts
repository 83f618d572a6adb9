import { describe, expect, test } from 'vitest';
import { kindOf, kinds, type KindId } from '#domain/kinds.ts';
import { fieldOf, isSameValue, isWrittenByHand, writeField } from '#domain/write-field.ts';
import { stored } from '#data/envelope.ts';
import { doingOn } from '#tests/factories/doing.ts';
import { examples } from '#tests/factories/examples.ts';

const doing = doingOn();
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
      for (const field of [...sealed, ...fieldsWithoutHistory, 'v', 'origin', 'parent', 'trashedOn']) {
        expect(isWrittenByHand(kind, field)).toBe(false);
        expect(write(kind, field, 'x')).toMatchObject({ problem: { code: 'not-an-ordinary-field' } });
      }
    }
  });

  test('C1: programme and segment are changed where it is known what lies under the customer', () => {
    for (const field of ['programme', 'segment']) expect(isWrittenByHand('vip-customer', field)).toBe(false);
    expect(write('vip-customer', 'firstOrderOn', '2999-01-01')).toMatchObject({ problem: { code: 'day-ahead' } });
  });

  test('A4: a new order date corrects the step that says so', () => {
    const order = recordOf('credit-order');
    const ordered = { ...order, steps: [{ id: 's1', kind: 'ordered', on: '2026-08-28', at: 1, by: 'sara' }] };
    const answer = writeField(ordered, { field: 'orderDate', value: '2026-08-27', reason: 'Ur historiken' }, doing);
    expect(answer).toMatchObject({ ok: true, value: { data: { orderDate: '2026-08-27' } } });
    expect(answer.ok && answer.value.steps?.at(-1)).toMatchObject({ corrects: 's1', reason: 'Ur historiken' });
  });
});
