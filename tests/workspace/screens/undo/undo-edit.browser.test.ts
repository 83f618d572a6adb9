import { screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { createRawSnippet } from 'svelte';
import { expect, test } from 'vitest';
import { newCode, redeem } from '#programmes/apple-credit/rules/code/code-commands.ts';
import type { ContentPurchaserData } from '#programmes/apple-credit/rules/purchaser/content-purchaser.ts';
import type { CreditOrderData } from '#programmes/apple-credit/rules/order/credit-order.ts';
import {
  editOrder,
  recordStep,
  type OrderInput,
} from '#programmes/apple-credit/rules/order/order-commands.ts';
import { newPurchaser } from '#programmes/apple-credit/rules/purchaser/purchaser-commands.ts';
import type { ContentTokenData } from '#programmes/apple-licences/rules/token/content-token.ts';
import type { VolymRecord } from '#core/record/record.ts';
import { leftByUndo } from '#core/record/fields-back.ts';
import { ok, type Problem } from '#core/result.ts';
import { currentSteps } from '#core/record/step.ts';
import { onKind, type KindCommand } from '#data/records/on-kind.ts';
import { tokens } from '#programmes/apple-licences/words/sv/tokens.ts';
import { apps } from '#programmes/apple-licences/words/sv/apps.ts';
import { vip } from '#programmes/adobe-vip/words/sv/vip.ts';
import type { App } from '#ui/app.svelte.ts';
import { appActions } from '#programmes/apple-licences/screens/app/app-actions.ts';
import { loadAppleLicencesWords } from '#programmes/apple-licences/words/load.ts';
import { pasteInvite } from '#programmes/apple-licences/work/user/invite-user.ts';
import { userActions } from '#programmes/apple-licences/screens/user/user-actions.ts';
import Hint from '#ui/controls/Hint.svelte';
import { orderActions } from '#programmes/apple-credit/screens/order/order-actions.ts';
import { changePurchaser } from '#programmes/apple-credit/work/purchaser/write-purchaser.ts';
import { renameCodes } from '#programmes/apple-credit/screens/code/rename-codes.ts';
import type { Texts } from '#programmes/apple-credit/screens/text.ts';
import { toasts } from '#ui/toast.svelte.ts';
import { tokenActions } from '#programmes/apple-licences/screens/token/token-actions.ts';
import { changeCustomer } from '#programmes/adobe-vip/screens/customer/change-and-say.ts';
import { doAndSay } from '#programmes/adobe-vip/screens/do-and-say.ts';
import { appWith, userWith } from '#tests/factories/apps.ts';
import { orderWith, recordOf, valueOf } from '#tests/factories/credit.ts';
import { examples } from '#tests/factories/examples.ts';
import { customerWith } from '#tests/factories/vip.ts';
import { addRecords } from '#tests/programmes/apple-licences/screens/app/apps-app.ts';
import { openApp, showWith, stored } from '#tests/programmes/apple-credit/screens/credit-app.ts';
import { creditTexts } from '#tests/programmes/apple-credit/screens/credit-texts.ts';
import { tokenOf } from '#tests/programmes/apple-licences/screens/token/token-of.ts';

const text: Texts = { ...creditTexts(), tokens, apps, vip };

type Fields = Readonly<Record<string, unknown>>;

/** An edit of one device, what another one writes since, and what the undo of the first leaves. */
type Case = {
  readonly what: string;
  readonly record: () => VolymRecord;
  readonly edit: (app: App, id: string) => Promise<Problem | undefined>;
  readonly others: Fields;
  /** What the record holds of it in the end: the other's words, and what went back. */
  readonly then: Fields;
  /** The fields that were written by both. */
  readonly stays: string;
  /** A field that was not there before. */
  readonly gone?: string;
};

const order = () =>
  orderWith([['ordered', '2026-08-28']], { institution: 'Nordby', reseller: 'Dustin' });
const token = () => tokenOf();
const tokenInput = (given: Partial<ContentTokenData>) => ({ ...tokenOf().data, ...given });
const app1 = () =>
  appWith({ name: 'Ordlådan', location: 'Nordby', adamId: '1234567890', lowAt: 5 });
const user = () => userWith({ name: 'Elis', email: 'elis@skola.example', group: '4B' });
const userInput = { name: 'Elis', email: 'elis@skola.example', location: '', clientUserId: 'u-1' };
const purchaser = () => {
  const input = {
    name: 'Sara',
    appleId: 'innehall@nordby.example',
    institution: 'Nordby',
    manager: '',
  } as const;
  return recordOf(valueOf(newPurchaser('purchaser-1', input, [])));
};
const customer = () =>
  customerWith({ name: 'Linden', adminName: 'Eva', adminEmail: 'eva@linden.example' });
const holder = (name: string) => ({ name, group: '', plan: 'acrobat pro|team' });
const sealed = (given: string) => ({ key: 'v1', iv: 'AAAA', text: given });
const code = sealed('code');

/** Runs the undo of a change that answers it. */
const sayUndo = (undo: () => unknown): undefined => void toasts.say('done', undo as () => void);

const cases: readonly Case[] = [
  {
    what: 'an order',
    record: order,
    edit: (app, id) =>
      orderActions(app.records, id, text).edit(
        { institution: 'Nordby kommun', reseller: 'Atea' },
        'done',
      ),
    others: { reseller: 'Advania', orderNumber: '4711' },
    then: { institution: 'Nordby', reseller: 'Advania', orderNumber: '4711' },
    stays: 'reseller',
  },
  {
    what: 'who looks after an order',
    record: order,
    edit: (app, id) =>
      orderActions(app.records, id, text).assign({ owner: 'johan', deputy: 'pia' }),
    others: { owner: 'nils', orderNumber: '4711' },
    then: { owner: 'nils', orderNumber: '4711' },
    gone: 'deputy',
    stays: 'owner',
  },
  {
    what: 'a token',
    record: token,
    edit: (app, id) =>
      tokenActions(app.records, id, text).edit(
        tokenInput({ name: 'Skolor', location: 'Nordby skola' }),
      ),
    others: { location: 'Nordby F-6', systemName: 'Intune' },
    then: { name: 'Grundskolor', location: 'Nordby F-6', systemName: 'Intune' },
    stays: 'location',
  },
  {
    what: 'who has access to a token, each person a field of their own',
    record: token,
    edit: (app, id) =>
      tokenActions(app.records, id, text).edit(
        tokenInput({ holders: { sara: 'Sara Lindholm', pia: 'Pia Strand', nils: 'Nils Ek' } }),
      ),
    others: {
      holders: { sara: 'Sara Lindholm', pia: 'Pia Berg', nils: 'Nils Ek', ali: 'Ali Said' },
    },
    then: {
      holders: { sara: 'Sara Lindholm', johan: 'Johan Ek', pia: 'Pia Berg', ali: 'Ali Said' },
    },
    stays: 'holders',
  },
  {
    what: 'an app',
    record: app1,
    edit: (app, id) => {
      const input = {
        name: 'Ordlådan 2',
        adamId: '1234567890',
        location: 'Nordby F-6',
        productType: 'App',
      };
      return appActions(app.records, id, text).edit({ ...input, owned: '', lowAt: '' });
    },
    others: { location: 'Söderby', isRevocable: true },
    then: { name: 'Ordlådan', location: 'Söderby', isRevocable: true, lowAt: 5 },
    stays: 'location',
  },
  {
    what: 'a user',
    record: user,
    edit: async (app, id) =>
      userActions(app, await loadAppleLicencesWords('sv', 'licences')).edit(id, {
        ...userInput,
        name: 'Elis B',
        group: '5B',
      }),
    others: { group: '5C', email: 'elis.b@skola.example' },
    then: { name: 'Elis', group: '5C', email: 'elis.b@skola.example' },
    stays: 'group',
  },
  {
    what: 'a purchaser',
    record: purchaser,
    edit: async (app, id) => {
      const changed = await changePurchaser(
        app.records,
        id,
        (now) => ({ ...now, name: 'Sara Lindholm', institution: 'Nordby kommun' }),
        [],
      );
      return sayUndo(valueOf(changed));
    },
    others: { institution: 'Nordby F-6', manager: 'school' },
    then: { name: 'Sara', institution: 'Nordby F-6', manager: 'school' },
    stays: 'institution',
  },
  {
    what: 'a VIP customer',
    record: customer,
    edit: (app, id) =>
      changeCustomer(
        { records: app.records, workspace: undefined },
        id,
        { adminName: 'Ulf', name: 'Linden AB' },
        text,
      ),
    others: { name: 'Linden & Co', adminEmail: 'ulf@linden.example' },
    then: { adminName: 'Eva', name: 'Linden & Co', adminEmail: 'ulf@linden.example' },
    stays: 'name',
  },
  {
    what: 'who holds licences of a VIP customer, each person a field of their own',
    record: () => customerWith({ holders: { h: holder('Nils Ek') } }),
    edit: (app, id) =>
      doAndSay(
        app.records,
        { id, kind: 'vip-customer' },
        (now) =>
          ok({ ...now, data: { ...now.data, holders: { a: holder('Pia'), b: holder('Ali') } } }),
        'done',
        text,
        ['holders'],
      ),
    others: { holders: { a: holder('Pia Strand'), b: holder('Ali'), c: holder('Eva') } },
    then: { holders: { a: holder('Pia Strand'), c: holder('Eva'), h: holder('Nils Ek') } },
    stays: 'holders',
  },
];

const write = (app: App, id: string, fields: Fields) =>
  app.records.change(id, (now) => ok({ ...now, data: { ...now.data, ...fields } }));

const undone = async ({ record, edit, others }: Case) => {
  const { app } = await openApp();
  const made = record();
  await addRecords(app, [made]);
  expect(await edit(app, made.id)).toBeUndefined();
  valueOf(await write(app, made.id, others));
  const problem = await toasts.undo();
  return { app, problem, data: (await stored<VolymRecord>(app, made.id)).data };
};

test.each(cases)(
  'X12: undone, $what keeps what another device wrote since, and that is named',
  async (given) => {
    const { problem, data } = await undone(given);
    expect(data).toMatchObject(given.then);
    // What went back was not there before, either.
    for (const [field, map] of Object.entries(given.then))
      if (typeof map === 'object') expect((data as unknown as Fields)[field]).toEqual(map);
    expect(Object.keys(data)).not.toContain(given.gone);
    expect(problem).toEqual({ code: 'changed-in-part', params: { fields: given.stays } });
  },
);

test.each(cases)('X12: of $what all goes back that nobody wrote since', async (given) => {
  const made = given.record();
  const { problem, data } = await undone({ ...given, others: {} });
  expect(problem).toBeUndefined();
  expect(data).toEqual(made.data);
});

test('X12: a list of codes that someone else renamed since keeps that name', async () => {
  const { app } = await openApp();
  const batch = recordOf(examples['code-batch'] as never);
  await addRecords(app, [batch]);
  await renameCodes(app.records, batch.id, 'Höstens koder', 'done');
  await write(app, batch.id, { name: 'Koder 2026' });
  expect(await toasts.undo()).toEqual({ code: 'changed-since', params: { fields: 'name' } });
  expect((await stored<VolymRecord>(app, batch.id)).data).toMatchObject({ name: 'Koder 2026' });
});

test('X12: an invitation that someone else pasted since stays', async () => {
  const { app } = await openApp();
  await addRecords(app, [userWith({ id: 'elis', locationId: 'n-1' })]);
  const undo = valueOf(await pasteInvite(app, 'elis', '7f3a9c00000000000000000000001008'));
  await write(app, 'elis', { invite: sealed('other') });
  sayUndo(undo);
  expect(await toasts.undo()).toEqual({ code: 'changed-since', params: { fields: 'invite' } });
  expect((await stored<VolymRecord>(app, 'elis')).data).toMatchObject({ invite: sealed('other') });
});

/**
 * An order, what a person changes of it, what a colleague does then, and what the undo answers and
 * leaves.
 */
const orderUndone = async (
  made: VolymRecord<CreditOrderData>,
  edit: OrderInput,
  then: KindCommand<'credit-order'>,
) => {
  const { app } = await openApp();
  await addRecords(app, [made]);
  expect(await orderActions(app.records, made.id, text).edit(edit, 'done')).toBeUndefined();
  valueOf(await app.records.change(made.id, onKind('credit-order', then)));
  const problem = await toasts.undo();
  const { data, steps } = await stored<VolymRecord<CreditOrderData>>(app, made.id);
  return { problem, data, days: currentSteps(steps).map(({ kind, on }) => `${kind} ${on}`) };
};

test('X12: an amount that a colleague changed keeps its currency, and a reseller its channel; both are named', async () => {
  const made = orderWith([], {
    amount: '1000.00',
    currency: 'SEK',
    channel: 'reseller',
    reseller: 'Atea',
  });
  const edit = { amount: '90.00', currency: 'EUR', channel: 'own-store', reseller: '' } as const;
  const amount = await orderUndone(made, edit, (order) => editOrder(order, { amount: '95.00' }));
  expect(amount.data).toMatchObject({
    amount: '95.00',
    currency: 'EUR',
    channel: 'reseller',
    reseller: 'Atea',
  });
  expect(amount.problem).toEqual({
    code: 'changed-in-part',
    params: { fields: 'amount,currency' },
  });
  const reseller = await orderUndone(made, edit, (order) =>
    editOrder(order, { reseller: 'Dustin' }),
  );
  expect(reseller.data).toMatchObject({
    ...edit,
    amount: '1000.00',
    currency: 'SEK',
    reseller: 'Dustin',
  });
  expect(reseller.problem).toEqual({
    code: 'changed-in-part',
    params: { fields: 'channel,reseller' },
  });
});

test('A2, X12: beside an Apple ID that a colleague changed the name of the purchaser stays, and both are named', async () => {
  const edit = {
    purchaserName: 'Pia Strand',
    purchaserAppleId: 'pia@nordby.example',
    amount: '99.00',
  };
  const undone = await orderUndone(orderWith([], { amount: '25000.00' }), edit, (order) =>
    editOrder(order, { purchaserAppleId: 'pia.strand@nordby.example' }),
  );
  expect(undone.data).toMatchObject({
    ...edit,
    purchaserAppleId: 'pia.strand@nordby.example',
    amount: '25000.00',
  });
  expect(undone.problem).toEqual({
    code: 'changed-in-part',
    params: { fields: 'purchaserName,purchaserAppleId' },
  });
});

test('A3, X12: nor does a purchaser of the register get the old name beside another Apple ID', async () => {
  const { app } = await openApp();
  await addRecords(app, [purchaser()]);
  const inputOf = (now: ContentPurchaserData) => ({
    ...now,
    name: 'Pia Strand',
    appleId: 'pia@nordby.example',
  });
  sayUndo(valueOf(await changePurchaser(app.records, 'purchaser-1', inputOf, [])));
  await write(app, 'purchaser-1', { appleId: 'pia.strand@nordby.example' });
  expect(await toasts.undo()).toEqual({
    code: 'changed-since',
    params: { fields: 'name,appleId' },
  });
  expect((await stored<VolymRecord>(app, 'purchaser-1')).data).toMatchObject({
    name: 'Pia Strand',
    appleId: 'pia.strand@nordby.example',
  });
});

test('A3, X12: an Apple ID that another purchaser got since is not given back, and is named', async () => {
  const { app } = await openApp();
  await addRecords(app, [purchaser()]);
  const inputOf = (now: ContentPurchaserData) => ({
    ...now,
    appleId: 'sara@nordby.example',
    institution: 'Nordby F-6',
  });
  sayUndo(valueOf(await changePurchaser(app.records, 'purchaser-1', inputOf, [])));
  const taken = {
    name: 'Pia',
    appleId: 'Innehall@nordby.example',
    institution: '',
    manager: '',
  } as const;
  valueOf(await app.records.create(valueOf(newPurchaser('purchaser-2', taken, []))));
  expect(await toasts.undo()).toEqual({ code: 'changed-in-part', params: { fields: 'appleId' } });
  expect((await stored<VolymRecord>(app, 'purchaser-1')).data).toMatchObject({
    appleId: 'sara@nordby.example',
    institution: 'Nordby',
  });
});

test('B8, X12: an App Store number that another app got since is not given back, and is named', async () => {
  const { app } = await openApp();
  await addRecords(app, [app1()]);
  const input = {
    name: 'Ordlådan 2',
    adamId: '1234567891',
    location: 'Nordby',
    productType: 'App',
  };
  await appActions(app.records, app1().id, text).edit({ ...input, owned: '', lowAt: '' });
  await addRecords(app, [
    appWith({ id: 'other', name: 'Annan', location: 'Nordby', adamId: '1234567890' }),
  ]);
  expect(await toasts.undo()).toEqual({ code: 'changed-in-part', params: { fields: 'adamId' } });
  expect((await stored<VolymRecord>(app, app1().id)).data).toMatchObject({
    name: 'Ordlådan',
    adamId: '1234567891',
  });
});

test('B9, X12: nor is a place where another user has the same number by now', async () => {
  const { app } = await openApp();
  await addRecords(app, [
    userWith({ id: 'elis', name: 'Elis', clientUserId: 'u-1', location: 'Nordby', locationId: '' }),
  ]);
  const input = { ...userInput, name: 'Elis B', group: '', location: 'Söderby' };
  await userActions(app, await loadAppleLicencesWords('sv', 'licences')).edit('elis', input);
  await addRecords(app, [
    userWith({ id: 'other', clientUserId: 'u-1', location: 'Nordby', locationId: '' }),
  ]);
  expect(await toasts.undo()).toEqual({ code: 'changed-in-part', params: { fields: 'location' } });
  expect((await stored<VolymRecord>(app, 'elis')).data).toMatchObject({
    name: 'Elis',
    location: 'Söderby',
  });
});

test('X12, A4: an order date that cannot go back is named, and the rest goes back', async () => {
  const made = orderWith([['ordered', '2026-09-10']], {
    orderDate: '2026-09-10',
    amount: '25000.00',
  });
  const downloaded = { kind: 'downloaded', on: '2026-09-05' } as const;
  const undone = await orderUndone(
    made,
    { orderDate: '2026-09-01', amount: '99.00' },
    (order, doing) => recordStep(order, downloaded, doing),
  );
  expect(undone.problem).toEqual({ code: 'changed-in-part', params: { fields: 'orderDate' } });
  expect(undone.data).toMatchObject({ orderDate: '2026-09-01', amount: '25000.00' });
  expect(undone.days).toEqual(['ordered 2026-09-01', 'downloaded 2026-09-05']);
});

test('A4, X12: an order date does not go back past the day on which a colleague redeemed one of its codes since', async () => {
  const { app } = await openApp();
  const made = orderWith([['ordered', '2026-09-10']], {
    orderDate: '2026-09-10',
    amount: '25000.00',
  });
  await addRecords(app, [made]);
  await app.records.create(
    newCode({ id: 'e'.repeat(32), parent: made.id, usage: 'credit', number: 1, sealed: code }),
  );
  const edit = { orderDate: '2026-09-01', amount: '99.00' };
  expect(await orderActions(app.records, made.id, text).edit(edit, 'done')).toBeUndefined();
  const redeemed = { account: 'sara@nordby.example', place: '', on: '2026-09-05' };
  valueOf(
    await app.records.change(
      'e'.repeat(32),
      onKind('redemption-code', (record, doing) => redeem(record, redeemed, doing)),
    ),
  );
  expect(await toasts.undo()).toEqual({ code: 'changed-in-part', params: { fields: 'orderDate' } });
  const { data, steps } = await stored<VolymRecord<CreditOrderData>>(app, made.id);
  expect(data).toMatchObject({ orderDate: '2026-09-01', amount: '25000.00' });
  expect(currentSteps(steps).map(({ kind, on }) => `${kind} ${on}`)).toEqual([
    'ordered 2026-09-01',
  ]);
});

test('X12, A4: an order date stays beside a step that a colleague noted of that day', async () => {
  const ordered = { kind: 'ordered', on: '2026-09-01' } as const;
  const undone = await orderUndone(
    orderWith([], { orderDate: '', amount: '25000.00' }),
    { orderDate: '2026-09-01', amount: '99.00' },
    (order, doing) => recordStep(order, ordered, doing),
  );
  expect(undone.problem).toEqual({ code: 'changed-in-part', params: { fields: 'orderDate' } });
  expect(undone.data).toMatchObject({ orderDate: '2026-09-01', amount: '25000.00' });
  expect(undone.days).toEqual(['ordered 2026-09-01']);
});

test('X12: what both devices wrote alike goes back', async () => {
  const { app } = await openApp();
  await addRecords(app, [order()]);
  await orderActions(app.records, 'order-1', text).edit({ reseller: 'Atea' }, 'done');
  await write(app, 'order-1', { reseller: 'Dustin' });
  expect(await toasts.undo()).toBeUndefined();
  expect((await stored<VolymRecord<CreditOrderData>>(app, 'order-1')).data.reseller).toBe('Dustin');
});

test.each([
  [
    'sv',
    'Ångra',
    'owner,deputy',
    'Ångrat. Ansvarig och Ersättare har ändrats sedan dess och står kvar.',
  ],
  ['sv', 'Ångra', 'plans', 'Ångrat. Licenser har ändrats sedan dess och står kvar.'],
  ['en', 'Undo', 'owner,deputy', 'Undone. Owner and Deputy have changed since then and stay.'],
  ['en', 'Undo', 'location', 'Undone. Location has changed since then and stays.'],
] as const)(
  'X12, X14: what stays is named by the labels of its fields, in %s',
  async (language, undo, fields, sentence) => {
    const { app } = await openApp();
    showWith(
      app,
      Hint,
      { children: createRawSnippet(() => ({ render: () => '<span>-</span>' })) },
      language,
      {},
    );
    toasts.say('done', () => Promise.resolve(leftByUndo(fields.split(','))));
    await userEvent.click(await screen.findByRole('button', { name: undo }));
    await waitFor(() => expect(screen.getByRole('status').textContent).toContain(sentence));
  },
);
