import { describe, expect, expectTypeOf, test } from 'vitest';
import type { VipOrder } from '#programmes/adobe-vip/rules/order/vip-order.ts';
import { isOfKind } from '#programmes/record-of.ts';
import type { Data, VolymRecord } from '#core/record/record.ts';
import { ok } from '#core/result.ts';
import { onKind, type KindCommand } from '#data/records/on-kind.ts';
import type { Answered } from '#data/records/query.ts';
import { isFine } from '#data/records/read-record.ts';
import type { Command } from '#data/records/records.ts';
import type { Person, PersonData } from '#workspace/rules/people/person.ts';
import { doingOn } from '#tests/factories/doing.ts';
import { vipOrderWith } from '#tests/factories/vip.ts';

const order: VolymRecord = vipOrderWith({});
const wrong = { ...order.data, orderNumber: 77 };
const broken: VolymRecord = { ...order, data: wrong };

describe('X11: what is read has the type of its kind', () => {
  test('X11: its content only where the app looked at it', () => {
    expectTypeOf<Answered<'vip-order', undefined>['data']>().toEqualTypeOf<Data>();
    expectTypeOf<Answered<'vip-order', true>>().toExtend<VipOrder>();
    expectTypeOf<Answered<'person', undefined>>().toExtend<Person>();
    expectTypeOf<Answered<string, undefined>>().toExtend<VolymRecord>();
    expect([order, broken].filter((record) => isOfKind(record, 'vip-order')).map(isFine)).toEqual([
      true,
      false,
    ]);
  });

  test('X11: a command refuses a record of another kind', () => {
    const renewed = onKind('vip-order', (record) =>
      ok({ ...record, data: { ...record.data, orderType: 'renewal' as const } }),
    );
    const doing = doingOn();
    expect(renewed(order, doing)).toMatchObject({ ok: true, value: { id: order.id } });
    expect(renewed({ ...order, kind: 'vip-customer' }, doing)).toMatchObject({
      problem: { code: 'record-not-understood' },
    });
  });

  test('X11: what a command for one kind is given cannot be asserted: only `onKind` hands it on', () => {
    const rename = (person: Person) => ok(person);
    expectTypeOf(rename).not.toExtend<Command<PersonData>>();
    expectTypeOf(onKind('person', rename)).toExtend<Command<PersonData>>();
    expectTypeOf<KindCommand<'person'>>().parameter(0).toExtend<Person>();
    // A kind that the types do not know has no content that a command could count on.
    expectTypeOf<KindCommand<'persons'>>().parameter(0).not.toExtend<Person>();
    expect(onKind('person', rename)(order, doingOn()).ok).toBe(false);
  });
});
