import { beforeEach, describe, expect, test } from 'vitest';
import type { PurchaseAuthorization } from '#programmes/adobe-vip/rules/authorization/purchase-authorization.ts';
import { type CustomerInput } from '#programmes/adobe-vip/rules/customer/customer-commands.ts';
import { sayPlan } from '#programmes/adobe-vip/rules/plan/say-plan.ts';
import { isOpen, openLines } from '#programmes/adobe-vip/rules/authorization/authorization-life.ts';
import { UNDER_CUSTOMER } from '#programmes/adobe-vip/rules/customer/under-customer.ts';
import type { VipCustomer } from '#programmes/adobe-vip/rules/customer/vip-customer.ts';
import { customerRenewal } from '#programmes/adobe-vip/rules/renewal/customer-renewal.ts';
import type { VipOrder } from '#programmes/adobe-vip/rules/order/vip-order.ts';
import type { Draft, VolymRecord } from '#core/record/record.ts';
import { ok } from '#core/result.ts';
import { currentSteps } from '#core/record/step.ts';
import { toTrash } from '#core/record/trash.ts';
import { stored } from '#data/records/envelope.ts';
import { onKind } from '#data/records/on-kind.ts';
import type { Copy } from '#data/merge/copy.ts';
import { merge } from '#data/merge/merge.ts';
import { customerKey, requestKey } from '#programmes/adobe-vip/import/match/keys.ts';
import { plansOf } from '#programmes/adobe-vip/rules/plan/plans.ts';
import { readUnder } from '#data/records/read-under.ts';
import { formatFor } from '#core/language/format.ts';
import { vipRenewals } from '#programmes/adobe-vip/words/sv/vip-renewals.ts';
import { vip } from '#programmes/adobe-vip/words/sv/vip.ts';
import type { Texts } from '#ui/text.ts';
import { toasts } from '#ui/toast.svelte.ts';
import { changeCustomer } from '#programmes/adobe-vip/screens/customer/change-and-say.ts';
import { addCustomer } from '#programmes/adobe-vip/screens/invitation/add-and-say.ts';
import {
  declineAndSay,
  recordRenewal,
} from '#programmes/adobe-vip/screens/renewal/renewal-actions.ts';
import { placeOrder } from '#programmes/adobe-vip/screens/order/place-and-say.ts';
import {
  createAuthorization,
  noteExpired,
  sayPlanAndSay,
  trashCustomer,
} from '#programmes/adobe-vip/screens/vip-actions.ts';
import {
  authorizationWith,
  customerWith,
  orderLine,
  returnWith,
  vipOrderWith,
} from '#tests/factories/vip.ts';
import { openTestWorkspace } from '#tests/factories/workspace-in-browser.ts';

const text = {
  vip,
  vipRenewals,
  format: formatFor('sv', 'Europe/Stockholm'),
} as Partial<Texts> as Texts;
const means = { text, editions: undefined };
const input: CustomerInput = {
  name: 'Fyrvaktens Byrå AB',
  vipId: '3C819D40E77B2A6F10B4',
  marketplaceId: '',
  programme: 'vip',
  segment: 'COM',
  adminName: '',
  adminEmail: '',
  anniversary: '',
  owner: 'sara',
};
const authorized = {
  licenceType: 'team',
  createdOn: '2026-11-20',
  deploymentDate: '',
  purchaseOrderNumber: '',
  requestNumber: '',
  products: [{ product: 'Illustrator', quantity: 4, sku: '' }],
};

let here: Awaited<ReturnType<typeof openTestWorkspace>>;
let id = '';
beforeEach(async () => {
  here = await openTestWorkspace();
  const added = await addCustomer({ ...here, workspace: undefined }, input, '2026-11-20', text);
  id = added.ok ? added.value : '';
});

const get = async <R extends VolymRecord>(record: string): Promise<R> =>
  (await here.records.get(record)) as R;
const authorize = (customerName = input.name, given: Partial<typeof authorized> = {}) =>
  createAuthorization(
    here,
    { ...authorized, ...given },
    {
      customer: id,
      customerName,
      programme: 'vip',
      edition: 'adobe-vip.order-30',
      owner: 'sara',
    },
    text,
    '2026-11-20',
  );
const theAuthorization = async (): Promise<PurchaseAuthorization> => {
  const [authorization] = await here.records.find({ kind: 'purchase-authorization', parent: id });
  return authorization as PurchaseAuthorization;
};

describe('VIP: what a person does, and takes back', () => {
  test('C1: one VIP ID is one customer', async () => {
    const again = { ...input, name: 'Någon annan', vipId: '3c81 9d40 e77b 2a6f 10b4' };
    const answer = await addCustomer({ ...here, workspace: undefined }, again, '2026-11-20', text);
    expect(answer).toMatchObject({
      ok: false,
      problem: { code: 'vip-id-known', params: { name: input.name } },
    });
  });

  const add = async (given: Partial<CustomerInput>, on = '2026-11-20'): Promise<string> => {
    const answer = await addCustomer(
      { ...here, workspace: undefined },
      { ...input, ...given },
      on,
      text,
    );
    return answer.ok ? answer.value : answer.problem.code;
  };
  const keyedOf = (given: Partial<CustomerInput>) =>
    here.vault.keyedId(...customerKey({ vipId: '', marketplaceId: '', name: '', ...given }));

  test('C1, X8: by its VIP ID, else its Marketplace id, it is the customer that a list makes of it on another device', async () => {
    expect(id).toBe(await keyedOf({ vipId: input.vipId }));
    const marketplaceId = '10 0543 2101';
    const other = await add({ vipId: '', marketplaceId, name: 'Marknad' });
    expect(other).toBe(await keyedOf({ marketplaceId: '1005432101' }));
    // A number that exists already is noted on its page; a name alone identifies nobody.
    const twin = await add({ vipId: '', marketplaceId, name: 'Marknad igen' });
    const named = await add({ vipId: '', name: 'Namnet' });
    const ids = [id, other, twin, named, await keyedOf({ name: 'Namnet' })];
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('C1: thrown away and written down again it comes back as it is written now; undone, it is in the trash', async () => {
    await here.records.change(
      id,
      onKind('vip-customer', (customer, doing) =>
        sayPlan(customer as VipCustomer, { product: 'Foto', licenceType: 'team', owned: 4 }, doing),
      ),
    );
    // Thrown away the day before, with the records under it.
    await here.records.change(id, (record) => ({
      ok: true,
      value: { ...record, trashedOn: '2026-11-19' },
    }));
    const before = await get<VipCustomer>(id);
    expect(await add({ vipId: '3c81 9d40 e77b 2a6f 10b4', name: 'Fyrvakten' }, '2026-11-19')).toBe(
      id,
    );
    const again = await get<VipCustomer>(id);
    expect([again.trashedOn, again.data.name, again.data.plans]).toEqual(['', 'Fyrvakten', {}]);
    expect(currentSteps(again.steps).map(({ kind, on }) => `${kind} ${on}`)).toEqual([
      'invited 2026-11-19',
    ]);
    await toasts.undo();
    const back = await get<VipCustomer>(id);
    expect([back.trashedOn, back.data]).toEqual(['2026-11-19', before.data]);
    expect(currentSteps(back.steps).map(({ kind, on }) => `${kind} ${on}`)).toEqual(
      currentSteps(before.steps).map(({ kind, on }) => `${kind} ${on}`),
    );
  });

  test('C1: what has the id of a VIP ID and was put right to another stays as it is, and the next id is taken', async () => {
    const vipId = '9D2E7F4106CB83A5D719';
    await changeCustomer({ ...here, workspace: undefined }, id, { vipId }, text);
    expect(await add({ name: 'Någon annan' })).toBe(`${await keyedOf({ vipId: input.vipId })}-2`);
    expect((await get<VipCustomer>(id)).data).toMatchObject({ vipId, name: input.name });
  });

  test('C2: what a newer version wrote under the customer neither blocks nor breaks a new authorization', async () => {
    const newer = { v: 99, lines: null };
    const programme = 'adobe-vip' as const;
    await here.records.insert([
      { id: 'newer', kind: 'purchase-authorization', programme, parent: id, data: newer },
    ]);
    expect(await authorize()).toMatchObject({ ok: true, value: '2026-12-20' });
  });

  test('C2: with its number it is the record that a list makes of it on another device, with the same line', async () => {
    expect(await authorize(input.name, { requestNumber: ' R1 ' })).toMatchObject({ ok: true });
    const key = requestKey({ ...(await get<VipCustomer>(id)).data, requestNumber: 'r1' });
    const { id: own, data, parent } = await theAuthorization();
    expect([own, Object.keys(data.lines)]).toEqual([
      await here.vault.keyedId(...key),
      ['line-001'],
    ]);
    const listed = { ...authorizationWith({ requestNumber: 'R1', lines: data.lines }), parent };
    const doing = { ...here.records.doing(), by: 'kim', now: 1 };
    const made = stored({ ...listed, id: own } as Draft, undefined, doing);
    const both = merge(undefined, made, (await theAuthorization()) as unknown as Copy);
    const authorizations = [both as unknown as PurchaseAuthorization];
    const book = { customer: await get<VipCustomer>(id), authorizations, orders: [], returns: [] };
    expect(plansOf(book, '2026-11-20').map(({ owned }) => owned)).toEqual([4]);
    expect(await authorize(input.name, { requestNumber: 'R1' })).toMatchObject({
      problem: { code: 'request-number-known', field: 'requestNumber', params: { number: 'R1' } },
    });
  });

  test('C2: of several products it has its own id and lines: a list may name them the other way round', async () => {
    const foto = { product: 'Foto', quantity: 2, sku: '' };
    await authorize(input.name, { requestNumber: 'R1', products: [...authorized.products, foto] });
    const key = requestKey({ ...(await get<VipCustomer>(id)).data, requestNumber: 'R1' });
    const { id: own, data } = await theAuthorization();
    expect(own).not.toBe(await here.vault.keyedId(...key));
    expect(Object.keys(data.lines).filter((line) => line.startsWith('line-'))).toEqual([]);
    expect(Object.values(data.lines)).toEqual([
      { product: 'Illustrator', quantity: 4, sku: '' },
      foto,
    ]);
  });

  test('C2: removed and created again, or without a number, it has its own id', async () => {
    await authorize(input.name, { requestNumber: 'R1' });
    const { id: first } = await theAuthorization();
    await here.records.change(first, toTrash);
    expect(await authorize(input.name, { requestNumber: 'R1' })).toMatchObject({ ok: true });
    expect((await theAuthorization()).id).not.toBe(first);
    await authorize();
    expect(await here.records.find({ kind: 'purchase-authorization', parent: id })).toHaveLength(2);
  });

  test('C4: the first order is a separate record, frees the authorization and sets the anniversary; undone, all is as it was', async () => {
    await authorize();
    const authorization = await theAuthorization();
    const order = {
      orderNumber: '7700 0412',
      orderDate: '2026-11-20',
      lines: Object.keys(authorization.data.lines),
      skus: {},
    };
    expect(await placeOrder(here.records, authorization, order, means)).toBeUndefined();
    expect(toasts.current?.text).toBe(
      'Order 7700 0412 är sparad. Årsdagen är satt till 20 nov 2027',
    );
    expect(isOpen(await theAuthorization())).toBe(false);
    expect((await get<VipCustomer>(id)).data).toMatchObject({
      firstOrderOn: '2026-11-20',
      anniversary: '2027-11-20',
    });
    expect(await here.records.find({ kind: 'vip-order', parent: id })).toHaveLength(1);
    await toasts.undo();
    expect(isOpen(await theAuthorization())).toBe(true);
    expect((await get<VipCustomer>(id)).data).toMatchObject({ firstOrderOn: '', anniversary: '' });
    expect(await here.records.find({ kind: 'vip-order', parent: id })).toHaveLength(0);
  });

  test('C1: of several orders the earliest sets the anniversary, also one that a list brought', async () => {
    const listed = vipOrderWith({ orderNumber: '7700', orderDate: '2026-03-31' }, 'listed');
    await here.records.create({ ...listed, parent: id });
    await authorize();
    const authorization = await theAuthorization();
    const order = {
      orderNumber: '7701',
      orderDate: '2026-11-20',
      lines: Object.keys(authorization.data.lines),
      skus: {},
    };
    await placeOrder(here.records, authorization, order, means);
    expect((await get<VipCustomer>(id)).data).toMatchObject({
      firstOrderOn: '2026-03-31',
      anniversary: '2027-03-31',
      anniversaryDay: 31,
    });
    await toasts.undo();
    expect((await get<VipCustomer>(id)).data).toMatchObject({ firstOrderOn: '', anniversary: '' });
  });

  test('C4: an order that a list brought is that of the authorization it is noted on; undone, both are as they were', async () => {
    const lines = { 'line-001': orderLine(4, { licenceType: '', sku: '' }) };
    const listed = vipOrderWith({ orderNumber: '7700', orderDate: '2026-11-20', lines }, 'listed');
    await here.records.create({ ...listed, parent: id });
    await authorize();
    const one = await theAuthorization();
    const order = {
      orderNumber: '7700',
      orderDate: '2026-11-20',
      lines: Object.keys(one.data.lines),
      skus: {},
    };
    expect(await placeOrder(here.records, one, order, means)).toBeUndefined();
    expect(
      (await here.records.find({ kind: 'vip-order', parent: id })).map((found) => found.id),
    ).toEqual(['listed']);
    expect((await get<VipOrder>('listed')).data.authorization).toBe(one.id);
    expect(isOpen(await theAuthorization())).toBe(false);
    await toasts.undo();
    expect(await get<VipOrder>('listed')).toMatchObject({
      trashedOn: '',
      data: { authorization: '', lines },
    });
    expect(isOpen(await theAuthorization())).toBe(true);
    const other = { ...lines, 'line-001': orderLine(5) };
    await here.records.change('listed', (now) =>
      ok({ ...now, data: { ...now.data, lines: other } }),
    );
    expect(await placeOrder(here.records, one, order, means)).toMatchObject({
      code: 'order-known',
    });
    expect(isOpen(await theAuthorization())).toBe(true);
  });

  test('C4: of an order that is noted on an authorization in two goes, the undo takes back the second one alone', async () => {
    const lines = {
      'line-001': orderLine(4, { licenceType: '', sku: '' }),
      'line-002': orderLine(2, { product: 'Foto', licenceType: '', sku: '' }),
    };
    await here.records.create({
      ...vipOrderWith({ orderNumber: '7700', lines }, 'listed'),
      parent: id,
    });
    await authorize(input.name, {
      products: [...authorized.products, { product: 'Foto', quantity: 2, sku: '' }],
    });
    const authorization = await theAuthorization();
    const waiting = async () => openLines(await theAuthorization()).map(({ product }) => product);
    for (const product of ['Illustrator', 'Foto']) {
      const meant = Object.keys(authorization.data.lines).filter(
        (line) => authorization.data.lines[line]?.product === product,
      );
      const order = { orderNumber: '7700', orderDate: '2026-11-20', lines: meant, skus: {} };
      expect(await placeOrder(here.records, authorization, order, means)).toBeUndefined();
    }
    expect(await waiting()).toEqual([]);
    await toasts.undo();
    expect(await waiting()).toEqual(['Foto']);
    const { data } = await get<VipOrder>('listed');
    const covers = Object.values(data.lines).map(({ product, authorizationLine }) => [
      product,
      authorizationLine !== '',
    ]);
    expect([data.authorization, ...covers]).toEqual([
      authorization.id,
      ['Illustrator', true],
      ['Foto', false],
    ]);
  });

  test('C4: an order that a list dated before its authorization is of the day that is noted, and so is the first order', async () => {
    const lines = { 'line-001': orderLine(4, { licenceType: '', sku: '' }) };
    const listed = vipOrderWith({ orderNumber: '7700', orderDate: '2026-11-10', lines }, 'listed');
    await here.records.create({ ...listed, parent: id });
    const counted = { firstOrderOn: '2026-11-10', anniversary: '2027-11-10', anniversaryDay: 10 };
    await here.records.change(
      id,
      onKind('vip-customer', (now) => ok({ ...now, data: { ...now.data, ...counted } })),
    );
    await authorize(input.name, { createdOn: '2026-11-15' });
    const authorization = await theAuthorization();
    const order = {
      orderNumber: '7700',
      orderDate: '2026-11-18',
      lines: Object.keys(authorization.data.lines),
      skus: {},
    };
    expect(await placeOrder(here.records, authorization, order, means)).toBeUndefined();
    expect(toasts.current?.text).toBe('Order 7700 är sparad. Årsdagen är satt till 18 nov 2027');
    expect((await theAuthorization()).steps.at(-1)).toMatchObject({
      kind: 'ordered',
      on: '2026-11-18',
    });
    expect((await get<VipOrder>('listed')).data.orderDate).toBe('2026-11-18');
    expect((await get<VipCustomer>(id)).data).toMatchObject({
      firstOrderOn: '2026-11-18',
      anniversary: '2027-11-18',
    });
    await toasts.undo();
    expect((await get<VipOrder>('listed')).data).toMatchObject({
      orderDate: '2026-11-10',
      authorization: '',
      lines,
    });
    expect((await get<VipCustomer>(id)).data).toMatchObject(counted);
    expect(isOpen(await theAuthorization())).toBe(true);
  });

  test('C4: where the order is refused as it is written, its authorization waits still', async () => {
    await here.records.create({ ...vipOrderWith({ orderNumber: '1' }, 'taken'), parent: id });
    await authorize();
    const authorization = await theAuthorization();
    const order = {
      orderNumber: '2',
      orderDate: '2026-11-20',
      lines: Object.keys(authorization.data.lines),
      skus: {},
    };
    // Another device brought it between the look and the writing.
    expect(
      await placeOrder(here.records, authorization, order, { ...means, order: 'taken' }),
    ).toMatchObject({
      code: 'order-known',
    });
    expect(isOpen(await theAuthorization())).toBe(true);
    expect(await placeOrder(here.records, authorization, order, means)).toBeUndefined();
  });

  test('C10: a renewal order that a list brought is not recorded once more', async () => {
    const anniversary = '2026-12-13';
    const plan = {
      product: 'Foto',
      licenceType: 'team',
      sku: '',
      owned: 9,
      on: '2026-11-01',
      at: 1,
    } as const;
    await here.records.change(
      id,
      onKind('vip-customer', (now) =>
        ok({ ...now, data: { ...now.data, anniversary, plans: { 'foto|team': plan } } }),
      ),
    );
    const lines = { 'line-001': orderLine(4, { product: 'Foto', licenceType: '', sku: '' }) };
    const listed = vipOrderWith(
      { orderNumber: '78', orderType: 'renewal', renews: anniversary, lines },
      'listed',
    );
    await here.records.create({ ...listed, parent: id });
    const record = async (orderNumber: string) => {
      const customer = await get<VipCustomer>(id);
      const orders = await readUnder(here.records, { kind: 'vip-order', parent: id });
      const renewing = customerRenewal(
        { customer, authorizations: [], orders, returns: [] },
        '2026-11-20',
      )!;
      const input = {
        orderNumber,
        orderDate: '2026-11-20',
        lines: { 'foto|team': { quantity: 4, sku: '' } },
      };
      const given = {
        order: `order-${orderNumber}`,
        renewing,
        level: '01',
        currency: '',
        closes: false,
      } as const;
      return recordRenewal(here.records, customer, input, given as never, text);
    };
    expect(await record('78')).toMatchObject({
      code: 'order-known',
      field: 'orderNumber',
      params: { number: '78' },
    });
    expect(await record('79')).toBeUndefined();
    expect(await here.records.find({ kind: 'vip-order', parent: id })).toHaveLength(2);
  });

  test('C3: once nobody waits any more an order is refused, and nothing is written', async () => {
    await authorize();
    const authorization = await theAuthorization();
    const order = {
      orderNumber: '1',
      orderDate: '2026-11-20',
      lines: Object.keys(authorization.data.lines),
      skus: {},
    };
    await placeOrder(here.records, authorization, order, means);
    expect(
      await placeOrder(here.records, authorization, { ...order, orderNumber: '2' }, means),
    ).toMatchObject({
      code: 'nothing-to-order',
    });
    expect(await here.records.find({ kind: 'vip-order', parent: id })).toHaveLength(1);
  });

  test('X12: a customer goes to the trash with the records under it, so that home reminds of none of them', async () => {
    await authorize();
    await trashCustomer(here.records, id, text);
    expect(await here.records.find({ order: 'due' })).toEqual([]);
    await toasts.undo();
    expect((await here.records.find({ order: 'due' })).map(({ kind }) => kind)).toEqual([
      'purchase-authorization',
    ]);
  });

  test('C1, X12: a customer whose VIP ID another one has by now stays in the trash, and the user is told which', async () => {
    await authorize();
    await trashCustomer(here.records, id, text);
    const back = toasts.current!.undo!;
    const taken = customerWith({ name: 'Ekudden Bygg', vipId: input.vipId }, [], 'customer-2');
    await here.records.insert([stored(taken, undefined, here.records.doing())]);
    expect(await back()).toBeUndefined();
    expect(toasts.current?.text).toMatch(/^Ekudden Bygg har redan det VIP ID:t/);
    expect(await here.records.find({ trashed: 'only' })).toHaveLength(2);
    await here.records.change('customer-2', toTrash);
    await back();
    expect((await here.records.find({ trashed: 'only' })).map((record) => record.id)).toEqual([
      'customer-2',
    ]);
  });

  test('C1: a new name and account manager are set on all records under the customer, and undone with it', async () => {
    await authorize();
    const under = [
      vipOrderWith({ owner: 'sara' }),
      vipOrderWith({ owner: 'nils' }, 'order-2'),
      returnWith({ owner: 'sara', customerName: input.name }),
    ];
    await here.records.insert(
      under.map(({ kind, programme, data, steps, ...rest }) => ({
        id: rest.id,
        kind,
        programme,
        parent: id,
        data,
        steps,
      })),
    );
    const now = async () => {
      const found = await Promise.all(
        UNDER_CUSTOMER.map((kind) => here.records.find({ kind, parent: id })),
      );
      return found.flat().map(({ data }) => {
        const { customerName = '', owner } = data as {
          readonly customerName?: string;
          readonly owner?: string;
        };
        return [customerName, owner].join(', ');
      });
    };
    const before = await now();
    const changes = { name: 'Fyrvakten AB', owner: 'johan' };
    await changeCustomer({ records: here.records, workspace: undefined }, id, changes, text);
    expect((await now()).toSorted()).toEqual([
      ', johan',
      ', nils',
      'Fyrvakten AB, johan',
      'Fyrvakten AB, johan',
    ]);
    await toasts.undo();
    expect((await now()).toSorted()).toEqual(before.toSorted());
    expect((await get<VipCustomer>(id)).data.name).toBe(input.name);
  });

  test('C1: an authorization that came under the new name bears the old one again with the undo', async () => {
    await changeCustomer(
      { records: here.records, workspace: undefined },
      id,
      { name: 'Fyrvakten AB' },
      text,
    );
    const { undo } = toasts.current!;
    await authorize('Fyrvakten AB');
    await undo!();
    expect((await theAuthorization()).data.customerName).toBe(input.name);
  });

  test('C1: what others made of the new programme and of the number that came free meanwhile keeps both from going back', async () => {
    const changes = {
      programme: 'vip-marketplace',
      vipId: '9D2E7F4106CB83A5D719',
      adminName: 'Ulf',
    } as const;
    await changeCustomer({ records: here.records, workspace: undefined }, id, changes, text);
    const { undo } = toasts.current!;
    await authorize();
    await here.records.insert([customerWith({ vipId: input.vipId }, [], 'customer-2')]);
    expect(await undo!()).toEqual({
      code: 'changed-in-part',
      params: { fields: 'vipId,programme,renewalEdition' },
    });
    expect((await get<VipCustomer>(id)).data).toMatchObject({
      ...changes,
      adminName: input.adminName,
    });
  });

  test('C7: what was counted by hand is taken back', async () => {
    const plan = {
      product: 'Acrobat Pro',
      licenceType: 'team',
      sku: '',
      owned: 12,
      assigned: 9,
    } as const;
    await sayPlanAndSay(here.records, id, plan, text);
    expect(Object.values((await get<VipCustomer>(id)).data.plans)).toMatchObject([{ owned: 12 }]);
    await sayPlanAndSay(here.records, id, { ...plan, owned: 10 }, text);
    await toasts.undo();
    expect(Object.values((await get<VipCustomer>(id)).data.plans)).toMatchObject([{ owned: 12 }]);
    expect(await sayPlanAndSay(here.records, id, { ...plan, owned: -1 }, text)).toMatchObject({
      code: 'count-not-whole',
    });
  });

  test('C7: an undo leaves what someone counted since, and says so', async () => {
    const plan = {
      product: 'Acrobat Pro',
      licenceType: 'team',
      sku: '',
      owned: 12,
      assigned: 9,
    } as const;
    await sayPlanAndSay(here.records, id, plan, text);
    await here.records.change(
      id,
      onKind('vip-customer', (customer, doing) => sayPlan(customer, { ...plan, owned: 15 }, doing)),
    );
    expect(await toasts.undo()).toEqual({ code: 'changed-since', params: { fields: 'plans' } });
    expect(Object.values((await get<VipCustomer>(id)).data.plans)).toMatchObject([{ owned: 15 }]);
  });

  test.each<[string, () => Promise<unknown>, string]>([
    [
      'C3: an authorization that has not expired',
      async () => noteExpired(here.records, (await theAuthorization()).id, text),
      'Auktoriseringen har inte gått ut.',
    ],
    [
      'X12: a customer who is gone',
      () => trashCustomer(here.records, 'nobody', text),
      'Posten finns inte längre. Den kan ha tagits bort på en annan enhet.',
    ],
    [
      'C10: a renewal that ended already',
      () => declineAndSay(here.records, id, '2026-11-20', text),
      'Förlängningen är redan avslutad.',
    ],
  ])('%s: where nothing is done, the user is told why', async (_, act, sentence) => {
    await authorize();
    await act();
    expect(toasts.current?.text).toBe(sentence);
    expect(toasts.current?.undo).toBeUndefined();
  });
});
