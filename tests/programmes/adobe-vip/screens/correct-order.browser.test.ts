import { screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { isOpen, linesNow } from '#programmes/adobe-vip/rules/authorization/authorization-life.ts';
import { anniversaryDue } from '#programmes/adobe-vip/rules/customer/customer-deadlines.ts';
import type { PurchaseAuthorization } from '#programmes/adobe-vip/rules/authorization/purchase-authorization.ts';
import type { VipCustomer } from '#programmes/adobe-vip/rules/customer/vip-customer.ts';
import type { VipOrder } from '#programmes/adobe-vip/rules/order/vip-order.ts';
import { currentSteps } from '#core/record/step.ts';
import type { App } from '#ui/app.svelte.ts';
import AuthorizationActions from '#programmes/adobe-vip/screens/authorization/AuthorizationActions.svelte';
import VipHistory from '#programmes/adobe-vip/screens/history/VipHistory.svelte';
import {
  authorizationWith,
  customerWith,
  orderLine,
  returnWith,
  stepOf,
  vipOrderWith,
} from '#tests/factories/vip.ts';
import { addRecords } from '#tests/programmes/apple-licences/screens/app/apps-app.ts';
import { faults } from '#tests/ui/axe.ts';
import { openApp, stored, undoLast } from '#tests/programmes/apple-credit/screens/credit-app.ts';
import { showUnderCustomer } from './vip-app.ts';

/** What a press loads takes its time on a busy machine. */
const patient = { timeout: 60_000 };
const covered = { order: 'order-1', orderNumber: '77000412', line: 'a' };
const waiting = authorizationWith({ createdOn: '2026-11-02', purchaseOrderNumber: 'TL-1' });
const ordered = { ...waiting, steps: [...waiting.steps, stepOf('ordered', '2026-11-10', covered)] };
const order = vipOrderWith({
  orderDate: '2026-11-10',
  authorization: waiting.id,
  purchaseOrderNumber: 'TL-1',
  lines: {
    a: orderLine(6, { authorizationLine: 'a' }),
    b: orderLine(4, { product: 'Acrobat Pro' }),
  },
});
const customer = customerWith({
  firstOrderOn: '2026-11-10',
  anniversary: '2027-11-10',
  anniversaryDay: 10,
});

const type = async (field: HTMLElement, words: string): Promise<void> => {
  await userEvent.clear(field);
  await userEvent.type(field, words);
};
const open = async (more: Parameters<typeof addRecords>[1] = []) => {
  const { app } = await openApp();
  await addRecords(app, [customer, ordered, order, ...more]);
  showUnderCustomer(app, VipHistory, (here) => ({ customer: here.customer! }));
  // The newest comes first, and this one is the oldest.
  const buttons = await screen.findAllByRole('button', { name: 'Rätta ordern' }, patient);
  await userEvent.click(buttons.at(-1)!);
  const sheet = await screen.findByRole('dialog', { name: 'Rätta ordern' }, patient);
  const press = (name: string): Promise<void> =>
    userEvent.click(within(sheet).getByRole('button', { name }));
  return { app, sheet, press };
};
const now = async (app: App) => {
  const { data } = await stored<VipOrder>(app, 'order-1');
  const [line] = linesNow(await stored<PurchaseAuthorization>(app, waiting.id));
  const { firstOrderOn, anniversary } = (await stored<VipCustomer>(app, 'customer-1')).data;
  return [
    data.orderNumber,
    data.orderDate,
    data.lines.b!.quantity,
    line!.orderNumber,
    firstOrderOn,
    anniversary,
  ];
};
const NOTED = ['77000412', '2026-11-10', 4, '77000412', '2026-11-10', '2027-11-10'];

describe('C4: what was noted of an order is put right', () => {
  test('C4: number, day and quantity, on its authorization and its customer too, and undone as they were', async () => {
    const { app, sheet, press } = await open();
    expect(within(sheet).queryByRole('spinbutton', { name: 'Antal, Illustrator' })).toBeNull();
    await type(within(sheet).getByLabelText('Ordernummer'), '77000413');
    await type(within(sheet).getByLabelText('Orderdag'), '2026-11-12');
    await type(within(sheet).getByRole('spinbutton', { name: 'Antal, Acrobat Pro' }), '5');
    expect(await faults()).toEqual([]);
    await press('Spara');
    const right = ['77000413', '2026-11-12', 5, '77000413', '2026-11-12', '2027-11-12'];
    await waitFor(async () => expect(await now(app)).toEqual(right), patient);
    await undoLast();
    await waitFor(async () => expect(await now(app)).toEqual(NOTED), patient);
  });

  test('C4: undone, it is not dated after what was asked back of it since, and what followed the day stays with it', async () => {
    const { app, sheet, press } = await open();
    await type(within(sheet).getByLabelText('Ordernummer'), '77000413');
    await type(within(sheet).getByLabelText('Orderdag'), '2026-11-04');
    await press('Spara');
    const right = ['77000413', '2026-11-04', 4, '77000413', '2026-11-04', '2027-11-04'];
    await waitFor(async () => expect(await now(app)).toEqual(right), patient);
    await addRecords(app, [
      { ...returnWith({ lines: { b: 1 } }), steps: [stepOf('return-asked', '2026-11-05')] },
    ]);
    await undoLast();
    const stays = ['77000412', '2026-11-04', 4, '77000412', '2026-11-04', '2027-11-04'];
    await waitFor(async () => expect(await now(app)).toEqual(stays), patient);
    const { steps } = await stored<PurchaseAuthorization>(app, waiting.id);
    expect(currentSteps(steps).flatMap(({ kind, on }) => (kind === 'ordered' ? [on] : []))).toEqual(
      ['2026-11-04'],
    );
  });

  test('C4: a number that another order of the customer has is warned of where it is typed, and can be saved', async () => {
    const { app, sheet, press } = await open([
      vipOrderWith({ orderNumber: '7700 0500' }, 'order-2'),
    ]);
    const field = within(sheet).getByLabelText('Ordernummer');
    const warned = () => within(sheet).queryByText(/^Kunden har redan order 7700 0500\./);
    await type(field, '7700050');
    expect(warned()).toBeNull();
    await type(field, ' 77000500');
    expect(warned()).toBeTruthy();
    expect(await faults()).toEqual([]);
    await press('Spara');
    await waitFor(async () => expect((await now(app))[0]).toBe('77000500'), patient);
    await undoLast();
    await waitFor(async () => expect((await now(app))[0]).toBe('77000412'), patient);
  });

  test('C4: of a number that stays nobody is warned', async () => {
    const { sheet } = await open([vipOrderWith({}, 'order-2')]);
    await type(within(sheet).getByLabelText('Ordernummer'), '7700 0412');
    expect(within(sheet).queryByText(/^Kunden har redan order/)).toBeNull();
  });

  test('C4: a day before the authorization is refused at its field, and nothing is written', async () => {
    const { app, sheet, press } = await open();
    await type(within(sheet).getByLabelText('Orderdag'), '2026-11-01');
    await press('Spara');
    expect(await within(sheet).findByText(/^Ordern kan inte vara äldre/, {}, patient)).toBeTruthy();
    expect(await now(app)).toEqual(NOTED);
  });

  test('C4: taken away, its authorization waits again and the customer has no first order; undone all is back', async () => {
    const { app, press } = await open();
    await press('Ta bort ordern');
    const isWaiting = async (): Promise<boolean> =>
      isOpen(await stored<PurchaseAuthorization>(app, waiting.id));
    const orders = () => app.records.find({ kind: 'vip-order', parent: 'customer-1' });
    await waitFor(
      async () => expect([await isWaiting(), (await orders()).length]).toEqual([true, 0]),
      patient,
    );
    await waitFor(
      async () => expect((await stored<VipCustomer>(app, 'customer-1')).data.anniversary).toBe(''),
      patient,
    );
    await undoLast();
    await waitFor(
      async () => expect([await isWaiting(), (await orders()).length]).toEqual([false, 1]),
      patient,
    );
    await waitFor(async () => expect(await now(app)).toEqual(NOTED), patient);
  });

  // Two rows with the same order number, each from its own authorization, make this order.
  const second = authorizationWith({
    id: 'authorization-2',
    createdOn: '2026-11-05',
    lines: { b: { product: 'Acrobat Pro', quantity: 4, sku: '' } },
    steps: [stepOf('ordered', '2026-11-10', { ...covered, line: 'b' })],
  });
  const numbers = async (app: App) =>
    Promise.all(
      [waiting.id, second.id].map(
        async (id) => linesNow(await stored<PurchaseAuthorization>(app, id))[0]?.orderNumber ?? '',
      ),
    );

  test('C4: an order of two authorizations is put right on both, and undone on both', async () => {
    const { app, sheet, press } = await open([second]);
    await type(within(sheet).getByLabelText('Orderdag'), '2026-11-03');
    await press('Spara');
    expect(await within(sheet).findByText(/^Ordern kan inte vara äldre/, {}, patient)).toBeTruthy();
    await type(within(sheet).getByLabelText('Orderdag'), '2026-11-12');
    await type(within(sheet).getByLabelText('Ordernummer'), '77000413');
    await press('Spara');
    await waitFor(
      async () => expect(await numbers(app)).toEqual(['77000413', '77000413']),
      patient,
    );
    await undoLast();
    await waitFor(
      async () => expect(await numbers(app)).toEqual(['77000412', '77000412']),
      patient,
    );
  });

  test('C4: taken away, each of its authorizations waits again', async () => {
    const { app, press } = await open([second]);
    await press('Ta bort ordern');
    await waitFor(async () => expect(await numbers(app)).toEqual(['', '']), patient);
    await undoLast();
    await waitFor(
      async () => expect(await numbers(app)).toEqual(['77000412', '77000412']),
      patient,
    );
  });

  test('C10: a renewal that is taken away has not ended: it can be ordered again, and undone it has', async () => {
    const renewed = customerWith({ anniversary: '2026-12-13' }, [
      stepOf('renewal-closed', '2026-11-20', { anniversary: '2026-12-13' }),
    ]);
    const renewal = vipOrderWith({
      orderType: 'renewal',
      renews: '2026-12-13',
      orderDate: '2026-11-20',
    });
    const { app } = await openApp();
    await addRecords(app, [renewed, renewal]);
    const due = async () => {
      const { data, steps } = await stored<VipCustomer>(app, 'customer-1');
      return anniversaryDue(data, steps);
    };
    expect(await due()).toBe('2027-12-13');
    showUnderCustomer(app, VipHistory, (here) => ({ customer: here.customer! }));
    await userEvent.click(await screen.findByRole('button', { name: 'Rätta ordern' }, patient));
    const sheet = await screen.findByRole('dialog', { name: 'Rätta ordern' }, patient);
    await userEvent.click(within(sheet).getByRole('button', { name: 'Ta bort ordern' }));
    await waitFor(async () => expect(await due()).toBe('2026-12-13'), patient);
    await undoLast();
    await waitFor(async () => expect(await due()).toBe('2027-12-13'), patient);
    expect((await stored<VipOrder>(app, 'order-1')).trashedOn).toBe('');
  });

  test('C6: an order that something goes back of is not taken away, and it says why', async () => {
    const { app, sheet, press } = await open([returnWith({ lines: { b: 1 } })]);
    await press('Ta bort ordern');
    expect(await within(sheet).findByText(/^Ordern har en retur/, {}, patient)).toBeTruthy();
    expect(await now(app)).toEqual(NOTED);
  });
});

describe('C2: an authorization is put right', () => {
  test('C1: rule 27: in the edition of 2018 the anniversary follows its day, and undone both are as they were', async () => {
    const { app } = await openApp();
    const editions = { 'adobe-vip.anniversary.vip': 'adobe-vip.anniversary-2018' };
    const of2018 = customerWith({
      editions,
      firstOrderOn: '2026-11-10',
      anniversary: '2027-11-02',
      anniversaryDay: 2,
    });
    await addRecords(app, [
      of2018,
      waiting,
      vipOrderWith({ orderDate: '2026-11-10', authorization: waiting.id }),
    ]);
    showUnderCustomer(app, AuthorizationActions, (here) => ({
      authorization: here.book!.authorizations[0]!,
      plans: [],
    }));
    await userEvent.click(await screen.findByRole('button', { name: 'Rätta' }, patient));
    const sheet = await screen.findByRole('dialog', { name: 'Rätta auktoriseringen' }, patient);
    await type(within(sheet).getByLabelText('Skapad'), '2026-11-04');
    await userEvent.click(within(sheet).getByRole('button', { name: 'Spara' }));
    const days = async (): Promise<unknown[]> => {
      const { anniversary, anniversaryDay } = (await stored<VipCustomer>(app, 'customer-1')).data;
      return [
        (await stored<PurchaseAuthorization>(app, waiting.id)).data.createdOn,
        anniversary,
        anniversaryDay,
      ];
    };
    await waitFor(
      async () => expect(await days()).toEqual(['2026-11-04', '2027-11-04', 4]),
      patient,
    );
    await undoLast();
    await waitFor(
      async () => expect(await days()).toEqual(['2026-11-02', '2027-11-02', 2]),
      patient,
    );
  });

  test('C2: its quantity, and the customer’s number on its order too; undone all are as they were', async () => {
    const { app } = await openApp();
    const partly = vipOrderWith({ authorization: waiting.id, purchaseOrderNumber: 'TL-1' });
    const other = {
      ...waiting,
      id: 'authorization-2',
      data: { ...waiting.data, requestNumber: 'R 10' },
    };
    await addRecords(app, [customer, waiting, partly, other]);
    showUnderCustomer(app, AuthorizationActions, (here) => ({
      authorization: here.book!.authorizations.find(({ id }) => id === waiting.id)!,
      plans: [],
    }));
    await userEvent.click(await screen.findByRole('button', { name: 'Rätta' }, patient));
    const sheet = await screen.findByRole('dialog', { name: 'Rätta auktoriseringen' }, patient);
    await type(within(sheet).getByLabelText('Kundens PO-nummer'), 'TL-2');
    const number = within(sheet).getByLabelText('Adobes nummer på auktoriseringen');
    const warned = () => within(sheet).queryByText(/^Kunden har redan auktoriseringen R 10\./);
    await type(number, 'r10');
    expect(warned()).toBeTruthy();
    expect(await faults()).toEqual([]);
    await type(number, 'R-9');
    expect(warned()).toBeNull();
    await type(within(sheet).getByRole('spinbutton', { name: 'Antal, Illustrator' }), '7');
    await userEvent.click(within(sheet).getByRole('button', { name: 'Spara' }));
    const numbers = async (): Promise<unknown[]> => {
      const { purchaseOrderNumber, requestNumber, lines } = (
        await stored<PurchaseAuthorization>(app, waiting.id)
      ).data;
      const { data } = await stored<VipOrder>(app, 'order-1');
      return [purchaseOrderNumber, requestNumber, data.purchaseOrderNumber, lines.a!.quantity];
    };
    await waitFor(async () => expect(await numbers()).toEqual(['TL-2', 'R-9', 'TL-2', 7]), patient);
    await undoLast();
    await waitFor(async () => expect(await numbers()).toEqual(['TL-1', '', 'TL-1', 6]), patient);
  });
});
