import { screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import type { ContentPurchaser } from '#domain/apple-credit/content-purchaser.ts';
import type { CreditOrder } from '#domain/apple-credit/credit-order.ts';
import { newPurchaser, type PurchaserInput } from '#domain/apple-credit/purchaser-commands.ts';
import { purchaserRows, type PurchaserRow } from '#domain/apple-credit/purchasers.ts';
import type { App } from '#ui/app.svelte.ts';
import EditOrder from '#ui/credit/EditOrder.svelte';
import SameAs from '#ui/credit/purchasers/SameAs.svelte';
import { valueOf } from '#tests/factories/credit.ts';
import { addOrder, openApp, showIn, stored, undoLast } from './credit-app.ts';

const WRONG = 'inehall@nordby.example';
const RIGHT = 'innehall@nordby.example';

const said = (appleId: string, more: Partial<PurchaserInput> = {}): PurchaserInput => ({
  ...{ name: 'Sara Lindholm', appleId, institution: '', manager: '' },
  ...more,
});
const addPurchaser = async (app: App, id: string, input: PurchaserInput): Promise<ContentPurchaser> =>
  valueOf(await app.records.create(valueOf(newPurchaser(id, input, [])))) as ContentPurchaser;
const accountOf = async (app: App, order: string): Promise<string> =>
  (await stored<CreditOrder>(app, order)).data.purchaserAppleId;
const button = (name: string) => screen.findByRole('button', { name });

describe('an Apple ID that is corrected on an order', () => {
  const correct = async () => {
    const { app } = await openApp();
    await addPurchaser(app, 'purchaser-1', said(WRONG));
    const order = await addOrder(app, [['ordered', '2026-08-28']], { purchaserAppleId: WRONG });
    await addOrder(app, [['ordered', '2026-09-02']], { purchaserAppleId: WRONG, orderNumber: '4500218838' }, 'order-2');
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
    expect([await accountOf(app, 'order-1'), await accountOf(app, 'order-2')]).toEqual([RIGHT, RIGHT]);
    expect(await registered(app)).toBe(RIGHT);
    expect(await app.records.find({ kind: 'content-purchaser' })).toHaveLength(1);
    await undoLast();
    expect([await accountOf(app, 'order-1'), await accountOf(app, 'order-2')]).toEqual([WRONG, WRONG]);
    expect(await registered(app)).toBe(WRONG);
  });

  test('A3: of another person it stands on this order alone', async () => {
    const { app, answer } = await correct();
    await answer('En annan innehållsköpare');
    expect([await accountOf(app, 'order-1'), await accountOf(app, 'order-2')]).toEqual([RIGHT, WRONG]);
    expect(await registered(app)).toBe(WRONG);
  });
});

describe('two purchasers who are one', () => {
  const rowsOf = async (app: App): Promise<PurchaserRow[]> => {
    const purchasers = (await app.records.find({ kind: 'content-purchaser' })) as ContentPurchaser[];
    const orders = (await app.records.find({ kind: 'credit-order' })) as CreditOrder[];
    return purchaserRows(purchasers, orders, app.today);
  };

  test('A3: orders and what is known go to the older, the other to the trash, and undo parts them again', async () => {
    const { app } = await openApp();
    await addPurchaser(app, 'purchaser-1', said(RIGHT));
    await addPurchaser(app, 'purchaser-2', said(WRONG, { institution: 'Nordby kommun' }));
    await addOrder(app, [['ordered', '2026-08-28']], { purchaserAppleId: RIGHT });
    await addOrder(app, [['ordered', '2026-09-02']], { purchaserAppleId: WRONG, orderNumber: '4500218838' }, 'order-2');
    const rows = await rowsOf(app);
    const row = rows.find(({ appleId }) => appleId === WRONG) ?? expect.unreachable();
    const others = rows.filter((other) => other !== row);
    const merged: string[] = [];
    showIn(app, SameAs, { row, others, onclose: () => undefined, onmerged: (id: string) => merged.push(id) });

    await userEvent.click(await button(`Sara Lindholm ${RIGHT} · 1 order`));
    await waitFor(() => expect(merged).toEqual(['purchaser-1']));
    expect([await accountOf(app, 'order-1'), await accountOf(app, 'order-2')]).toEqual([RIGHT, RIGHT]);
    expect((await stored<ContentPurchaser>(app, 'purchaser-1')).data.institution).toBe('Nordby kommun');
    expect((await rowsOf(app)).map(({ appleId, orders }) => [appleId, orders.length])).toEqual([[RIGHT, 2]]);

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
});
