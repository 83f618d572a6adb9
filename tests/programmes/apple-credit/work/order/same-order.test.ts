import { describe, expect, test } from 'vitest';
import type { ActedOn } from '#core/record/act.ts';
import type { CreditOrder } from '#programmes/apple-credit/rules/order/credit-order.ts';
import { redeem } from '#programmes/apple-credit/rules/code/code-commands.ts';
import { recordStep } from '#programmes/apple-credit/rules/order/order-commands.ts';
import { orderState } from '#programmes/apple-credit/rules/order/order-life.ts';
import type { RedemptionCodeData } from '#programmes/apple-credit/rules/code/redemption-code.ts';
import { currentSteps } from '#core/record/step.ts';
import { NEEDS_A_HAND } from '#core/day/day.ts';
import { homeRows } from '#workspace/rules/reminders/home.ts';
import { openDeadlines } from '#workspace/rules/questions/question.ts';
import { toTrash } from '#core/record/trash.ts';
import { giveAnswer } from '#data/questions/give-answer.ts';
import { joinOrders, keepTwoOrders } from '#programmes/apple-credit/work/order/join-orders.ts';
import { followOrdersMet } from '#programmes/apple-credit/work/order/orders-met.ts';
import { layAgain, restoreFromTrash } from '#data/trash/restore.ts';
import { joinAnew } from '#programmes/upkeeps.ts';
import { reportBug } from '#platform/report-bug.ts';
import { codeWith, orderWith, valueOf } from '#tests/factories/credit.ts';
import { isSame, type Copy } from '#data/merge/copy.ts';
import type { Device } from '#tests/data/sync/devices.ts';
import { opened, openLine, PATIENT, world } from '#tests/data/sync/world.ts';
import { onKind } from '#data/records/on-kind.ts';

const TODAY = '2026-11-20';
/** Typed by hand: its id tells that it is the older one. */
const TYPED = '0199a123-0000-7000-8000-000000000001';
/** From a sheet. */
const KEYED = 'b'.repeat(32);
const CODE = codeWith([], 1, KEYED);
const PAIR = { younger: KEYED, older: TYPED };

const typed = () => orderWith([['ordered', '2026-09-01']], { purchaseOrderNumber: '' }, TYPED);
const imported = () =>
  orderWith(
    [
      ['ordered', '2026-09-01'],
      ['ready', '2026-09-04'],
      ['downloaded', '2026-09-10'],
    ],
    { purchaseOrderNumber: 'PO-7' },
    KEYED,
  );

/** Looks for orders that meet, as the app does while it is open. */
const follow = (device: Device): void => {
  const stop = followOrdersMet(device.collection, (error) =>
    reportBug('orders that met were not noted', error),
  );
  opened.unshift({ close: () => Promise.resolve(stop()) });
};

const orderOf = async (device: Device, id: string) =>
  (await device.records.get(id)) as CreditOrder | undefined;

/**
 * A phone on which the order was typed and a tablet that imported it, each before it knew of the
 * other; then they meet.
 */
const met = async () => {
  const { device } = await world();
  const [onPhone, onTablet] = [openLine(), openLine()];
  const [phone, tablet] = [
    await device('phone', onPhone.network),
    await device('tablet', onTablet.network),
  ];
  await phone.records.create(typed());
  await tablet.records.insert([imported(), CODE]);
  for (const device of [phone, tablet]) follow(device);
  await Promise.all([phone.connect(), tablet.connect()]);
  for (const device of [phone, tablet])
    await expect.poll(async () => (await orderOf(device, KEYED))?.data.meets, PATIENT).toBe(TYPED);
  for (const device of [phone, tablet])
    await expect.poll(() => device.sync.waiting(9), PATIENT).toBe(0);
  return { device, phone, tablet, onPhone, onTablet };
};

const offline = async (request: Request): Promise<Response> => {
  throw new TypeError(`no network for ${request.url}`);
};

const copyOn = async (device: Device, id: string): Promise<Copy> =>
  (await device.collection.findOne(id).exec())?.toMutableJSON() as unknown as Copy;

/** Both devices hold the very same of all three records. */
const areAlike = async (phone: Device, tablet: Device): Promise<boolean> => {
  for (const id of [TYPED, KEYED, CODE.id])
    if (!isSame(await copyOn(phone, id), await copyOn(tablet, id))) return false;
  return true;
};

const inStep = async (...devices: readonly [Device, Device]): Promise<void> => {
  const isInStep = async (): Promise<boolean> => {
    for (const device of devices) if ((await device.sync.waiting(9)) > 0) return false;
    return areAlike(...devices);
  };
  await expect.poll(isInStep, PATIENT).toBe(true);
};

const stateOf = async (device: Device, id: string) => {
  const order = await orderOf(device, id);
  return order === undefined ? 'none' : orderState(order.data, order.steps, TODAY);
};

describe('A5: an order that was typed and the same from a sheet meet by sync', () => {
  test('A5: it is one question on every device, the older id stays, and only the older order reminds meanwhile', async () => {
    const { phone, tablet } = await met();
    for (const device of [phone, tablet]) {
      const orders = await device.records.find({ kind: 'credit-order', order: 'due' });
      expect(homeRows(orders, TODAY).map(({ record, action }) => [record.id, action])).toEqual([
        [KEYED, 'answer-whether-one-order'],
        [TYPED, 'enter-mail-day'].with(
          1,
          openDeadlines((await orderOf(device, TYPED))!)[0]!.action,
        ),
      ]);
      expect((await orderOf(device, KEYED))?.dueOn).toBe(NEEDS_A_HAND);
    }
    // All wrote the same of it, so that nothing had to be merged.
    expect(await areAlike(phone, tablet)).toBe(true);
  });

  test('A5: the same order: codes and steps go to the older, the other one to the trash with where it went', async () => {
    const { phone, tablet } = await met();
    valueOf(await joinOrders(phone.records, PAIR, 'ångrat'));
    await expect.poll(async () => (await orderOf(tablet, KEYED))?.trashedOn, PATIENT).toBe(TODAY);
    await inStep(phone, tablet);
    for (const device of [phone, tablet]) {
      expect((await orderOf(device, KEYED))?.data).toMatchObject({ joinedTo: TYPED });
      expect((await orderOf(device, TYPED))?.data).toMatchObject({ purchaseOrderNumber: 'PO-7' });
      expect(await stateOf(device, TYPED)).toBe('downloaded');
      expect((await device.records.get(CODE.id))?.parent).toBe(TYPED);
      expect((await orderOf(device, TYPED))?.clashes).toEqual([]);
    }
  });

  test('A5: taken back in one tap, each has its own again and the question is back', async () => {
    const { phone, tablet } = await met();
    const takeBack = valueOf(await joinOrders(phone.records, PAIR, 'ångrat'));
    await inStep(phone, tablet);
    expect(await takeBack()).toBeUndefined();
    await inStep(phone, tablet);
    for (const device of [phone, tablet]) {
      expect(await orderOf(device, KEYED)).toMatchObject({
        trashedOn: '',
        data: { meets: TYPED },
        clashes: [],
      });
      expect((await orderOf(device, TYPED))?.data.purchaseOrderNumber).toBe('');
      expect(await stateOf(device, TYPED)).toBe('ordered');
      expect((await device.records.get(CODE.id))?.parent).toBe(KEYED);
    }
  });

  test('A5: two different orders: both count, and nobody is asked again, on any device', async () => {
    const { device, phone, tablet } = await met();
    const takeBack = valueOf(await keepTwoOrders(tablet.records, PAIR, 'ångrat'));
    await expect
      .poll(async () => (await orderOf(phone, KEYED))?.data.meets, PATIENT)
      .toBeUndefined();
    await inStep(phone, tablet);
    const fresh = await device('fresh');
    follow(fresh);
    await fresh.connect();
    await expect
      .poll(async () => (await orderOf(fresh, KEYED))?.steps.length, PATIENT)
      .toBeGreaterThan(0);
    await expect.poll(async () => (await orderOf(fresh, TYPED))?.id, PATIENT).toBe(TYPED);
    await inStep(phone, fresh);
    for (const device of [phone, tablet, fresh]) {
      expect((await orderOf(device, KEYED))?.data.meets).toBeUndefined();
      expect(await stateOf(device, KEYED)).toBe('downloaded');
    }
    expect(await takeBack()).toBeUndefined();
    await expect.poll(async () => (await orderOf(fresh, KEYED))?.data.meets, PATIENT).toBe(TYPED);
  });

  test('A5: two devices that say the same at once, without a network, end with the same one order', async () => {
    const { phone, tablet, onPhone, onTablet } = await met();
    for (const line of [onPhone, onTablet]) line.obey(offline);
    for (const device of [phone, tablet]) valueOf(await joinOrders(device.records, PAIR, 'ångrat'));
    for (const line of [onPhone, onTablet]) line.obey();
    for (const device of [phone, tablet]) device.sync.tryNow();
    await inStep(phone, tablet);
    const order = await orderOf(phone, TYPED);
    expect(order?.steps.map(({ kind }) => kind)).toEqual(['ordered', 'ready', 'downloaded']);
    expect(order?.clashes).toEqual([]);
    expect(await orderOf(tablet, KEYED)).toMatchObject({
      trashedOn: TODAY,
      data: { joinedTo: TYPED },
      clashes: [],
    });
    expect((await tablet.records.get(CODE.id))?.parent).toBe(TYPED);
  });

  test('A5: two devices that say different things at once end with one question, alike on both', async () => {
    const { phone, tablet, onPhone, onTablet } = await met();
    for (const line of [onPhone, onTablet]) line.obey(offline);
    valueOf(await joinOrders(phone.records, PAIR, 'ångrat'));
    valueOf(await keepTwoOrders(tablet.records, PAIR, 'ångrat'));
    for (const line of [onPhone, onTablet]) line.obey();
    for (const device of [phone, tablet]) device.sync.tryNow();
    await inStep(phone, tablet);
    const order = await orderOf(tablet, KEYED);
    expect(order).toMatchObject({ trashedOn: '', clashes: [{ field: 'trashedOn' }] });
    expect(openDeadlines(order!)[0]?.action).toBe('answer-whether-trashed');
  });

  test('A5: a code that is redeemed before the answer is redeemed after it, and its order says so', async () => {
    const { phone, tablet } = await met();
    await tablet.records.change(
      CODE.id,
      onKind('redemption-code', (code, doing) =>
        redeem(code, { account: 'sara@nordby.example', place: '', on: TODAY }, doing),
      ),
    );
    await inStep(phone, tablet);
    valueOf(await joinOrders(phone.records, PAIR, 'ångrat'));
    await inStep(phone, tablet);
    expect(await stateOf(tablet, TYPED)).toBe('redeemed');
  });

  test('A5: once the older goes to the trash, or its number is put right, the other one counts again by itself', async () => {
    const { phone, tablet } = await met();
    await phone.records.change(
      TYPED,
      onKind('credit-order', (order) => ({
        ok: true,
        value: { ...order, data: { ...order.data, orderNumber: '4500218838' } },
      })),
    );
    for (const device of [phone, tablet])
      await expect
        .poll(async () => (await orderOf(device, KEYED))?.data.meets, PATIENT)
        .toBeUndefined();
    await inStep(phone, tablet);
    expect(await joinOrders(tablet.records, PAIR, '')).toMatchObject({
      problem: { code: 'question-is-gone' },
    });
  });
});

/** Which records the codes are in, on each device. */
const parentsOf = async (
  devices: readonly Device[],
  ids: readonly string[],
): Promise<(string | undefined)[]> => {
  const found: (string | undefined)[] = [];
  for (const device of devices)
    for (const id of ids) found.push((await device.records.get(id))?.parent);
  return found;
};

/** What two devices wrote without a network, once they meet. */
const meetAgain = async (
  { phone, tablet, onPhone, onTablet }: Awaited<ReturnType<typeof met>>,
  away: { readonly onPhone: () => Promise<unknown>; readonly onTablet: () => Promise<unknown> },
): Promise<void> => {
  for (const line of [onPhone, onTablet]) line.obey(offline);
  await away.onTablet();
  await away.onPhone();
  for (const line of [onPhone, onTablet]) line.obey();
  for (const device of [phone, tablet]) device.sync.tryNow();
  await inStep(phone, tablet);
};

const answerFirst = async (device: Device, value: string) => {
  const younger = (await orderOf(device, KEYED))!;
  return valueOf(
    await giveAnswer(device.records, {
      record: younger,
      clash: younger.clashes[0]!,
      value,
      reason: 'svar',
    }),
  );
};

const redeemThere = (device: Device) =>
  device.records.change(
    KEYED,
    onKind('credit-order', (order, doing) =>
      recordStep(order, { kind: 'redeemed', on: '2026-10-01' }, doing),
    ),
  );

const join = async (device: Device) => valueOf(await joinOrders(device.records, PAIR, 'ångrat'));

describe('A4, A5: two orders of different days', () => {
  const ordered = (on: string, id: string, more: Parameters<typeof orderWith>[0] = []) =>
    orderWith([['ordered', on], ...more], { orderDate: on }, id);
  const came = [
    ['ready', '2026-09-04'],
    ['downloaded', '2026-09-05'],
  ] as const;
  /**
   * Both on one device, which asks about them; the older of 10 September, and a code under the
   * younger.
   */
  const asked = async (younger: CreditOrder, usedOn?: string) => {
    const { device } = await world();
    const phone = await device('phone');
    await phone.records.insert([ordered('2026-09-10', TYPED), younger, CODE]);
    if (usedOn !== undefined)
      await phone.records.change(
        CODE.id,
        onKind('redemption-code', (code, doing) =>
          redeem(code, { account: 'sara@nordby.example', place: '', on: usedOn }, doing),
        ),
      );
    follow(phone);
    await expect.poll(async () => (await orderOf(phone, KEYED))?.data.meets, PATIENT).toBe(TYPED);
    return phone;
  };
  const days = async (device: Device, id: string) => {
    const order = (await orderOf(device, id))!;
    return [
      order.data.orderDate,
      ...currentSteps(order.steps).map(({ kind, on }) => `${kind} ${on}`),
    ];
  };

  test('A4, A5: joined, the order has the earlier day where something happened before the later one; undone, its own', async () => {
    const phone = await asked(ordered('2026-09-01', KEYED, came), '2026-09-06');
    const takeBack = await join(phone);
    const all = [
      'ordered 2026-09-01',
      'ready 2026-09-04',
      'downloaded 2026-09-05',
      'redeemed 2026-09-06',
    ];
    expect(await days(phone, TYPED)).toEqual(['2026-09-01', ...all]);
    expect(await takeBack()).toBeUndefined();
    expect(await days(phone, TYPED)).toEqual(['2026-09-10', 'ordered 2026-09-10']);
    expect((await days(phone, KEYED)).slice(0, 2)).toEqual(['2026-09-01', 'ordered 2026-09-01']);
    expect((await orderOf(phone, KEYED))?.data.meets).toBe(TYPED);
    await join(phone);
    expect(await days(phone, TYPED)).toEqual(['2026-09-01', ...all]);
  });

  test('A4, A5: so it has where a code alone was used before the later day', async () => {
    const phone = await asked(ordered('2026-09-01', KEYED), '2026-09-06');
    await join(phone);
    expect((await days(phone, TYPED)).slice(0, 2)).toEqual(['2026-09-01', 'ordered 2026-09-01']);
  });

  test('A4, A5: and where the younger says its day in the field alone', async () => {
    const phone = await asked(orderWith(came, { orderDate: '2026-09-01' }, KEYED));
    const takeBack = await join(phone);
    expect((await days(phone, TYPED)).slice(0, 2)).toEqual(['2026-09-01', 'ordered 2026-09-01']);
    expect(await takeBack()).toBeUndefined();
    expect(await days(phone, TYPED)).toEqual(['2026-09-10', 'ordered 2026-09-10']);
  });

  test('A4, A5: the later day does not come back past what someone noted on the order since', async () => {
    const phone = await asked(ordered('2026-09-01', KEYED, came));
    const takeBack = await join(phone);
    const noted = { kind: 'validated', on: '2026-09-02' } as const;
    valueOf(
      await phone.records.change(
        TYPED,
        onKind('credit-order', (order, doing) => recordStep(order, noted, doing)),
      ),
    );
    expect(await takeBack()).toBeUndefined();
    expect(await days(phone, TYPED)).toEqual([
      '2026-09-01',
      'ordered 2026-09-01',
      'validated 2026-09-02',
    ]);
  });

  test('A5: where nothing speaks against it the older order keeps its own day', async () => {
    const phone = await asked(ordered('2026-09-01', KEYED, [['ready', '2026-09-12']]));
    await join(phone);
    expect(await days(phone, TYPED)).toEqual([
      '2026-09-10',
      'ordered 2026-09-10',
      'ready 2026-09-12',
    ]);
  });
});

describe('A5: what was done without a network while two orders were joined', () => {
  test('A5: codes that come under the younger later go to the older as well, alike on both devices', async () => {
    const devices = await met();
    const { phone, tablet } = devices;
    const late = [codeWith([], 2, KEYED), codeWith([], 3, KEYED)];
    await meetAgain(devices, {
      onTablet: () => tablet.records.insert(late),
      onPhone: () => join(phone),
    });
    const ids = [CODE.id, ...late.map(({ id }) => id)];
    await expect.poll(() => parentsOf([phone, tablet], ids), PATIENT).toEqual(Array(6).fill(TYPED));
    await inStep(phone, tablet);
    const numbers = (await phone.records.find({ parent: TYPED, kind: 'redemption-code' })).map(
      ({ data }) => (data as RedemptionCodeData).number,
    );
    expect(numbers.toSorted()).toEqual([1, 2, 3]);
    for (const { id } of late)
      expect(isSame(await copyOn(phone, id), await copyOn(tablet, id))).toBe(true);
  });

  test('A5: where the older has its own codes by then, those that come late get the next numbers, alike on both', async () => {
    const devices = await met();
    const { phone, tablet } = devices;
    const [late, own] = [codeWith([], 3, KEYED), codeWith([], 2, TYPED)];
    const joinWithOwn = async () => {
      await phone.records.insert([own]);
      await join(phone);
    };
    await meetAgain(devices, {
      onTablet: () => tablet.records.insert([late]),
      onPhone: joinWithOwn,
    });
    const numberOn = async (device: Device, { id }: { readonly id: string }) =>
      ((await device.records.get(id))?.data as RedemptionCodeData | undefined)?.number;
    for (const device of [phone, tablet]) {
      await expect
        .poll(() => parentsOf([device], [CODE.id, late.id]), PATIENT)
        .toEqual([TYPED, TYPED]);
      expect([
        await numberOn(device, own),
        await numberOn(device, CODE),
        await numberOn(device, late),
      ]).toEqual([2, 3, 4]);
    }
    await inStep(phone, tablet);
    expect(isSame(await copyOn(phone, late.id), await copyOn(tablet, late.id))).toBe(true);
  });

  test('A5: codes left behind by an older version are moved when the app is opened', async () => {
    const { device } = await world();
    const phone = await device('phone');
    await phone.records.insert([typed(), imported(), CODE]);
    await phone.records.change(
      KEYED,
      onKind('credit-order', (order, doing) => ({
        ok: true,
        value: { ...order, data: { ...order.data, joinedTo: TYPED }, trashedOn: doing.today },
      })),
    );
    follow(phone);
    await expect.poll(() => parentsOf([phone], [CODE.id]), PATIENT).toEqual([TYPED]);
  });

  test('A5: redeemed meanwhile, and answered that it stays in the trash: the older order says so', async () => {
    const devices = await met();
    const { phone, tablet } = devices;
    await meetAgain(devices, { onTablet: () => redeemThere(tablet), onPhone: () => join(phone) });
    await answerFirst(phone, TODAY);
    await inStep(phone, tablet);
    for (const device of [phone, tablet]) {
      expect(await stateOf(device, TYPED)).toBe('redeemed');
      expect(await orderOf(device, KEYED)).toMatchObject({
        trashedOn: TODAY,
        data: { joinedTo: TYPED },
        clashes: [],
      });
    }
  });

  test('A5: one says the same, the other says two, and it stays out of the trash: each has its own again', async () => {
    const devices = await met();
    const { phone, tablet } = devices;
    const two = async () => valueOf(await keepTwoOrders(tablet.records, PAIR, 'ångrat'));
    await meetAgain(devices, { onTablet: two, onPhone: () => join(phone) });
    const { takeBack } = await answerFirst(phone, '');
    await inStep(phone, tablet);
    for (const device of [phone, tablet]) {
      const younger = await orderOf(device, KEYED);
      expect(younger).toMatchObject({ trashedOn: '', clashes: [] });
      expect(younger?.data).not.toHaveProperty('joinedTo');
      expect(younger?.data).not.toHaveProperty('meets');
      expect(await parentsOf([device], [CODE.id])).toEqual([KEYED]);
      expect((await orderOf(device, TYPED))?.data.purchaseOrderNumber).toBe('');
      expect([await stateOf(device, TYPED), await stateOf(device, KEYED)]).toEqual([
        'ordered',
        'downloaded',
      ]);
    }
    expect(await takeBack()).toBeUndefined();
    expect(await orderOf(phone, KEYED)).toMatchObject({
      data: { joinedTo: TYPED },
      clashes: [{ field: 'trashedOn' }],
    });
    expect(await parentsOf([phone], [CODE.id])).toEqual([TYPED]);
    expect(await stateOf(phone, TYPED)).toBe('downloaded');
  });

  test('A5: out of the trash again, the younger has its codes and steps and is asked about again', async () => {
    const { phone, tablet } = await met();
    await join(phone);
    await inStep(phone, tablet);
    expect(await restoreFromTrash(tablet.records, KEYED)).toBeUndefined();
    await expect.poll(async () => (await orderOf(phone, KEYED))?.data.meets, PATIENT).toBe(TYPED);
    await inStep(phone, tablet);
    for (const device of [phone, tablet]) {
      expect((await orderOf(device, KEYED))?.data).not.toHaveProperty('joinedTo');
      expect(await parentsOf([device], [CODE.id])).toEqual([KEYED]);
      expect((await orderOf(device, TYPED))?.data.purchaseOrderNumber).toBe('');
      expect(await stateOf(device, TYPED)).toBe('ordered');
    }
  });

  test('A5: the undo of that restore makes them one again, alike on both devices', async () => {
    const { phone, tablet } = await met();
    await join(phone);
    await inStep(phone, tablet);
    let lay: readonly ActedOn[] = [];
    await restoreFromTrash(tablet.records, KEYED, (found) => void (lay = found));
    await expect.poll(async () => (await orderOf(phone, KEYED))?.data.meets, PATIENT).toBe(TYPED);
    await inStep(phone, tablet);
    expect(await layAgain(tablet.records, lay)).toBeUndefined();
    expect(await joinAnew(tablet.records, lay)).toBeUndefined();
    await expect.poll(async () => (await orderOf(phone, KEYED))?.trashedOn, PATIENT).toBe(TODAY);
    await inStep(phone, tablet);
    for (const device of [phone, tablet]) {
      expect((await orderOf(device, KEYED))?.data).toMatchObject({ joinedTo: TYPED });
      expect(await parentsOf([device], [CODE.id])).toEqual([TYPED]);
      expect((await orderOf(device, TYPED))?.data.purchaseOrderNumber).toBe('PO-7');
      expect(await stateOf(device, TYPED)).toBe('downloaded');
    }
  });

  test('A5: the older is thrown away meanwhile: that alone is asked, not the younger as well', async () => {
    const devices = await met();
    const { phone, tablet } = devices;
    const throwAway = async () => {
      await tablet.records.change(TYPED, toTrash);
      await expect
        .poll(async () => (await orderOf(tablet, KEYED))?.data.meets, PATIENT)
        .toBeUndefined();
    };
    await meetAgain(devices, { onTablet: throwAway, onPhone: () => join(phone) });
    for (const device of [phone, tablet]) {
      expect((await orderOf(device, TYPED))?.clashes).toMatchObject([{ field: 'trashedOn' }]);
      expect(await orderOf(device, KEYED)).toMatchObject({
        trashedOn: TODAY,
        data: { joinedTo: TYPED },
        clashes: [],
      });
    }
  });
});
