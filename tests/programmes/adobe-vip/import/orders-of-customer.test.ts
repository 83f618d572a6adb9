import { describe, expect, test } from 'vitest';
import { linesNow } from '#programmes/adobe-vip/rules/authorization/authorization-life.ts';
import { anniversaryDue } from '#programmes/adobe-vip/rules/customer/customer-deadlines.ts';
import { customerRenewal } from '#programmes/adobe-vip/rules/renewal/customer-renewal.ts';
import { coverLines, orderOf } from '#programmes/adobe-vip/rules/order/order-commands.ts';
import { linesLeft } from '#programmes/adobe-vip/rules/order/order-lines-left.ts';
import { plansOf, type CustomerBook } from '#programmes/adobe-vip/rules/plan/plans.ts';
import type { PurchaseAuthorization } from '#programmes/adobe-vip/rules/authorization/purchase-authorization.ts';
import type { ReturnAuthorization } from '#programmes/adobe-vip/rules/return/return-authorization.ts';
import type { VipCustomer } from '#programmes/adobe-vip/rules/customer/vip-customer.ts';
import type {
  OrderLine,
  VipOrder,
  VipOrderData,
} from '#programmes/adobe-vip/rules/order/vip-order.ts';
import type { VolymRecord } from '#core/record/record.ts';
import { valueOf } from '#tests/factories/credit.ts';
import { doingOn } from '#tests/factories/doing.ts';
import {
  authorizationWith,
  customerWith,
  orderLine,
  returnWith,
  stepOf,
  vipOrderWith,
} from '#tests/factories/vip.ts';
import { csvOf, rowsOf, VipWorld } from '#tests/factories/vip-lists.ts';

const VIP = '5A20C8F190D73B627E4D';
const TODAY = '2026-11-20';
const orders = (...rows: readonly string[]) =>
  rowsOf(csvOf('Order Number;VIP ID;Order Date;SKU;Product;Quantity;Order Type', ...rows));
const authorizations = (...rows: readonly string[]) =>
  rowsOf(
    csvOf('Request Number;VIP ID;Deployment Date;Licence Type;Product;Quantity;Status', ...rows),
  );
const worldWith = (...records: readonly VolymRecord[]) =>
  new VipWorld(TODAY, [customerWith(), ...records]);

/** A customer with what lies under it, as its page reads it. */
const bookIn = (world: VipWorld): CustomerBook => ({
  customer: world.of<VipCustomer>('vip-customer')[0]!,
  authorizations: world.of<PurchaseAuthorization>('purchase-authorization'),
  orders: world.of<VipOrder>('vip-order'),
  returns: world.of<ReturnAuthorization>('return-authorization'),
});
const ownedIn = (world: VipWorld) =>
  plansOf(bookIn(world), TODAY).map(
    ({ product, licenceType, owned }) => `${product} ${licenceType} ${owned}`,
  );

describe('C7: orders of a list without licence types', () => {
  test('C7: an order is of the type that is authorized of its product, and adds to that plan', async () => {
    const world = worldWith();
    world.bring(await authorizations(`A1;${VIP};2026-11-10;Enterprise;Foto;4;Pending`));
    world.bring(await orders(`77;${VIP};2026-11-18;;Foto;3;NEW`));
    expect(ownedIn(world)).toEqual(['Foto enterprise 7']);
    expect(Object.values(world.of<VipOrder>('vip-order')[0]!.data.lines)[0]?.licenceType).toBe(
      'enterprise',
    );
  });

  test('C7: read before the authorizations it counts to their plan all the same, and read again it says so', async () => {
    const world = worldWith();
    const list = await orders(`77;${VIP};2026-11-18;65000002BA02A12;;3;NEW`);
    world.bring(list);
    expect(ownedIn(world)).toEqual(['65000002BA02A12  3']);
    world.bring(await authorizations(`A1;${VIP};2026-11-10;Team;Foto;4;Pending`));
    const plans = {
      'foto|team': {
        product: 'Foto',
        licenceType: 'team',
        sku: '65000002BA01A12',
        on: '2026-11-01',
        at: 1,
      },
    };
    const [customer] = world.of<VipCustomer>('vip-customer');
    world.records.set(customer!.id, { ...customer!, data: { ...customer!.data, plans } as never });
    expect(ownedIn(world)).toEqual(['Foto team 7']);
    expect(world.bring(list).rows.map(({ outcome }) => outcome)).toEqual(['changed']);
    expect(ownedIn(world)).toEqual(['Foto team 7']);
    expect(Object.values(world.of<VipOrder>('vip-order')[0]!.data.lines)).toMatchObject([
      { product: 'Foto', licenceType: 'team', quantity: 3 },
    ]);
    expect(world.bring(list).under).toEqual([]);
  });

  test('C9: a renewal without a licence type renews the plan, and not one of its own', async () => {
    const plans = {
      'foto|team': {
        product: 'Foto',
        licenceType: 'team',
        sku: '',
        owned: 9,
        assigned: 9,
        on: '2026-11-01',
        at: 1,
      },
    } as const;
    const customer = customerWith({ anniversary: '2026-12-13', plans });
    const list = await orders(`78;${VIP};2026-11-18;;Foto;4;RENEWAL`);
    const world = new VipWorld(TODAY, [customer]);
    world.bring(list);
    expect(customerRenewal(bookIn(world), TODAY)).toMatchObject({
      plans: [{ key: 'foto|team', owned: 9, renewed: 4, need: 5 }],
    });
  });
});

describe('C1: the first order of a list', () => {
  const firstIn = (world: VipWorld) => {
    const { firstOrderOn, anniversary, anniversaryDay } =
      world.of<VipCustomer>('vip-customer')[0]!.data;
    return [firstOrderOn, anniversary, anniversaryDay];
  };

  test('C1: the earliest order sets the anniversary, its row says so, and the same list again changes nothing', async () => {
    const list = await orders(
      `78;${VIP};2026-11-18;;Foto;4;NEW`,
      `77;${VIP};2026-03-31;;Foto;4;NEW`,
    );
    for (const world of [
      new VipWorld(TODAY, [customerWith({ anniversary: '' })]),
      new VipWorld(TODAY),
    ]) {
      const plan = world.bring(list);
      expect(firstIn(world)).toEqual(['2026-03-31', '2027-03-31', 31]);
      const told = { code: 'anniversary-counted', params: { day: '2027-03-31' } };
      expect(
        plan.rows.map(({ notes }) => notes.filter(({ code }) => code !== 'new-customer')),
      ).toEqual([[], [told]]);
      const again = world.bring(list);
      expect([again.above, again.under, again.counts.same]).toEqual([[], [], 2]);
    }
  });

  test('C1: an earlier order moves an anniversary that a later one had set, and is a change even where it was here', async () => {
    const world = new VipWorld(TODAY, [customerWith({ anniversary: '' })]);
    world.bring(await orders(`78;${VIP};2026-11-18;;Foto;4;NEW`));
    expect(firstIn(world)).toEqual(['2026-11-18', '2027-11-18', 18]);
    world.bring(await orders(`77;${VIP};2026-03-31;;Foto;4;NEW`));
    expect(firstIn(world)).toEqual(['2026-03-31', '2027-03-31', 31]);
    // Read in by an app that did not look at it.
    const [customer] = world.of<VipCustomer>('vip-customer');
    const data = { ...customer!.data, firstOrderOn: '', anniversary: '' };
    world.records.set(customer!.id, { ...customer!, data });
    const [row] = world.bring(await orders(`78;${VIP};2026-11-18;;Foto;4;NEW`)).rows;
    expect([row?.outcome, row?.changes]).toEqual([
      'changed',
      [{ field: 'anniversary', from: '', to: '2027-03-31' }],
    ]);
    expect(firstIn(world)).toEqual(['2026-03-31', '2027-03-31', 31]);
  });

  test('C1: an earlier order throws no anniversary back that the list of customers said, of a later year', async () => {
    const world = new VipWorld(TODAY, [customerWith({ anniversary: '' })]);
    world.bring(await orders(`77;${VIP};2023-01-16;;Foto;4;NEW`));
    world.bring(
      await rowsOf(
        csvOf('VIP ID;Customer;Anniversary Date', `${VIP};Tryckhuset Linden;2027-01-16`),
      ),
    );
    expect(firstIn(world)).toEqual(['2023-01-16', '2027-01-16', 16]);
    world.bring(await orders(`76;${VIP};2023-01-10;;Foto;4;NEW`));
    expect(firstIn(world)).toEqual(['2023-01-10', '2027-01-16', 16]);
    expect(ownedIn(world)).toEqual(['Foto  8']);
  });

  test('C1: a list that puts the first order on a later day moves the anniversary, and says so', async () => {
    const world = new VipWorld(TODAY, [customerWith({ anniversary: '' })]);
    world.bring(await orders(`77;${VIP};2025-12-01;;Foto;4;NEW`));
    expect(firstIn(world)).toEqual(['2025-12-01', '2026-12-01', 1]);
    const list = await orders(`77;${VIP};2026-01-12;;Foto;4;NEW`);
    const [row] = world.bring(list).rows;
    expect(firstIn(world)).toEqual(['2026-01-12', '2027-01-12', 12]);
    expect(row?.changes).toEqual([
      { field: 'orderDate', from: '2025-12-01', to: '2026-01-12' },
      { field: 'anniversary', from: '2026-12-01', to: '2027-01-12' },
    ]);
    const again = world.bring(list);
    expect([again.above, again.under, again.counts.same]).toEqual([[], [], 1]);
  });

  test('C1: one that was not the first is put on a later day, and the customer stays as it is', async () => {
    const world = new VipWorld(TODAY, [customerWith({ anniversary: '' })]);
    world.bring(
      await orders(`76;${VIP};2025-11-20;;Foto;4;NEW`, `77;${VIP};2025-12-01;;Foto;4;NEW`),
    );
    const before = firstIn(world);
    world.bring(await orders(`77;${VIP};2026-01-12;;Foto;4;NEW`));
    expect(firstIn(world)).toEqual(before);
  });

  test('C1: an anniversary that somebody entered stays where the first order is put on a later day', async () => {
    const world = new VipWorld(TODAY, [customerWith({ firstOrderOn: '2025-12-01' })]);
    world.bring(await orders(`77;${VIP};2025-12-01;;Foto;4;NEW`));
    world.bring(await orders(`77;${VIP};2026-01-12;;Foto;4;NEW`));
    expect(firstIn(world)).toEqual(['2026-01-12', '2027-06-08', undefined]);
  });

  test('C1: what a list of customers says of the anniversary stands', async () => {
    const world = new VipWorld(TODAY, [customerWith()]);
    world.bring(await orders(`77;${VIP};2026-03-31;;Foto;4;NEW`));
    expect(firstIn(world)).toEqual(['', '2027-06-08', undefined]);
  });
});

describe('C10: renewal orders of a list', () => {
  const plan = (product: string, owned: number, assigned = owned) => ({
    [`${product.toLowerCase()}|team`]: {
      product,
      licenceType: 'team' as const,
      sku: '',
      owned,
      assigned,
      on: '2026-11-01',
      at: 1,
    },
  });
  const plans = { ...plan('Foto', 9), ...plan('Vektor', 2) };
  const due = { anniversary: '2026-12-13', plans };
  const dueIn = (world: VipWorld) => {
    const { data, steps } = world.of<VipCustomer>('vip-customer')[0]!;
    return anniversaryDue(data, steps);
  };
  const renewal = (product: string, quantity: number, number = '78') =>
    `${number};${VIP};2026-11-18;;${product};${quantity};RENEWAL`;

  test('C10: orders that renew everything end the renewal, once, and the row says which anniversary comes next', async () => {
    const world = new VipWorld(TODAY, [customerWith(due)]);
    const list = await orders(renewal('Foto', 9), renewal('Vektor', 2));
    const told = world.bring(list).rows.flatMap(({ notes }) => notes);
    expect(told).toEqual([{ code: 'renewal-closed', params: { day: '2027-12-13' } }]);
    expect(dueIn(world)).toBe('2027-12-13');
    expect(world.of<VipCustomer>('vip-customer')[0]!.steps).toMatchObject([
      { kind: 'renewal-closed', on: '2026-11-18', data: { anniversary: '2026-12-13' } },
    ]);
    const again = world.bring(list);
    expect([again.above, again.under, again.counts.same]).toEqual([[], [], 2]);
  });

  test('§8.46: an early order of some in the Marketplace ends nothing: 60 of 100 are left for the automatic renewal', async () => {
    const plans = { 'foto|team': { ...plan('Foto', 100, 40)['foto|team']!, on: '2025-09-01' } };
    const market = {
      programme: 'vip-marketplace' as const,
      renewalEdition: 'adobe-vip.renewal-marketplace-14',
    };
    const customer = customerWith({ ...market, anniversary: '2025-10-01', plans });
    const world = new VipWorld('2025-10-20', [customer]);
    world.bring(await orders(`78;${VIP};2025-09-10;;Foto;40;RENEWAL`));
    const { steps } = world.of<VipCustomer>('vip-customer')[0]!;
    expect(steps.map(({ kind }) => kind)).not.toContain('renewal-closed');
    expect(plansOf(bookIn(world), '2025-10-20').map(({ owned }) => owned)).toEqual([100]);
    world.bring(await orders(`79;${VIP};2025-10-01;;Foto;60;RENEWAL`));
    expect(dueIn(world)).toBe('2026-10-01');
    expect(plansOf(bookIn(world), '2025-10-20').map(({ owned }) => owned)).toEqual([100]);
  });

  test('C10: in VIP the row says how many free licences are not renewed, and only of all that everything is', async () => {
    const world = new VipWorld(TODAY, [customerWith({ ...due, plans: plan('Foto', 100, 40) })]);
    const [row] = world.bring(await orders(renewal('Foto', 40))).rows;
    expect(row?.notes).toEqual([
      { code: 'renewal-closed', params: { day: '2027-12-13', left: 60 } },
    ]);
  });

  test('C10: part of it ends nothing, and the rest in a later list does', async () => {
    const world = new VipWorld(TODAY, [customerWith(due)]);
    world.bring(await orders(renewal('Foto', 9)));
    expect(dueIn(world)).toBe('2026-12-13');
    world.bring(await orders(renewal('Vektor', 1, '79')));
    expect(dueIn(world)).toBe('2026-12-13');
    world.bring(await orders(renewal('Vektor', 1, '80')));
    expect(dueIn(world)).toBe('2027-12-13');
  });

  test('C10: orders that an older app read in end it when they are read in again, but not one that was opened again', async () => {
    const world = new VipWorld(TODAY, [customerWith(due)]);
    const list = await orders(renewal('Foto', 9), renewal('Vektor', 2));
    world.bring(list);
    const ended = world.of<VipCustomer>('vip-customer')[0]!;
    world.records.set(ended.id, { ...ended, steps: [] });
    expect(world.bring(list).counts).toMatchObject({ same: 1, changed: 1 });
    expect(dueIn(world)).toBe('2027-12-13');
    const [end] = ended.steps;
    const opened = {
      ...end!,
      id: 'opened',
      at: end!.at + 1,
      kind: 'withdrawn',
      withdraws: end!.id,
    };
    world.records.set(ended.id, { ...ended, steps: [end!, opened] });
    expect(world.bring(list).above).toEqual([]);
    expect(dueIn(world)).toBe('2026-12-13');
  });

  test('C10: with the first order in the same list, each year that was renewed is gone through', async () => {
    const world = new VipWorld(TODAY);
    const list = await orders(
      `1;${VIP};2024-12-13;;Foto;4;NEW`,
      `2;${VIP};2025-12-01;;Foto;4;RENEWAL`,
      `3;${VIP};2026-11-18;;Foto;4;RENEWAL`,
    );
    world.bring(list);
    expect(world.of<VipOrder>('vip-order').map(({ data }) => data.renews)).toEqual([
      '',
      '2025-12-13',
      '2026-12-13',
    ]);
    expect([world.of<VipCustomer>('vip-customer')[0]!.data.anniversary, dueIn(world)]).toEqual([
      '2026-12-13',
      '2027-12-13',
    ]);
    expect(world.bring(list).above).toEqual([]);
  });

  test('C10: read in before the anniversary is known, the renewal ends with the list of customers that brings it', async () => {
    const world = new VipWorld(TODAY, [customerWith({ ...due, anniversary: '' })]);
    world.bring(await orders(renewal('Foto', 9), renewal('Vektor', 2)));
    expect(dueIn(world)).toBe('');
    const list = await rowsOf(
      csvOf('VIP ID;Customer Name;Anniversary Date', `${VIP};Tryckhuset Linden;2026-12-13`),
    );
    const [row] = world.bring(list).rows;
    expect(row?.changes.map(({ field, to }) => `${field} ${to}`)).toEqual([
      'anniversary 2026-12-13',
      'anniversary 2027-12-13',
    ]);
    expect([dueIn(world), world.of<VipOrder>('vip-order')[0]!.data.renews]).toEqual([
      '2027-12-13',
      '2026-12-13',
    ]);
    const again = world.bring(list);
    expect([again.above, again.under]).toEqual([[], []]);
  });

  test('C10: licences that went back are not renewed', async () => {
    const world = new VipWorld(TODAY, [customerWith({ ...due, plans: plan('Foto', 9) })]);
    world.bring(await orders(renewal('Foto', 9), `78;${VIP};2026-11-19;;Foto;2;RETURN`));
    expect(dueIn(world)).toBe('2026-12-13');
  });
});

describe('C4: an order of a list whose row names no authorization', () => {
  const foto = (quantity: number) => ({ a: { product: 'Foto', quantity, sku: '' } });
  const authorized = (given: Parameters<typeof authorizationWith>[0] = {}) =>
    authorizationWith({ createdOn: '2026-11-10', lines: foto(4), ...given });
  const bring = async (world: VipWorld, row = `77;${VIP};2026-11-18;;Foto;4;NEW`) =>
    world.bring(await orders(row)).rows[0]!;
  const orderedIn = (world: VipWorld) =>
    world
      .of<PurchaseAuthorization>('purchase-authorization')
      .map((authorization) => linesNow(authorization)[0]?.orderNumber);

  test('C4: it is of the only authorization that waits for so many, so that its licences count once', async () => {
    const world = worldWith(authorized());
    expect((await bring(world)).notes).toEqual([
      { code: 'covers-waiting', params: { day: '2026-11-10' } },
    ]);
    expect([orderedIn(world), ownedIn(world)]).toEqual([['77'], ['Foto team 4']]);
    const [order] = world.of<VipOrder>('vip-order');
    expect([
      order!.data.authorization,
      Object.values(order!.data.lines)[0]?.authorizationLine,
    ]).toEqual(['authorization-1', 'a']);
    const before = JSON.stringify([...world.records.values()]);
    expect(await bring(world)).toMatchObject({ outcome: 'same', notes: [] });
    expect(JSON.stringify([...world.records.values()])).toBe(before);
  });

  test('C4: one that was read in before the authorization was noted is joined to it when it is read again', async () => {
    const world = worldWith();
    await bring(world);
    world.records.set('authorization-1', authorized());
    expect(ownedIn(world)).toEqual(['Foto team 8']);
    expect(await bring(world)).toMatchObject({
      outcome: 'changed',
      changes: [{ field: 'licenceType' }, { field: 'authorization', to: '2026-11-10' }],
    });
    expect([orderedIn(world), ownedIn(world)]).toEqual([['77'], ['Foto team 4']]);
  });

  test('C3, C4: one that is open in California is found by an order of the day that has begun in Stockholm, not of the day after', async () => {
    const ending = authorized({ days: 7, createdOn: '2026-11-10' });
    const noted = async (day: string) => {
      const world = worldWith(ending);
      await bring(world, `77;${VIP};${day};;Foto;4;NEW`);
      return orderedIn(world);
    };
    expect([
      await noted('2026-11-17'),
      await noted('2026-11-18'),
      await noted('2026-11-19'),
    ]).toEqual([['77'], ['77'], ['']]);
  });

  test('C4: a word in the number’s place gives way to the order', async () => {
    const world = worldWith();
    world.bring(await authorizations(`A1;${VIP};2026-11-10;Team;Foto;4;Ordered`));
    expect(orderedIn(world)).toEqual(['Ordered']);
    await bring(world);
    expect([orderedIn(world), ownedIn(world)]).toEqual([['77'], ['Foto team 4']]);
  });

  test.each<readonly [string, readonly VolymRecord[], string | undefined]>([
    [
      'two that wait for so many',
      [authorized(), authorized({ id: 'authorization-2' })],
      'several-waiting',
    ],
    [
      'one that waits for another count',
      [authorized({ lines: foto(5) })],
      'waits-for-another-count',
    ],
    ['one of a later day', [authorized({ createdOn: '2026-11-19' })], undefined],
    ['one of another product', [authorizationWith({ createdOn: '2026-11-10' })], undefined],
    ['one that had expired', [authorized({ days: 7, createdOn: '2026-11-01' })], undefined],
    [
      'one that another order covers',
      [
        authorized({
          steps: [
            stepOf('ordered', '2026-11-11', { order: 'other', orderNumber: '70', line: 'a' }),
          ],
        }),
      ],
      undefined,
    ],
    [
      'one that was withdrawn',
      [authorized({ steps: [stepOf('authorization-withdrawn', '2026-11-11')] })],
      undefined,
    ],
  ])('C4: beside %s it stands alone, and says why', async (_, records, note) => {
    const world = worldWith(...records);
    expect((await bring(world)).notes.map(({ code }) => code)).toEqual(
      note === undefined ? [] : [note],
    );
    expect(world.of<VipOrder>('vip-order')[0]!.data.authorization).toBe('');
  });

  test('C4: a renewal fulfils no authorization, and one order of two lines is of one', async () => {
    const renewed = worldWith(authorized());
    await bring(renewed, `77;${VIP};2026-11-18;;Foto;4;RENEWAL`);
    expect(orderedIn(renewed)).toEqual(['']);
    const lines = { b: { product: 'Vektor', quantity: 2, sku: '' } };
    const world = worldWith(authorized(), authorized({ id: 'authorization-2', lines }));
    world.bring(
      await orders(`77;${VIP};2026-11-18;;Foto;4;NEW`, `77;${VIP};2026-11-18;;Vektor;2;NEW`),
    );
    expect(orderedIn(world)).toEqual(['77', '']);
  });
});

describe('C3: an order of a list that is of two authorizations of one product and quantity', () => {
  const lines = { 'line-001': { product: 'Foto', quantity: 5, sku: '' } };
  const authorizationOf = (id: string, requestNumber: string) =>
    authorizationWith({ id, requestNumber, createdOn: '2026-11-10', lines });
  const list = (...requests: readonly string[]) =>
    rowsOf(
      csvOf(
        'Order Number;VIP ID;Order Date;Licence Type;Product;Quantity;Request Number',
        ...requests.map((request) => `1001;${VIP};2026-11-15;Team;Foto;5;${request}`),
      ),
    );
  const seen = (world: VipWorld) => {
    const [order, ...others] = world.of<VipOrder>('vip-order');
    const { authorizations } = bookIn(world);
    const left = linesLeft(order!, []).map((line) => line.left);
    return [
      others,
      authorizations.map((each) => linesNow(each)[0]?.orderNumber),
      left,
      ownedIn(world),
    ];
  };

  test('C3, C13: orders both, a row each, and the same list again changes nothing', async () => {
    const world = worldWith(authorizationOf('pa-1', 'R1'), authorizationOf('pa-2', 'R2'));
    for (const outcomes of [
      ['new', 'new'],
      ['same', 'same'],
    ]) {
      expect(world.bring(await list('R1', 'R2')).rows.map(({ outcome }) => outcome)).toEqual(
        outcomes,
      );
      expect(seen(world)).toEqual([[], ['1001', '1001'], [5, 5], ['Foto team 10']]);
    }
    expect(world.bring(await list('R1', 'r 1')).rows.map(({ outcome }) => outcome)).toEqual([
      'same',
      'duplicate',
    ]);
  });

  test.each([[['R1', 'R2']], [['R2', 'R1']]])(
    'C3, C13: also where the second was noted by hand before: %s',
    async (requests) => {
      const second = authorizationOf('pa-2', 'R2');
      const input = { orderNumber: '1001', orderDate: '2026-11-15', lines: ['line-001'], skus: {} };
      const covered = valueOf(coverLines(second, 'noted', input, doingOn(TODAY)));
      const order = orderOf('noted', second, input, doingOn(TODAY));
      const world = worldWith(
        authorizationOf('pa-1', 'R1'),
        { ...second, ...covered } as VolymRecord,
        vipOrderWith(order.data, 'noted'),
      );
      for (const rows of [requests, requests, requests.toReversed()]) {
        world.bring(await list(...rows));
        expect(seen(world)).toEqual([[], ['1001', '1001'], [5, 5], ['Foto team 10']]);
      }
    },
  );

  test.each([
    ['of one authorization', ['R1;3', 'R1;2'], [3, 2], 5],
    ['of which one is of an authorization that is not here', ['R1;5', 'R2;5'], [5, 5], 10],
    [
      'in another quantity, the first of which is of one that is not here',
      ['R2;7', 'R1;7'],
      [7, 7],
      12,
    ],
  ])(
    'C4, C13: beside a line that was noted by hand, two rows %s are two',
    async (_, rows, left, owned) => {
      const first = authorizationOf('pa-1', 'R1');
      const input = { orderNumber: '1001', orderDate: '2026-11-15', lines: ['line-001'], skus: {} };
      const covered = valueOf(coverLines(first, 'noted', input, doingOn(TODAY)));
      const noted = vipOrderWith(orderOf('noted', first, input, doingOn(TODAY)).data, 'noted');
      const world = worldWith({ ...first, ...covered } as VolymRecord, noted);
      const both = await rowsOf(
        csvOf(
          'Order Number;VIP ID;Order Date;Licence Type;Product;Request Number;Quantity',
          ...rows.map((row) => `1001;${VIP};2026-11-15;Team;Foto;${row}`),
        ),
      );
      for (const _ of [1, 2, 3]) {
        world.bring(both);
        expect(seen(world)).toEqual([[], ['1001'], left, [`Foto team ${owned}`]]);
      }
      // Another device, on which nobody noted it, read the same list.
      const there = worldWith(first);
      there.bring(both);
      const [listed] = there.of<VipOrder>('vip-order');
      const lines = { ...world.of<VipOrder>('vip-order')[0]!.data.lines, ...listed!.data.lines };
      expect(linesLeft(vipOrderWith({ lines }), []).map((line) => line.left)).toEqual(left);
    },
  );

  test('C13: also where one of the two is not here', async () => {
    const world = worldWith(authorizationOf('pa-1', 'R1'));
    for (const _ of [1, 2, 3]) {
      world.bring(await list('R1', 'R2'));
      expect(seen(world)).toEqual([[], ['1001'], [5, 5], ['Foto team 10']]);
    }
  });
});

test('C6: a list does not move an order past the day on which something was asked back of it', async () => {
  const world = worldWith();
  world.bring(await orders(`77;${VIP};2026-11-10;65000002BA01A12;Foto;3;NEW`));
  const [order] = world.of<VipOrder>('vip-order');
  const asked = returnWith({ order: order!.id }, [stepOf('return-asked', '2026-11-12')]);
  world.records.set(asked.id, asked as never);
  const later = world.bring(await orders(`77;${VIP};2026-11-15;65000002BA01A12;Foto;3;NEW`));
  expect(later.rows[0]).toMatchObject({
    outcome: 'same',
    notes: [{ code: 'order-after-return', params: { day: '2026-11-12' } }],
  });
  expect(world.of<VipOrder>('vip-order')[0]!.data.orderDate).toBe('2026-11-10');
  world.bring(await orders(`77;${VIP};2026-11-12;65000002BA01A12;Foto;3;NEW`));
  expect(world.of<VipOrder>('vip-order')[0]!.data.orderDate).toBe('2026-11-12');
});

describe('C13: a line that two devices named and that a list has in another quantity', () => {
  const six = (given: Partial<OrderLine> = {}) =>
    orderLine(6, { product: 'Foto', sku: '', ...given });
  const list = () => orders(`1001;${VIP};2026-11-10;;Foto;7;NEW`);
  const quantitiesIn = (world: VipWorld) =>
    Object.values(world.of<VipOrder>('vip-order')[0]!.data.lines).map(({ quantity }) => quantity);

  test('C13: stays one line, of which the authorization says how many are owned', async () => {
    const ordered = stepOf('ordered', '2026-11-10', {
      order: 'order-1',
      orderNumber: '1001',
      line: 'a',
    });
    const lines = { a: { product: 'Foto', quantity: 6, sku: '' } };
    const of = { orderNumber: '1001', orderDate: '2026-11-10', authorization: 'authorization-1' };
    const world = worldWith(
      authorizationWith({ createdOn: '2026-11-10', lines, steps: [ordered] }),
      vipOrderWith({
        ...of,
        lines: { a: six({ authorizationLine: 'a' }), 'line-001': six({ licenceType: '' }) },
      }),
    );
    expect(ownedIn(world)).toEqual(['Foto team 6']);
    world.bring(await list());
    expect([ownedIn(world), quantitiesIn(world)]).toEqual([['Foto team 6'], [7, 7]]);
  });

  test('C13: stays one line, of which the list says how many are owned', async () => {
    const lines = { z: six(), 'line-001': six({ licenceType: '' }) };
    const world = worldWith(vipOrderWith({ orderNumber: '1001', orderDate: '2026-11-10', lines }));
    expect(ownedIn(world)).toEqual(['Foto team 6']);
    expect(world.bring(await list()).rows[0]).toMatchObject({
      outcome: 'changed',
      changes: [{ field: 'quantity', from: '6', to: '7' }],
    });
    expect([ownedIn(world), quantitiesIn(world)]).toEqual([['Foto team 7'], [7, 7]]);
    expect(world.bring(await list()).under).toEqual([]);
    // What a person corrects of it stays so when the old list comes again.
    const now = Object.entries(lines).map(([id, line]) => [id, { ...line, quantity: 5 }]);
    world.correct<VipOrderData>('order-1', { lines: Object.fromEntries(now) });
    world.bring(await list());
    expect(ownedIn(world)).toEqual(['Foto team 5']);
  });
});

test('C13: of a request number that two records have the list says so, as long as both count', async () => {
  const world = worldWith(
    authorizationWith({ requestNumber: 'R1', createdOn: '2026-11-10' }),
    authorizationWith({ id: 'copy', requestNumber: 'r 1', createdOn: '2026-11-10' }),
  );
  const notes = async () =>
    world.bring(await authorizations(`R1;${VIP};2026-11-10;Team;Illustrator;6;Pending`)).rows[0]!
      .notes;
  const told = { code: 'number-several-times', params: { number: 'R1', count: 2 } };
  expect(await notes()).toContainEqual(told);
  const copy = world.records.get('copy')!;
  const steps = [...copy.steps, stepOf('authorization-withdrawn', '2026-11-11')];
  world.records.set('copy', { ...copy, steps });
  expect(await notes()).not.toContainEqual(told);
});

test('C13: an authorization of several products that was noted by hand is found by its number, in whatever order a list has them', async () => {
  const lines = {
    x: { product: 'Illustrator', quantity: 6, sku: '' },
    y: { product: 'Foto', quantity: 2, sku: '' },
  };
  const steps = [stepOf('line-removed', '2026-11-11', { line: 'x', quantity: '2' })];
  const world = worldWith(
    authorizationWith({ requestNumber: 'R1', createdOn: '2026-11-10', lines, steps }),
  );
  const list = (...products: readonly string[]) =>
    authorizations(...products.map((product) => `R1;${VIP};2026-11-10;Team;${product};Pending`));
  const { rows } = world.bring(await list('Foto;2', 'Illustrator;6'));
  expect(rows.map(({ outcome }) => outcome)).toEqual(['same', 'same']);
  const [authorization, ...others] = world.of<PurchaseAuthorization>('purchase-authorization');
  expect(others).toEqual([]);
  expect(linesNow(authorization!).map(({ product, left }) => `${product} ${left}`)).toEqual([
    'Illustrator 4',
    'Foto 2',
  ]);
});

describe('C13: authorizations of a list without numbers', () => {
  const SKU = '65297600BA01A12';
  const list = (...rows: readonly string[]) =>
    rowsOf(
      csvOf(
        'VIP ID;Request Number;Created;Licence Type;Product;Quantity;SKU',
        ...rows.map((row) => `${VIP};${row}`),
      ),
    );
  const row = (
    given: { readonly number?: string; readonly sku?: string; readonly product?: string } = {},
  ) => {
    const { number = '', sku = '', product = 'Foto' } = given;
    return `${number};2026-11-01;Team;${product};2;${sku}`;
  };
  const foto = (sku = '') =>
    authorizationWith({
      createdOn: '2026-11-01',
      lines: { a: { product: 'Foto', quantity: 2, sku } },
    });
  const quantities = (world: VipWorld) =>
    world.of<PurchaseAuthorization>('purchase-authorization').map((authorization) =>
      linesNow(authorization)
        .map(({ left }) => left)
        .join(),
    );

  test.each<readonly [string, readonly VolymRecord[]]>([
    ['new', []],
    ['beside one that was noted by hand', [foto()]],
    ['beside one that was noted by hand with its SKU', [foto(SKU)]],
  ])(
    'C13: two of one day, product and quantity, one with its SKU, stay two, %s',
    async (_, records) => {
      const world = worldWith(...records);
      const rows = [row(), row({ sku: SKU })];
      for (const again of [rows, rows, rows.toReversed(), rows]) {
        world.bring(await list(...again));
        expect(quantities(world)).toEqual(['2', '2']);
      }
    },
  );

  test.each([
    ['with their numbers', [row()], [row({ number: 'R1' })]],
    ['without them', [row({ number: 'R1' })], [row()]],
    ['with their SKUs', [row()], [row({ sku: SKU })]],
    ['under another name', [row({ sku: SKU })], [row({ sku: SKU, product: 'Photo' })]],
  ])('C13: that another list has %s are the same', async (_, first, second) => {
    const world = worldWith();
    for (const rows of [first, second, first, second]) world.bring(await list(...rows));
    expect(quantities(world)).toEqual(['2']);
  });

  test('C13: that is in the list with its number and without is one', async () => {
    const world = worldWith();
    const told = async (...rows: readonly string[]) =>
      world.bring(await list(...rows)).rows.map(({ outcome }) => outcome);
    expect(await told(row({ number: 'R1' }), row())).toEqual(['new', 'duplicate']);
    expect(await told(row(), row({ number: 'R1' }))).toEqual(['same', 'duplicate']);
    expect(quantities(world)).toEqual(['2']);
  });
});

describe('C13: what was removed here and noted again', () => {
  const trashed = (world: VipWorld, id: string) =>
    world.records.set(id, { ...world.records.get(id)!, trashedOn: '2026-11-19' });
  const foto = { a: orderLine(4, { product: 'Foto', sku: '' }) };

  test.each(['first', 'last'])(
    'C13: an order stays removed where the one that replaces it stands, read %s',
    async (at) => {
      const again = vipOrderWith(
        { orderNumber: '1001', orderDate: '2026-11-10', lines: foto },
        'again',
      );
      const world = worldWith(...(at === 'first' ? [again] : []));
      const list = () => orders(`1001;${VIP};2026-11-10;;Foto;4;NEW`);
      if (at === 'last') {
        world.bring(await list());
        trashed(world, world.of<VipOrder>('vip-order')[0]!.id);
        world.records.set('again', again);
      } else world.records.set('gone', { ...again, id: 'gone', trashedOn: '2026-11-19' });
      expect(world.bring(await list()).rows.map(({ state }) => state)).toEqual(['existing']);
      expect(
        world.of<VipOrder>('vip-order').filter(({ trashedOn }) => trashedOn === ''),
      ).toHaveLength(1);
    },
  );

  test('C13: so does an authorization, also where the one that replaces it has no number yet', async () => {
    for (const requestNumber of ['R1', '']) {
      const world = worldWith();
      const list = () => authorizations(`R1;${VIP};2026-11-10;Team;Illustrator;6;Pending`);
      world.bring(await list());
      trashed(world, world.of<PurchaseAuthorization>('purchase-authorization')[0]!.id);
      const again = authorizationWith({ id: 'again', createdOn: '2026-11-10', requestNumber });
      world.records.set(again.id, again);
      expect(world.bring(await list()).rows.map(({ state }) => state)).toEqual(['existing']);
      const live = world
        .of<PurchaseAuthorization>('purchase-authorization')
        .filter(({ trashedOn }) => trashedOn === '');
      expect(live.map(({ id, data }) => [id, data.requestNumber])).toEqual([['again', 'R1']]);
    }
  });

  test('C13: without a replacement it comes back', async () => {
    const world = worldWith();
    const list = () => orders(`1001;${VIP};2026-11-10;;Foto;4;NEW`);
    world.bring(await list());
    trashed(world, world.of<VipOrder>('vip-order')[0]!.id);
    expect(world.bring(await list()).rows.map(({ state }) => state)).toEqual(['restored']);
  });
});

test('C3: a number of days that is no rule of the customer’s programme is Adobe’s own last day, in its own edition', async () => {
  const market = {
    ...customerWith({
      programme: 'vip-marketplace',
      renewalEdition: 'adobe-vip.renewal-marketplace-14',
    }),
  };
  const world = new VipWorld(TODAY, [market]);
  const list = await rowsOf(
    csvOf(
      'Request Number;VIP ID;Deployment Date;Licence Type;Product;Quantity;Status;Days To Order',
      `A1;${VIP};2026-11-18;Team;Foto;6;Pending;14`,
      `A2;${VIP};2026-11-18;Team;Vektor;6;Cancelled;7`,
    ),
  );
  const { rows } = world.bring(list);
  expect(rows.map(({ notes }) => notes.map(({ code }) => code))).toEqual([
    expect.arrayContaining(['days-of-their-own']),
    expect.arrayContaining(['said-cancelled']),
  ]);
  const [authorization] = world
    .of<PurchaseAuthorization>('purchase-authorization')
    .filter(({ data }) => data.requestNumber === 'A1');
  expect(authorization!.data).toMatchObject({
    edition: 'adobe-vip.order-7',
    statedDue: '2026-12-02',
  });
});

const requested = (...rows: readonly string[]) =>
  rowsOf(
    csvOf('Order Number;VIP ID;Order Date;SKU;Product;Quantity;Order Type;Request Number', ...rows),
  );

test('C7: a line that one file says with its request number and without is one line, as when two files say it', async () => {
  const [withNumber, without] = [
    `77;${VIP};2026-11-18;;Foto;4;NEW;A1`,
    `77;${VIP};2026-11-18;;Foto;4;NEW;`,
  ];
  const apart = worldWith();
  apart.bring(await requested(withNumber));
  apart.bring(await requested(without));
  expect(ownedIn(apart)).toEqual(['Foto  4']);
  for (const rows of [
    [withNumber, without],
    [without, withNumber],
  ]) {
    const world = worldWith();
    world.bring(await requested(...rows));
    expect(ownedIn(world)).toEqual(['Foto  4']);
  }
});

describe('C13: what an order row says beside its line', () => {
  const listed = (heading: string, ...rows: readonly string[]) => rowsOf(csvOf(heading, ...rows));

  test('C13: a cancelled one is left out', async () => {
    const rows = await listed(
      'Order Number;VIP ID;Order Date;Product;Quantity;Status',
      `77;${VIP};2026-11-18;Foto;4;Cancelled`,
      `78;${VIP};2026-11-18;Foto;4;Processed`,
      `79;${VIP};2026-11-18;Foto;4;Avbruten`,
    );
    expect(rows.map((row) => (row.outcome === 'value' ? row.is : row.reason))).toEqual([
      'order-cancelled',
      'order',
      'order-cancelled',
    ]);
  });

  test.each(['Rejected', 'Avslagen', 'Abgelehnt'])(
    'C3: a request that is %s waits for no order',
    async (status) => {
      const [row] = await listed(
        'Request Number;VIP ID;Created;Product;Quantity;Status',
        `12345;${VIP};2026-11-01;Foto;4;${status}`,
      );
      expect(row).toMatchObject({ is: 'authorization', status: 'cancelled', notes: [] });
    },
  );

  test('C13: the currency of an invoice counts for a price alone', async () => {
    const [row] = await listed(
      'Invoice Number;VIP ID;SKU;Product;Quantity;Unit price;Currency;Charge type',
      `F-1;${VIP};;Foto;4;350.00;EUR;Invoice`,
    );
    expect(row).toMatchObject({ is: 'invoice', unitPrice: '350.00', currency: 'EUR' });
  });

  test.each(['Date', 'Datum', 'Fecha'])(
    'C13: its day is under %s where no other column has it',
    async (day) => {
      const [row] = await listed(
        `Order Number;VIP ID;${day};SKU;Product;Quantity`,
        `77;${VIP};2026-11-18;;Foto;4`,
      );
      expect(row).toMatchObject({ is: 'order', orderDate: '2026-11-18' });
    },
  );

  test('C13: a price in another currency than the order’s is left out and told, and not the line', async () => {
    const world = worldWith();
    const list = await listed(
      'Order Number;VIP ID;Order Date;Product;Quantity;Unit price;Currency',
      `77;${VIP};2026-11-18;Foto;4;10.00;EUR`,
      `77;${VIP};2026-11-18;Vektor;2;90.00;SEK`,
    );
    const [, second] = world.bring(list).rows;
    expect(second?.notes).toContainEqual({
      code: 'price-in-other-currency',
      params: { written: 'SEK', currency: 'EUR' },
    });
    const [order] = world.of<VipOrder>('vip-order');
    expect([order?.data.currency, Object.values(order?.data.lines ?? {})]).toMatchObject([
      'EUR',
      [
        { product: 'Foto', unitPrice: '10.00' },
        { product: 'Vektor', quantity: 2, unitPrice: '' },
      ],
    ]);
    const again = world.bring(list);
    expect([again.above, again.under]).toEqual([[], []]);
  });
});
