import { screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import type { ContentPurchaser } from '#programmes/apple-credit/rules/purchaser/content-purchaser.ts';
import type { CreditOrder } from '#programmes/apple-credit/rules/order/credit-order.ts';
import {
  judgeAccount,
  newPurchaser,
  type PurchaserInput,
} from '#programmes/apple-credit/rules/purchaser/purchaser-commands.ts';
import {
  purchaserRows,
  type PurchaserRow,
} from '#programmes/apple-credit/rules/purchaser/purchasers.ts';
import { fromTrash, toTrash } from '#core/record/trash.ts';
import type { App } from '#ui/app.svelte.ts';
import EditOrder from '#programmes/apple-credit/screens/order-form/EditOrder.svelte';
import PurchaserForm from '#programmes/apple-credit/screens/purchaser/PurchaserForm.svelte';
import { mergePurchasers } from '#programmes/apple-credit/work/purchaser/write-purchaser.ts';
import PurchaserDetail from '#programmes/apple-credit/screens/purchaser/PurchaserDetail.svelte';
import SameAs from '#programmes/apple-credit/screens/purchaser/SameAs.svelte';
import { valueOf } from '#tests/factories/credit.ts';
import { toasts } from '#ui/toast.svelte.ts';
import {
  addOrder,
  openApp,
  showIn,
  stored,
  undoLast,
} from '#tests/programmes/apple-credit/screens/credit-app.ts';
import { onKind } from '#data/records/on-kind.ts';

const WRONG = 'inehall@nordby.example';
const RIGHT = 'innehall@nordby.example';

const inputOf = (appleId: string, more: Partial<PurchaserInput> = {}): PurchaserInput => ({
  name: 'Sara Lindholm',
  appleId,
  institution: '',
  manager: '',
  ...more,
});
const addPurchaser = async (
  app: App,
  id: string,
  input: PurchaserInput,
): Promise<ContentPurchaser> =>
  valueOf(await app.records.create(valueOf(newPurchaser(id, input, [])))) as ContentPurchaser;
const accountOf = async (app: App, order: string): Promise<string> =>
  (await stored<CreditOrder>(app, order)).data.purchaserAppleId;
const rowsIn = async (app: App): Promise<PurchaserRow[]> => {
  const purchasers = (await app.records.find({ kind: 'content-purchaser' })) as ContentPurchaser[];
  const orders = (await app.records.find({ kind: 'credit-order' })) as CreditOrder[];
  return purchaserRows(purchasers, orders, app.today);
};
const button = (name: string) => screen.findByRole('button', { name });

describe('an Apple ID that is corrected on an order', () => {
  const correct = async () => {
    const { app } = await openApp();
    await addPurchaser(app, 'purchaser-1', inputOf(WRONG));
    const order = await addOrder(app, [['ordered', '2026-08-28']], { purchaserAppleId: WRONG });
    await addOrder(
      app,
      [['ordered', '2026-09-02']],
      { purchaserAppleId: WRONG, orderNumber: '4500218838' },
      'order-2',
    );
    let isSaved = false;
    showIn(app, EditOrder, { order, onsaved: () => (isSaved = true), oncancel: () => undefined });
    const field = screen.getByLabelText('Innehållsköparens Apple-ID', { exact: true });
    await userEvent.clear(field);
    await userEvent.type(field, RIGHT);
    await userEvent.click(await button('Spara'));
    await screen.findByRole('dialog', { name: 'Samma person?' });
    const answer = async (name: string): Promise<void> => {
      await userEvent.click(await button(name));
      await waitFor(() => expect(isSaved).toBe(true));
    };
    return { app, answer };
  };
  const registered = async (app: App): Promise<string> =>
    (await stored<ContentPurchaser>(app, 'purchaser-1')).data.appleId;

  test('A3: of the same person it is corrected in the register and on each order, and undone as one', async () => {
    const { app, answer } = await correct();
    await answer('Samma person, rättat Apple-ID');
    expect([await accountOf(app, 'order-1'), await accountOf(app, 'order-2')]).toEqual([
      RIGHT,
      RIGHT,
    ]);
    expect(await registered(app)).toBe(RIGHT);
    expect(await app.records.find({ kind: 'content-purchaser' })).toHaveLength(1);
    await undoLast();
    expect([await accountOf(app, 'order-1'), await accountOf(app, 'order-2')]).toEqual([
      WRONG,
      WRONG,
    ]);
    expect(await registered(app)).toBe(WRONG);
  });

  test('A3: with the name corrected beside it, it is asked as well, and both are corrected everywhere', async () => {
    const { app } = await openApp();
    await addPurchaser(app, 'purchaser-1', inputOf(WRONG));
    const order = await addOrder(app, [['ordered', '2026-08-28']], { purchaserAppleId: WRONG });
    await addOrder(
      app,
      [['ordered', '2026-09-02']],
      { purchaserAppleId: WRONG, orderNumber: '4500218838' },
      'order-2',
    );
    showIn(app, EditOrder, { order, onsaved: () => undefined, oncancel: () => undefined });
    for (const [label, value] of [
      ['Innehållsköpare', 'Sara Lindh'],
      ['Innehållsköparens Apple-ID', RIGHT],
    ] as const) {
      const field = screen.getByLabelText(label, { exact: true });
      await userEvent.clear(field);
      await userEvent.type(field, value);
    }
    await userEvent.click(await button('Spara'));
    const dialog = await screen.findByRole('dialog', { name: 'Samma person?' });
    expect(dialog.textContent).toContain('Namnet Sara Lindholm blir Sara Lindh.');
    await userEvent.click(await button('Samma person, rättade uppgifter'));
    const both = async (): Promise<string[]> =>
      (await rowsIn(app)).map(({ name, appleId, orders }) => `${name} ${appleId} ${orders.length}`);
    await waitFor(async () => expect(await both()).toEqual([`Sara Lindh ${RIGHT} 2`]));
    expect((await stored<CreditOrder>(app, 'order-2')).data.purchaserName).toBe('Sara Lindh');
    await undoLast();
    expect(await both()).toEqual([`Sara Lindholm ${WRONG} 2`]);
    expect((await stored<CreditOrder>(app, 'order-2')).data.purchaserName).toBe('Sara Lindholm');
  });

  test('A3: if it is another person’s, only this order gets it', async () => {
    const { app, answer } = await correct();
    await answer('En annan innehållsköpare');
    expect([await accountOf(app, 'order-1'), await accountOf(app, 'order-2')]).toEqual([
      RIGHT,
      WRONG,
    ]);
    expect(await registered(app)).toBe(WRONG);
  });
});

describe('an account that is corrected and refused, or changed since', () => {
  const fields = {
    name: 'Innehållsköpare',
    appleId: 'Innehållsköparens Apple-ID',
  } as const;
  const write = async (label: string, value: string): Promise<void> => {
    const field = screen.getByLabelText(label, { exact: true });
    await userEvent.clear(field);
    await userEvent.type(field, value);
  };
  const open = async (
    steps: Parameters<typeof addOrder>[1],
    input: Parameters<typeof addOrder>[2] = {},
  ) => {
    const { app } = await openApp();
    await addPurchaser(app, 'purchaser-1', inputOf(WRONG));
    const order = await addOrder(app, steps, { purchaserAppleId: WRONG, ...input });
    await addOrder(
      app,
      [['ordered', '2026-09-02']],
      { purchaserAppleId: WRONG, orderNumber: '4500218838' },
      'order-2',
    );
    showIn(app, EditOrder, { order, onsaved: () => undefined, oncancel: () => undefined });
    return app;
  };
  const accounts = async (app: App): Promise<string[]> => [
    (await stored<ContentPurchaser>(app, 'purchaser-1')).data.appleId,
    await accountOf(app, 'order-1'),
    await accountOf(app, 'order-2'),
  ];

  test('A3: of a draft, what is no Apple ID is refused before anything is written', async () => {
    const app = await open([]);
    await write(fields.appleId, 'innehall');
    await userEvent.click(await button('Spara utkast'));
    await userEvent.click(await button('Samma person, rättat Apple-ID'));
    await screen.findByText(/Ett Apple-ID är en e-postadress/);
    expect(await accounts(app)).toEqual([WRONG, WRONG, WRONG]);
    expect(toasts.current).toBeUndefined();
  });

  test('A3: a name that the register has already is not said to change', async () => {
    await open([['ordered', '2026-08-28']], { purchaserName: 'Sara Lindolm' });
    await write(fields.name, 'Sara Lindholm');
    await write(fields.appleId, RIGHT);
    await userEvent.click(await button('Spara'));
    const dialog = await screen.findByRole('dialog', { name: 'Samma person?' });
    expect(dialog.textContent).not.toContain('Namnet');
    await button('Samma person, rättat Apple-ID');
  });

  const corrected = async (): Promise<App> => {
    const app = await open([['ordered', '2026-08-28']]);
    await write(fields.appleId, RIGHT);
    await userEvent.click(await button('Spara'));
    await userEvent.click(await button('Samma person, rättat Apple-ID'));
    await waitFor(() => expect(toasts.current?.text).toContain('Apple-ID rättat'));
    return app;
  };

  test('A3: undone, what another person wrote in the register since stays', async () => {
    const app = await corrected();
    await app.records.change(
      'purchaser-1',
      onKind('content-purchaser', (now) => ({
        ok: true,
        value: { ...now, data: { ...now.data, institution: 'Nordby kommun' } },
      })),
    );
    expect(await toasts.undo()).toBeUndefined();
    expect(await accounts(app)).toEqual([WRONG, WRONG, WRONG]);
    expect((await stored<ContentPurchaser>(app, 'purchaser-1')).data.institution).toBe(
      'Nordby kommun',
    );
  });

  test('A3: undone, an order that was given a third account since keeps it, and that is reported', async () => {
    const app = await corrected();
    await app.records.change(
      'order-1',
      onKind('credit-order', (now) => ({
        ok: true,
        value: { ...now, data: { ...now.data, purchaserAppleId: 'tredje@nordby.example' } },
      })),
    );
    expect(await toasts.undo()).toEqual({
      code: 'changed-in-part',
      params: { fields: 'purchaserAppleId' },
    });
    expect(await accounts(app)).toEqual([WRONG, 'tredje@nordby.example', WRONG]);
  });

  test('A3: in the register’s own form, too, an undo leaves what was written since', async () => {
    const { app } = await openApp();
    await addPurchaser(app, 'purchaser-1', inputOf(WRONG));
    const rows = await rowsIn(app);
    showIn(app, PurchaserForm, { row: rows[0], rows, onclose: () => undefined });
    await write('Apple-ID', RIGHT);
    await userEvent.click(await button('Spara'));
    await waitFor(() => expect(toasts.current?.undo).toBeDefined());
    await app.records.change(
      'purchaser-1',
      onKind('content-purchaser', (now) => ({
        ok: true,
        value: { ...now, data: { ...now.data, institution: 'Nordby kommun' } },
      })),
    );
    await undoLast();
    const { appleId, institution } = (await stored<ContentPurchaser>(app, 'purchaser-1')).data;
    expect([appleId, institution]).toEqual([WRONG, 'Nordby kommun']);
  });

  test.each(['purchaser-2', 'order-2'])(
    'A3: two are not made one in part where %s refuses',
    async (id) => {
      const { app } = await openApp();
      await addPurchaser(app, 'purchaser-1', inputOf(RIGHT));
      await addPurchaser(app, 'purchaser-2', inputOf(WRONG, { institution: 'Nordby kommun' }));
      await addOrder(app, [['ordered', '2026-08-28']], { purchaserAppleId: WRONG });
      await addOrder(
        app,
        [['ordered', '2026-09-02']],
        { purchaserAppleId: WRONG, orderNumber: '4500218838' },
        'order-2',
      );
      const [a, b] = await rowsIn(app);
      const { change } = app.records;
      const spied = vi
        .spyOn(app.records, 'change')
        .mockImplementation((recordId, command) =>
          recordId === id
            ? Promise.resolve({ ok: false, problem: { code: 'record-is-gone' } })
            : change(recordId, command),
        );
      const answer = await mergePurchasers(app.records, [a!, b!], {
        appleId: RIGHT,
        reason: 'ångrat',
      });
      spied.mockRestore();
      expect(answer).toEqual({ ok: false, problem: { code: 'record-is-gone' } });
      expect(await accountOf(app, 'order-1')).toBe(WRONG);
      expect((await stored<ContentPurchaser>(app, 'purchaser-1')).data.institution).toBe('');
      expect((await stored<ContentPurchaser>(app, 'purchaser-2')).trashedOn).toBe('');
    },
  );
});

describe('two purchasers who are one', () => {
  const rowsOf = async (app: App): Promise<PurchaserRow[]> => {
    const purchasers = (await app.records.find({
      kind: 'content-purchaser',
    })) as ContentPurchaser[];
    const orders = (await app.records.find({ kind: 'credit-order' })) as CreditOrder[];
    return purchaserRows(purchasers, orders, app.today);
  };

  test('A3: orders and what is known go to the older, the other to the trash, and undo parts them again', async () => {
    const { app } = await openApp();
    await addPurchaser(app, 'purchaser-1', inputOf(RIGHT));
    await addPurchaser(app, 'purchaser-2', inputOf(WRONG, { institution: 'Nordby kommun' }));
    await addOrder(app, [['ordered', '2026-08-28']], { purchaserAppleId: RIGHT });
    await addOrder(
      app,
      [['ordered', '2026-09-02']],
      { purchaserAppleId: WRONG, orderNumber: '4500218838' },
      'order-2',
    );
    const rows = await rowsOf(app);
    const row = rows.find(({ appleId }) => appleId === WRONG) ?? expect.unreachable();
    const others = rows.filter((other) => other !== row);
    const merged: string[] = [];
    showIn(app, SameAs, {
      row,
      others,
      onclose: () => undefined,
      onmerged: (id: string) => merged.push(id),
    });

    await userEvent.click(await button(`Sara Lindholm ${RIGHT} · 1 order`));
    expect(await screen.findByRole('radio', { name: new RegExp(`^${RIGHT}`) })).toBeChecked();
    screen.getByText(new RegExp(`1 order med ${WRONG} får ${RIGHT}`));
    await userEvent.click(await button('Slå ihop'));
    await waitFor(() => expect(merged).toEqual(['purchaser-1']));
    expect([await accountOf(app, 'order-1'), await accountOf(app, 'order-2')]).toEqual([
      RIGHT,
      RIGHT,
    ]);
    expect((await stored<ContentPurchaser>(app, 'purchaser-1')).data.institution).toBe(
      'Nordby kommun',
    );
    expect((await rowsOf(app)).map(({ appleId, orders }) => [appleId, orders.length])).toEqual([
      [RIGHT, 2],
    ]);

    await undoLast();
    const parted = (await rowsOf(app)).map(({ appleId, orders }) => [appleId, orders.length]);
    expect(new Map(parted as [string, number][])).toEqual(
      new Map([
        [RIGHT, 1],
        [WRONG, 1],
      ]),
    );
    expect((await stored<ContentPurchaser>(app, 'purchaser-1')).data.institution).toBe('');
  });

  test('A3: on the screen of the one that takes the other’s Apple ID, which follows what is written', async () => {
    const { app } = await openApp();
    await addPurchaser(app, 'purchaser-1', inputOf(WRONG));
    await addPurchaser(app, 'purchaser-2', inputOf(RIGHT));
    await addOrder(app, [['ordered', '2026-08-28']], { purchaserAppleId: RIGHT });
    const faults: string[] = [];
    const hear = (event: ErrorEvent): number => faults.push(event.message);
    window.addEventListener('error', hear);
    showIn(app, PurchaserDetail, { id: 'purchaser-1', onmoved: () => undefined });

    await userEvent.click(await button('Fler val'));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Det här är samma som …' }));
    await userEvent.click(await button(`Sara Lindholm ${RIGHT} · 1 order`));
    await userEvent.click(await button('Slå ihop'));
    await waitFor(() => expect(toasts.current?.text).toBe(`De är en nu, ${RIGHT}`));
    expect(faults).toEqual([]);
    window.removeEventListener('error', hear);
  });

  test('A3: whose Apple ID is kept is chosen before, and undo gives each its own again', async () => {
    const { app } = await openApp();
    await addPurchaser(app, 'purchaser-1', inputOf(WRONG));
    await addPurchaser(app, 'purchaser-2', inputOf(RIGHT, { institution: 'Nordby kommun' }));
    await addOrder(app, [['ordered', '2026-08-28']], { purchaserAppleId: WRONG });
    await addOrder(
      app,
      [['ordered', '2026-09-02']],
      { purchaserAppleId: RIGHT, orderNumber: '4500218838' },
      'order-2',
    );
    const [first, second] = (await rowsOf(app)).toSorted((a, b) => (a.id < b.id ? -1 : 1));
    const merged: string[] = [];
    const given = { row: first!, others: [second!], onclose: () => undefined };
    showIn(app, SameAs, { ...given, onmerged: (id: string) => merged.push(id) });

    await userEvent.click(await button(`Sara Lindholm ${RIGHT} · 1 order`));
    await userEvent.click(await screen.findByRole('radio', { name: new RegExp(`^${RIGHT}`) }));
    await screen.findByText(new RegExp(`1 order med ${WRONG} får ${RIGHT}`));
    expect(merged).toEqual([]);
    await userEvent.click(await button('Slå ihop'));
    await waitFor(() => expect(merged).toEqual(['purchaser-1']));
    expect([await accountOf(app, 'order-1'), await accountOf(app, 'order-2')]).toEqual([
      RIGHT,
      RIGHT,
    ]);
    expect(
      (await rowsOf(app)).map(({ id, appleId, institution }) => [id, appleId, institution]),
    ).toEqual([['purchaser-1', RIGHT, 'Nordby kommun']]);
    expect(toasts.current?.text).toBe(`De är en nu, ${RIGHT} på 1 order till`);

    await undoLast();
    expect([await accountOf(app, 'order-1'), await accountOf(app, 'order-2')]).toEqual([
      WRONG,
      RIGHT,
    ]);
    const apart = (await rowsOf(app)).map(({ id, appleId }) => [id, appleId] as const);
    expect(new Map(apart)).toEqual(
      new Map([
        ['purchaser-1', WRONG],
        ['purchaser-2', RIGHT],
      ]),
    );
  });
});

describe('orders in the trash', () => {
  const inTrash = async (app: App, id: string) => valueOf(await app.records.change(id, toTrash));
  const restored = async (app: App, id: string): Promise<[string, number][]> => {
    valueOf(await app.records.change(id, fromTrash));
    return (await rowsIn(app)).map(({ appleId, orders }) => [appleId, orders.length]);
  };

  test('A3: follow the Apple ID that is corrected in the register, and come back to the same purchaser', async () => {
    const { app } = await openApp();
    await addPurchaser(app, 'purchaser-1', inputOf(WRONG));
    await addOrder(app, [['ordered', '2026-08-28']], { purchaserAppleId: WRONG });
    await inTrash(app, 'order-1');
    const rows = await rowsIn(app);
    showIn(app, PurchaserForm, { row: rows[0], rows, onclose: () => undefined });
    const field = screen.getByLabelText('Apple-ID', { exact: true });
    await userEvent.clear(field);
    await userEvent.type(field, RIGHT);
    await userEvent.click(await button('Spara'));
    await waitFor(async () => expect(await accountOf(app, 'order-1')).toBe(RIGHT));
    expect((await stored<CreditOrder>(app, 'order-1')).trashedOn).toBe(app.today);
    await undoLast();
    expect(await accountOf(app, 'order-1')).toBe(WRONG);
    expect(await restored(app, 'order-1')).toEqual([[WRONG, 1]]);
  });

  test('A3: are asked about and follow where no other order names the account', async () => {
    const { app } = await openApp();
    const order = await addOrder(app, [['ordered', '2026-08-28']], { purchaserAppleId: WRONG });
    await addOrder(
      app,
      [['ordered', '2026-09-02']],
      { purchaserAppleId: WRONG, orderNumber: '4500218838' },
      'order-2',
    );
    await inTrash(app, 'order-2');
    showIn(app, EditOrder, { order, onsaved: () => undefined, oncancel: () => undefined });
    const field = screen.getByLabelText('Innehållsköparens Apple-ID', { exact: true });
    await userEvent.clear(field);
    await userEvent.type(field, RIGHT);
    await userEvent.click(await button('Spara'));
    await userEvent.click(await button('Samma person, rättat Apple-ID'));
    await waitFor(async () => expect(await accountOf(app, 'order-2')).toBe(RIGHT));
    expect(await restored(app, 'order-2')).toEqual([[RIGHT, 2]]);
  });

  test('A3: follow when two purchasers are made one, and leave again with the undo', async () => {
    const { app } = await openApp();
    await addPurchaser(app, 'purchaser-1', inputOf(RIGHT));
    await addPurchaser(app, 'purchaser-2', inputOf(WRONG));
    await addOrder(app, [['ordered', '2026-09-02']], { purchaserAppleId: WRONG }, 'order-2');
    await inTrash(app, 'order-2');
    const [a, b] = await rowsIn(app);
    const made = valueOf(
      await mergePurchasers(app.records, [a!, b!], { appleId: RIGHT, reason: 'ångrat' }),
    );
    expect(await accountOf(app, 'order-2')).toBe(RIGHT);
    expect(made.count).toBe(0);
    await made.undo();
    expect(await accountOf(app, 'order-2')).toBe(WRONG);
    expect((await stored<CreditOrder>(app, 'order-2')).trashedOn).not.toBe('');
  });
});

describe('the account in the form of an order', () => {
  test('X9: one without an Apple ID is not offered, and the form opens', async () => {
    const { app } = await openApp();
    await addPurchaser(app, 'purchaser-1', inputOf(RIGHT));
    const blank = valueOf(newPurchaser('purchaser-2', inputOf(WRONG), []));
    await app.records.create({ ...blank, data: { ...blank.data, appleId: ' ' } } as never);
    const order = await addOrder(app, [['ordered', '2026-08-28']], { purchaserAppleId: RIGHT });
    showIn(app, EditOrder, { order, onsaved: () => undefined, oncancel: () => undefined });
    const list = await screen.findByLabelText('Ur registret');
    expect([...list.querySelectorAll('option')].map(({ textContent }) => textContent)).toEqual([
      'Skriv själv',
      `Sara Lindholm · ${RIGHT}`,
    ]);
  });

  test('A3: that only this order knows is not called valid, and that another one knows is', async () => {
    const { app } = await openApp();
    const mail = [
      ['ordered', '2026-08-28'],
      ['ready', '2026-09-04'],
    ] as const;
    const order = await addOrder(app, mail, { purchaserAppleId: WRONG });
    await addOrder(app, mail, { purchaserAppleId: RIGHT, orderNumber: '4500218838' }, 'order-2');
    showIn(app, EditOrder, { order, onsaved: () => undefined, oncancel: () => undefined });
    const list = await screen.findByLabelText('Ur registret');
    // The list distinguishes two with the same name.
    expect([...list.querySelectorAll('option')].map(({ textContent }) => textContent)).toEqual([
      'Skriv själv',
      `Sara Lindholm · ${WRONG}`,
      `Sara Lindholm · ${RIGHT}`,
    ]);
    expect(screen.queryByText(/Giltigt konto/)).toBeNull();
    const field = screen.getByLabelText('Innehållsköparens Apple-ID', { exact: true });
    await userEvent.clear(field);
    await userEvent.type(field, RIGHT);
    await screen.findByText(/Giltigt konto sedan 4 sep/);
  });

  test('A2: of a placed order is needed; saving without it says so at the field, and saves nothing', async () => {
    const { app } = await openApp();
    const order = await addOrder(app, [['ordered', '2026-08-28']], { purchaserAppleId: RIGHT });
    showIn(app, EditOrder, { order, onsaved: () => undefined, oncancel: () => undefined });
    await userEvent.clear(screen.getByLabelText('Innehållsköparens Apple-ID', { exact: true }));
    await userEvent.click(await button('Spara'));
    await screen.findByText('Skriv innehållsköparens Apple-ID. Dit sänder Apple krediten.');
    expect(await accountOf(app, 'order-1')).toBe(RIGHT);
  });
});

describe('a purchaser whom only orders name', () => {
  test('A3: without an Apple ID is asked for one', async () => {
    const { app } = await openApp();
    showIn(app, PurchaserForm, { rows: [], onclose: () => undefined });
    await userEvent.type(screen.getByLabelText('Namn'), 'Sara Lindholm');
    await userEvent.click(await button('Spara'));
    await screen.findByText('Skriv innehållsköparens Apple-ID. Dit sänder Apple krediten.');
  });

  test('A3: whose Apple ID is corrected in the register is one purchaser still', async () => {
    const { app } = await openApp();
    await addOrder(app, [['ordered', '2026-08-28']], { purchaserAppleId: WRONG });
    const rows = await rowsIn(app);
    showIn(app, PurchaserForm, { row: rows[0], rows, onclose: () => undefined });
    const field = screen.getByLabelText('Apple-ID', { exact: true });
    await userEvent.clear(field);
    await userEvent.type(field, RIGHT);
    await userEvent.click(await button('Spara'));
    await waitFor(async () =>
      expect(await app.records.find({ kind: 'content-purchaser' })).toHaveLength(1),
    );
    await waitFor(async () =>
      expect((await rowsIn(app)).map(({ appleId, orders }) => [appleId, orders.length])).toEqual([
        [RIGHT, 1],
      ]),
    );
    await undoLast();
    expect((await rowsIn(app)).map(({ appleId, orders }) => [appleId, orders.length])).toEqual([
      [WRONG, 1],
    ]);
  });
});

describe('two purchasers made one twice', () => {
  test('A3: after an undo the notes come along again', async () => {
    const { app } = await openApp();
    await addPurchaser(app, 'purchaser-1', inputOf(RIGHT));
    const other = await addPurchaser(app, 'purchaser-2', inputOf(WRONG));
    valueOf(
      await app.records.change(other.id, (now, doing) =>
        judgeAccount(
          now as ContentPurchaser,
          { kind: 'rejected', on: '2026-09-01', note: 'Okänt konto' },
          doing,
        ),
      ),
    );
    const merge = async () => {
      const [a, b] = await rowsIn(app);
      return valueOf(
        await mergePurchasers(app.records, [a!, b!], { appleId: RIGHT, reason: 'ångrat' }),
      );
    };
    const first = await merge();
    expect((await rowsIn(app)).map(({ state }) => state)).toEqual(['rejected']);
    await first.undo();
    expect(await rowsIn(app)).toHaveLength(2);
    const second = await merge();
    expect((await rowsIn(app)).map(({ state }) => state)).toEqual(['rejected']);
    await second.undo();
    expect(new Map((await rowsIn(app)).map(({ id, state }) => [id, state]))).toEqual(
      new Map([
        ['purchaser-1', 'unknown'],
        ['purchaser-2', 'rejected'],
      ]),
    );
  });

  test('A3: undone, an order keeps the name that somebody gave it since', async () => {
    const { app } = await openApp();
    await addPurchaser(app, 'purchaser-1', inputOf(RIGHT));
    await addOrder(app, [['ordered', '2026-08-28']], {
      purchaserAppleId: WRONG,
      purchaserName: 'S. Lindholm',
    });
    await addOrder(
      app,
      [['ordered', '2026-09-02']],
      { purchaserAppleId: WRONG, orderNumber: '4500218838' },
      'order-2',
    );
    const [a, b] = await rowsIn(app);
    const { undo } = valueOf(
      await mergePurchasers(app.records, [a!, b!], { appleId: RIGHT, reason: 'ångrat' }),
    );
    await app.records.change(
      'order-2',
      onKind('credit-order', (now) => ({
        ok: true,
        value: { ...now, data: { ...now.data, purchaserName: 'Sara L. Lindholm' } },
      })),
    );
    await undo();
    expect((await stored<CreditOrder>(app, 'order-1')).data.purchaserName).toBe('S. Lindholm');
    expect((await stored<CreditOrder>(app, 'order-2')).data.purchaserName).toBe('Sara L. Lindholm');
    expect([await accountOf(app, 'order-1'), await accountOf(app, 'order-2')]).toEqual([
      WRONG,
      WRONG,
    ]);
  });
});
