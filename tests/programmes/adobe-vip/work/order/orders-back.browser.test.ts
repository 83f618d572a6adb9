import { beforeEach, expect, test } from 'vitest';
import type { Act } from '#core/record/act.ts';
import { linesNow } from '#programmes/adobe-vip/rules/authorization/authorization-life.ts';
import { authorizationState } from '#programmes/adobe-vip/rules/authorization/authorization-state.ts';
import { followFirstOrder } from '#programmes/adobe-vip/rules/order/follow-first-order.ts';
import { uncoverLines } from '#programmes/adobe-vip/rules/order/order-commands.ts';
import type { PurchaseAuthorization } from '#programmes/adobe-vip/rules/authorization/purchase-authorization.ts';
import type { VipCustomer } from '#programmes/adobe-vip/rules/customer/vip-customer.ts';
import { withStep } from '#core/record/step.ts';
import { toTrash } from '#core/record/trash.ts';
import { beginAct } from '#data/acts/acts.ts';
import { undoAct } from '#data/acts/undo-act.ts';
import { restoreFromTrash } from '#data/trash/restore.ts';
import {
  authorizationWith,
  customerWith,
  orderLine,
  returnWith,
  stepOf,
  vipOrderWith,
} from '#tests/factories/vip.ts';
import { openTestWorkspace, type TestWorkspace } from '#tests/factories/workspace-in-browser.ts';
import { onKind } from '#data/records/on-kind.ts';

const covers = { order: 'order-1', orderNumber: '77000412', line: 'a' };
const ordered = [stepOf('ordered', '2026-11-10', covers)];
const authorization = authorizationWith({ createdOn: '2026-11-02', steps: ordered });
const order = vipOrderWith({
  orderNumber: '77000412',
  orderDate: '2026-11-10',
  authorization: authorization.id,
  lines: { a: orderLine(6, { authorizationLine: 'a' }) },
});
const customer = customerWith({
  firstOrderOn: '2026-11-10',
  anniversary: '2027-11-10',
  anniversaryDay: 10,
});

let here: TestWorkspace;
beforeEach(async () => {
  here = await openTestWorkspace();
  for (const record of [customer, authorization, order, returnWith()])
    await here.records.create(record);
  here.setToday('2026-11-25');
});

const store = () => ({ records: here.records, workspaceId: here.id });
/** As an order is removed in the app. */
const removeOrder = async (): Promise<void> => {
  await here.records.change(
    authorization.id,
    onKind('purchase-authorization', (record, doing) => uncoverLines(record, order.id, doing)),
  );
  await here.records.change(order.id, toTrash);
  await here.records.change(
    customer.id,
    onKind('vip-customer', (record) =>
      followFirstOrder(
        record as VipCustomer,
        { was: order, now: undefined },
        { authorizations: [authorization], orders: [] },
      ),
    ),
  );
};
const authorizationNow = async () =>
  (await here.records.get(authorization.id)) as PurchaseAuthorization;
const now = async () => {
  const { firstOrderOn, anniversary } = ((await here.records.get(customer.id)) as VipCustomer).data;
  return [authorizationState(await authorizationNow(), '2026-11-25'), firstOrderOn, anniversary];
};
const isThrown = async (id: string): Promise<boolean> =>
  (await here.records.get(id))?.trashedOn !== '';

test('C4, X12: an order that comes out of the trash is the one its authorization was ordered with, and its customer’s first', async () => {
  await here.records.change('return-1', toTrash);
  await removeOrder();
  expect(await now()).toEqual(['pending', '', '']);
  expect(await restoreFromTrash(here.records, order.id)).toBeUndefined();
  expect(await now()).toEqual(['ordered', '2026-11-10', '2027-11-10']);
  expect(linesNow(await authorizationNow())[0]).toMatchObject({
    order: 'order-1',
    orderNumber: '77000412',
  });
});

test('C4, X12: undone, the authorization waits again', async () => {
  await here.records.change('return-1', toTrash);
  await removeOrder();
  let act: Act | undefined;
  await restoreFromTrash(
    here.records,
    order.id,
    async (lay) => void (act = await beginAct(store(), 'restored', lay)),
  );
  await undoAct(store(), act!, 'a mistake');
  expect([await isThrown(order.id), ...(await now())]).toEqual([true, 'pending', '', '']);
});

test('C4, X12: a line that another order covers by now stays with that one', async () => {
  await removeOrder();
  await here.records.change(
    authorization.id,
    onKind('purchase-authorization', (record, doing) => ({
      ok: true,
      value: {
        ...record,
        steps: withStep(
          record.steps,
          {
            kind: 'ordered',
            on: '2026-11-12',
            data: { ...covers, order: 'order-2', orderNumber: '77000500' },
          },
          doing,
        ),
      },
    })),
  );
  await restoreFromTrash(here.records, order.id);
  expect(linesNow(await authorizationNow())[0]).toMatchObject({
    order: 'order-2',
    orderNumber: '77000500',
  });
});

test('C6, X12: a return brings the order back that it takes from, and its authorization with that', async () => {
  await here.records.change('return-1', toTrash);
  await removeOrder();
  await restoreFromTrash(here.records, 'return-1');
  expect([await isThrown('return-1'), await isThrown(order.id)]).toEqual([false, false]);
  expect(await now()).toEqual(['ordered', '2026-11-10', '2027-11-10']);
});

test('C6, X12: a return that Adobe denied comes back without the order', async () => {
  await here.records.change('return-1', (record, doing) => ({
    ok: true,
    value: {
      ...record,
      steps: withStep(record.steps, { kind: 'return-denied', on: doing.today }, doing),
    },
  }));
  await here.records.change('return-1', toTrash);
  await removeOrder();
  await restoreFromTrash(here.records, 'return-1');
  expect([await isThrown('return-1'), await isThrown(order.id)]).toEqual([false, true]);
});
