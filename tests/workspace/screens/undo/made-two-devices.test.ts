import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { CustomerInput } from '#programmes/adobe-vip/rules/customer/customer-commands.ts';
import { writeCustomer } from '#programmes/adobe-vip/work/invitation/write-customer.ts';
import { writeOrder } from '#programmes/adobe-vip/work/order/write-order.ts';
import { writeNewOrder } from '#programmes/apple-credit/work/order/write-new-order.ts';
import { BLANK_APP } from '#programmes/apple-licences/rules/app/app-commands.ts';
import { BLANK_USER } from '#programmes/apple-licences/rules/user/user-commands.ts';
import { writeNewApp } from '#programmes/apple-licences/work/app/edit-app.ts';
import { addUser } from '#programmes/apple-licences/work/user/edit-user.ts';
import { stayedFields } from '#core/record/fields-back.ts';
import type { Draft } from '#core/record/record.ts';
import { ok } from '#core/result.ts';
import { noteOrdersMet } from '#programmes/apple-credit/work/order/orders-met.ts';
import type { UndoMade } from '#data/records/change-fields.ts';
import { takingBack } from '#data/records/taking-back.ts';
import type { Device } from '#tests/data/sync/devices.ts';
import { PATIENT, world } from '#tests/data/sync/world.ts';
import { orderWith, valueOf } from '#tests/factories/credit.ts';
import { stubDeviceDatabase } from '#tests/factories/device-database.ts';
import { authorizationWith, customerWith, vipOrderWith } from '#tests/factories/vip.ts';

/** A record as its form makes it, with the undo of that. */
type Made = { readonly id: string; readonly undo: UndoMade };

type Making = {
  readonly what: string;
  /** What is there before. */
  readonly given?: readonly Draft[];
  readonly make: (device: Device) => Promise<Made>;
  /** A field that someone else writes since. */
  readonly later: Readonly<Record<string, string>>;
};

const creditOrder = (id: string): Draft =>
  orderWith([['ordered', '2026-10-20']], { orderNumber: '4711' }, id);
const newCreditOrder = async ({ records }: Device): Promise<Made> => ({
  id: 'order-b',
  undo: valueOf(
    await writeNewOrder(
      records,
      orderWith([['ordered', '2026-10-21']], { orderNumber: '4711' }, 'order-b'),
    ),
  ),
});

const customer = () => customerWith({ adminName: 'Eva', adminEmail: 'eva@linden.example' });
const newCustomer = async ({ records }: Device): Promise<Made> => {
  const input: CustomerInput = { ...customer().data, name: 'Linden AB' };
  const vault = { keyedId: () => Promise.resolve('customer-keyed') };
  return valueOf(await writeCustomer({ records, vault, workspace: undefined }, input, ''));
};

const orderAgain = async ({ records }: Device): Promise<Made> => {
  const { id, ...order } = vipOrderWith({ orderDate: '2026-11-18' });
  const { back } = valueOf(await writeOrder(records, { id, ...order }));
  return { id, undo: takingBack(records, { id, kind: 'vip-order' }, back) };
};

const making: readonly Making[] = [
  { what: 'a credit order', make: newCreditOrder, later: { reseller: 'Advania' } },
  {
    what: 'an app',
    make: async ({ records }) =>
      valueOf(await writeNewApp(records, { ...BLANK_APP, adamId: '1234567890', name: 'Läsresan' })),
    later: { name: 'Läsresan 2' },
  },
  {
    what: 'a user',
    make: async ({ records }) =>
      valueOf(await addUser(records, { ...BLANK_USER, name: 'Pia', email: 'pia@nordby.example' })),
    later: { group: '5B' },
  },
  { what: 'a VIP customer', make: newCustomer, later: { adminName: 'Ulf' } },
  {
    what: 'a VIP customer that was in the trash',
    given: [{ ...customer(), id: 'customer-keyed', trashedOn: '2026-11-01' }],
    make: newCustomer,
    later: { adminName: 'Ulf' },
  },
  {
    what: 'a VIP order that was in the trash',
    given: [{ ...vipOrderWith({ orderDate: '2026-11-10' }), trashedOn: '2026-11-01' }],
    make: orderAgain,
    later: { orderNumber: '1002' },
  },
];

beforeAll(stubDeviceDatabase);
afterAll(() => void vi.unstubAllGlobals());

const begin = async (given: readonly Draft[] = []) => {
  const { device } = await world();
  const [phone, tablet] = [await device('phone'), await device('tablet')];
  for (const draft of given) valueOf(await phone.records.create(draft));
  await Promise.all([phone.connect(), tablet.connect()]);
  const meet = (id: string): Promise<void> =>
    expect
      .poll(async () => {
        const [here, there] = [await phone.records.get(id), await tablet.records.get(id)];
        return here !== undefined && isDeepStrictEqual(here, there);
      }, PATIENT)
      .toBe(true);
  return { phone, tablet, meet };
};

describe('X12: what was just made, undone after another device wrote', () => {
  test.each(making)('X12: $what goes into the trash, as it was there before', async (row) => {
    const { phone, meet } = await begin(row.given);
    const before = row.given?.[0] && (await phone.records.get(row.given[0].id));
    const { id, undo } = await row.make(phone);
    await meet(id);
    expect((await phone.records.get(id))?.trashedOn).toBe('');
    expect(await undo()).toBeUndefined();
    const now = await phone.records.get(id);
    if (before === undefined) expect(now?.trashedOn).not.toBe('');
    else expect([now?.trashedOn, now?.data]).toEqual([before.trashedOn, before.data]);
    await meet(id);
  });

  test.each(making)('X12: $what stays where someone wrote something of it', async (row) => {
    const { phone, tablet, meet } = await begin(row.given);
    const { id, undo } = await row.make(phone);
    await meet(id);
    const write = { ...row.later };
    valueOf(
      await tablet.records.change(id, (now) => ok({ ...now, data: { ...now.data, ...write } })),
    );
    await meet(id);
    const left = await phone.records.get(id);
    const problem = await undo();
    expect(problem?.code).toBe('changed-since');
    expect(stayedFields(problem ?? {})).toEqual(Object.keys(write));
    expect(await phone.records.get(id)).toEqual(left);
    expect(left?.trashedOn).toBe('');
  });

  test.each(making)('X12: $what stays in the trash where someone threw it there', async (row) => {
    const { phone, tablet, meet } = await begin(row.given);
    const { id, undo } = await row.make(phone);
    await meet(id);
    valueOf(await tablet.records.change(id, (now) => ok({ ...now, trashedOn: '2026-11-19' })));
    await meet(id);
    await undo();
    expect((await phone.records.get(id))?.trashedOn).toBe('2026-11-19');
  });

  test.each(making.filter(({ make }) => make === newCustomer))(
    'X12: $what stays where someone created an authorization under it',
    async (row) => {
      const { phone, tablet, meet } = await begin(row.given);
      const { id, undo } = await row.make(phone);
      await meet(id);
      const under = { ...authorizationWith(), parent: id };
      valueOf(await tablet.records.create(under));
      await meet(under.id);
      expect((await undo())?.code).toBe('changed-since');
      expect((await phone.records.get(id))?.trashedOn).toBe('');
    },
  );

  test('A1: an order goes into the trash though the app noted that another has its number', async () => {
    const { phone } = await begin([creditOrder('order-a')]);
    const { id, undo } = await newCreditOrder(phone);
    await noteOrdersMet(phone.collection);
    expect((await phone.records.get(id))?.data).toMatchObject({ meets: 'order-a' });
    expect(await undo()).toBeUndefined();
    expect((await phone.records.get(id))?.trashedOn).not.toBe('');
  });
});
