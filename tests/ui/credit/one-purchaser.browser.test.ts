import { screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import type { ContentPurchaser } from '#domain/apple-credit/content-purchaser.ts';
import type { CreditOrder } from '#domain/apple-credit/credit-order.ts';
import { judgeAccount, newPurchaser, type PurchaserInput } from '#domain/apple-credit/purchaser-commands.ts';
import { purchaserRows, type PurchaserRow } from '#domain/apple-credit/purchasers.ts';
import type { App } from '#ui/app.svelte.ts';
import EditOrder from '#ui/credit/EditOrder.svelte';
import PurchaserForm from '#ui/credit/purchasers/PurchaserForm.svelte';
import { mergePurchasers } from '#ui/credit/purchasers/one-purchaser.ts';
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
const rowsIn = async (app: App): Promise<PurchaserRow[]> => {
  const purchasers = (await app.records.find({ kind: 'content-purchaser' })) as ContentPurchaser[];
  const orders = (await app.records.find({ kind: 'credit-order' })) as CreditOrder[];
  return purchaserRows(purchasers, orders, app.today);
};
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

describe('a purchaser whom only orders name', () => {
  test('A3: whose Apple ID is corrected in the register is one purchaser still', async () => {
    const { app } = await openApp();
    await addOrder(app, [['ordered', '2026-08-28']], { purchaserAppleId: WRONG });
    const rows = await rowsIn(app);
    showIn(app, PurchaserForm, { row: rows[0], rows, onclose: () => undefined });
    const field = screen.getByLabelText('Apple-ID', { exact: true });
    await userEvent.clear(field);
    await userEvent.type(field, RIGHT);
    await userEvent.click(await button('Spara'));
    await waitFor(async () => expect(await app.records.find({ kind: 'content-purchaser' })).toHaveLength(1));
    await waitFor(async () =>
      expect((await rowsIn(app)).map(({ appleId, orders }) => [appleId, orders.length])).toEqual([[RIGHT, 1]]),
    );
    await undoLast();
    expect((await rowsIn(app)).map(({ appleId, orders }) => [appleId, orders.length])).toEqual([[WRONG, 1]]);
  });
});

describe('two purchasers made one twice', () => {
  test('A3: after an undo the notes come along again', async () => {
    const { app } = await openApp();
    await addPurchaser(app, 'purchaser-1', said(RIGHT));
    const other = await addPurchaser(app, 'purchaser-2', said(WRONG));
    valueOf(
      await app.records.change(other.id, (now, doing) =>
        judgeAccount(now as ContentPurchaser, { kind: 'rejected', on: '2026-09-01', note: 'Okänt konto' }, doing),
      ),
    );
    const merge = async () => {
      const [a, b] = await rowsIn(app);
      return valueOf(await mergePurchasers(app.records, [a!, b!], 'ångrat'));
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
    await addPurchaser(app, 'purchaser-1', said(RIGHT));
    await addOrder(app, [['ordered', '2026-08-28']], { purchaserAppleId: WRONG, purchaserName: 'S. Lindholm' });
    await addOrder(app, [['ordered', '2026-09-02']], { purchaserAppleId: WRONG, orderNumber: '4500218838' }, 'order-2');
    const [a, b] = await rowsIn(app);
    const { undo } = valueOf(await mergePurchasers(app.records, [a!, b!], 'ångrat'));
    await app.records.change<CreditOrder['data']>('order-2', (now) => ({
      ok: true,
      value: { ...now, data: { ...now.data, purchaserName: 'Sara L. Lindholm' } },
    }));
    await undo();
    expect((await stored<CreditOrder>(app, 'order-1')).data.purchaserName).toBe('S. Lindholm');
    expect((await stored<CreditOrder>(app, 'order-2')).data.purchaserName).toBe('Sara L. Lindholm');
    expect([await accountOf(app, 'order-1'), await accountOf(app, 'order-2')]).toEqual([WRONG, WRONG]);
  });
});
