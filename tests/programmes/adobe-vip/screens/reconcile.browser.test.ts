import { screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { anniversaryDue } from '#programmes/adobe-vip/rules/customer/customer-deadlines.ts';
import { planKey } from '#programmes/adobe-vip/rules/product/product-name.ts';
import type { VipCustomer } from '#programmes/adobe-vip/rules/customer/vip-customer.ts';
import type { InvoiceLine } from '#programmes/adobe-vip/rules/product/invoice-line.ts';
import type { VipOrder } from '#programmes/adobe-vip/rules/order/vip-order.ts';
import { currentSteps } from '#core/record/step.ts';
import { toTrash } from '#core/record/trash.ts';
import { formatFor } from '#core/language/format.ts';
import { vipReconcile } from '#programmes/adobe-vip/words/sv/vip-reconcile.ts';
import { vip } from '#programmes/adobe-vip/words/sv/vip.ts';
import type { Texts } from '#ui/text.ts';
import { toasts } from '#ui/toast.svelte.ts';
import {
  makeOrder,
  sayRefused,
} from '#programmes/adobe-vip/screens/reconcile/reconcile-actions.ts';
import ReconcileScreen from '#programmes/adobe-vip/screens/reconcile/ReconcileScreen.svelte';
import {
  authorizationWith,
  customerWith,
  orderLine,
  returnWith,
  stepOf,
  vipOrderWith,
} from '#tests/factories/vip.ts';
import { invoiceLineWith, priceWith } from '#tests/factories/vip-invoices.ts';
import { addRecords } from '#tests/programmes/apple-licences/screens/app/apps-app.ts';
import { faults, inTheme } from '#tests/ui/axe.ts';
import { openApp, stored, undoLast } from '#tests/programmes/apple-credit/screens/credit-app.ts';
import { showVip } from './vip-app.ts';

/** What is read from the disk takes its time on a busy machine. */
const patient = { timeout: 60_000 };
const words = (element: HTMLElement): string => element.innerText.replace(/\s+/g, ' ').trim();
const region = (name: string): HTMLElement => screen.getByRole('region', { name });
const rowOf = (name: string | RegExp): HTMLElement => screen.getByText(name).closest('li')!;
const press = (name: RegExp, inside: HTMLElement = document.body): Promise<void> =>
  userEvent.click(within(inside).getByRole('button', { name }));

const customers = [
  customerWith({ name: 'Kvarnåsens Energi', vipId: '' }, [], 'energy'),
  customerWith({ name: 'Museum Norrsken', vipId: '' }, [], 'museum'),
  customerWith({ name: 'Björkhagens Förlag', vipId: '' }, [], 'forlag'),
];
const order = (
  parent: string,
  orderNumber: string,
  quantity: number,
  unitPrice = '',
): VipOrder => ({
  ...vipOrderWith(
    {
      orderNumber,
      orderDate: '2026-11-12',
      currency: 'SEK',
      lines: {
        a: orderLine(quantity, { unitPrice, product: 'Acrobat Pro', sku: '65304520BA02A12' }),
      },
    },
    `order-${parent}`,
  ),
  parent,
});
const owned = (product: string, count: number) => ({
  [planKey(product, 'team')]: {
    product,
    licenceType: 'team' as const,
    sku: '',
    owned: count,
    assigned: count,
    on: '2026-11-01',
    at: 1,
  },
});
const sku = { sku: '65304520BA02A12', product: 'Acrobat Pro', orderDate: '2026-11-12' };
const invoiced = [
  invoiceLineWith(
    {
      ...sku,
      line: '000030',
      orderNumber: '77000398',
      customerName: 'Kvarnasens Energi AB',
      quantity: 12,
      unitPrice: '2208.00',
      netAmount: '26496.00',
    },
    'line-price',
  ),
  invoiceLineWith(
    {
      ...sku,
      line: '000050',
      orderNumber: '77000402',
      customerName: 'Museum Norrsken',
      quantity: 13,
    },
    'line-13',
  ),
  invoiceLineWith(
    {
      ...sku,
      line: '000070',
      orderNumber: '77000499',
      customerName: 'Björkhagens Förlag',
      quantity: 3,
      unitPrice: '845.00',
      orderDate: '2026-11-14',
    },
    'line-alike',
  ),
  invoiceLineWith(
    {
      ...sku,
      line: '000090',
      orderNumber: '77000500',
      customerName: 'Strandhotellet',
      customerNumber: '1009990099',
      quantity: 2,
    },
    'line-nobody',
  ),
  invoiceLineWith(
    {
      ...sku,
      line: '000110',
      orderNumber: '77000600',
      customerName: 'Museum Norrsken',
      quantity: 4,
    },
    'line-ok',
  ),
];
const orders = [
  order('energy', '77000398', 12, '2028.00'),
  order('museum', '77000402', 14),
  order('forlag', '77000411', 3),
  { ...order('museum', '77000600', 4), id: 'order-ok' },
];
const granted = {
  ...returnWith({ order: 'order-museum', lines: { a: 1 } }, [
    stepOf('return-granted', '2026-11-19'),
  ]),
  parent: 'museum',
};

const open = async (more: Parameters<typeof addRecords>[1] = []) => {
  const { app } = await openApp();
  await addRecords(app, [
    ...customers,
    ...orders,
    granted,
    ...invoiced,
    priceWith({ sku: '65304520BA02A12' }),
    ...more,
  ]);
  showVip(app, ReconcileScreen, {});
  await screen.findByText('Strandhotellet', {}, patient);
  return app;
};
type Opened = Awaited<ReturnType<typeof open>>;
const answers = async (app: Opened, id: string): Promise<string[]> =>
  currentSteps((await stored<InvoiceLine>(app, id)).steps).map(({ kind }) => kind);
const chip = (name: RegExp): HTMLElement => screen.getByRole('radio', { name });

describe('C13: the reconciliation', () => {
  test('C13: what differs, and what has no match, says what it looks like', async () => {
    await page.viewport(1180, 820);
    await open();
    const differ = words(region('Hör ihop, men skiljer'));
    expect(differ).toContain(
      'Kvarnåsens Energi 12 × 2 028,00 Order 77000398 · Acrobat Pro · 12 nov',
    );
    expect(differ).toContain(
      'Kvarnasens Energi AB 12 × 2 208,00 Rad 000030 · FAK880000 · 65304520BA02A12',
    );
    expect(differ).toContain(
      'fakturan är 180,00 kr högre per licens. Prislistan från 1 oktober säger 2 028,00.',
    );
    expect(differ).toContain(
      'fakturan har 1 färre. En retur av 1 beviljades 19 november; fakturan har redan dragit av den.',
    );
    const alone = words(region('Rader utan order'));
    expect(alone).toContain('Ser ut som order 77000411: samma kund, SKU och antal, 2 dagar isär.');
    expect(alone).toContain('Ingen kund med det numret');
    expect(alone).toContain('Kundnummer 1009990099 finns inte i arbetsplatsen.');
    expect(words(region('Order utan rad'))).toContain(
      'Ser ut som rad 000070 på faktura FAK880000.',
    );
    expect(screen.queryByRole('region', { name: 'Stämmer' })).toBeNull();
    expect(words(screen.getByRole('radiogroup', { name: 'Visa' }))).toBe(
      'Att se över 5 Stämmer 1 Alla 6',
    );
    await userEvent.click(chip(/^Stämmer/));
    expect(words(region('Stämmer'))).toContain('Order 77000600');
  });

  test('C13: an accepted invoice closes the row, is found under All, and taken back it waits again', async () => {
    const app = await open();
    await press(/^Godkänn fakturan: Kvarnåsens Energi/);
    await screen.findByText('Godkänd. Ordern står kvar som den är.', {}, patient);
    expect(await answers(app, 'line-price')).toEqual(['line-accepted']);
    expect((await stored<VipOrder>(app, 'order-energy')).data.lines.a?.unitPrice).toBe('2028.00');
    await waitFor(() => expect(screen.queryByText('Kvarnåsens Energi')).toBeNull(), patient);
    await userEvent.click(chip(/^Alla/));
    expect(words(region('Besvarade'))).toContain(
      'Fakturan är godkänd; ordern står kvar som den är.',
    );
    await press(/^Ta tillbaka svaret: Kvarnåsens Energi/);
    await waitFor(async () => expect(await answers(app, 'line-price')).toEqual([]), patient);
    await waitFor(
      () => expect(screen.queryByRole('region', { name: 'Besvarade' })).toBeNull(),
      patient,
    );
    await screen.findByText('Svaret är tillbakataget', {}, patient);
    await undoLast();
    await waitFor(
      async () => expect(await answers(app, 'line-price')).toEqual(['line-accepted']),
      patient,
    );
  });

  test('C13: explained with what explains it, and undone', async () => {
    const app = await open();
    await press(/^Förklara och stäng: Museum Norrsken, Order 77000402/);
    const sheet = await screen.findByRole('dialog', { name: 'Förklara och stäng' }, patient);
    const note = within(sheet).getByLabelText('Förklaring');
    expect((note as HTMLTextAreaElement).value).toMatch(/^En retur av 1 beviljades 19 november/);
    await userEvent.clear(note);
    await press(/^Stäng raden$/, sheet);
    expect(within(sheet).getByText('Skriv en förklaring.')).toBeTruthy();
    await userEvent.type(note, 'Samma som i oktober');
    await press(/^Stäng raden$/, sheet);
    await waitFor(
      async () => expect(await answers(app, 'line-13')).toEqual(['line-explained']),
      patient,
    );
    await undoLast();
    await waitFor(async () => expect(await answers(app, 'line-13')).toEqual([]), patient);
  });

  test('C13: paired with the guess, and undone', async () => {
    const app = await open();
    await press(/^Para ihop: Björkhagens Förlag/);
    await screen.findByText('Ihopparad med order 77000411', {}, patient);
    await waitFor(() => expect(screen.queryByText(/^Ser ut som order/)).toBeNull(), patient);
    expect(screen.queryByRole('region', { name: 'Order utan rad' })).toBeNull();
    await undoLast();
    await screen.findByText(/^Ser ut som order 77000411/, {}, patient);
    expect(await answers(app, 'line-alike')).toEqual([]);
  });

  test('C13: paired with an order that is chosen', async () => {
    const app = await open();
    const row = rowOf('Strandhotellet');
    await press(/^Fler val/, row);
    await userEvent.click(within(row).getByRole('menuitem', { name: 'Para ihop' }));
    const sheet = await screen.findByRole('dialog', { name: 'Para ihop' }, patient);
    await userEvent.type(within(sheet).getByRole('searchbox'), '600');
    await userEvent.click(
      await within(sheet).findByRole('radio', { name: /^Order 77000600/ }, patient),
    );
    await press(/^Para ihop$/, sheet);
    await waitFor(
      async () => expect(await answers(app, 'line-nobody')).toEqual(['line-paired']),
      patient,
    );
    await waitFor(
      () => expect(words(region('Hör ihop, men skiljer'))).toContain('Order 77000600'),
      patient,
    );
  });

  test('C13: an order is made of its line, covers what waited for it, and undone neither is', async () => {
    const waiting = {
      ...authorizationWith({
        createdOn: '2026-11-01',
        lines: { a: { product: 'Acrobat Pro', quantity: 3, sku: '' } },
      }),
      parent: 'forlag',
    };
    const app = await open([waiting]);
    const made = async (): Promise<VipOrder[]> =>
      (
        (await app.records.find({ kind: 'vip-order', parent: 'forlag' })) as unknown as VipOrder[]
      ).filter(({ data }) => data.orderNumber === '77000499');
    await press(/^Skapa order: Björkhagens Förlag/);
    await waitFor(async () => expect(await made()).toHaveLength(1), patient);
    expect((await made())[0]?.data).toMatchObject({
      authorization: 'authorization-1',
      orderDate: '2026-11-14',
    });
    await waitFor(() => expect(screen.queryByText(/^Ser ut som order/)).toBeNull(), patient);
    await undoLast();
    await waitFor(async () => expect(await made()).toHaveLength(0), patient);
  });

  test('C13: made on two devices it is one order, and made again after its undo it is back', async () => {
    const { app } = await openApp();
    await addRecords(app, [...customers, ...invoiced]);
    const line = await stored<InvoiceLine>(app, 'line-13');
    const museum = await stored<VipCustomer>(app, 'museum');
    const text = {
      vip,
      vipReconcile,
      format: formatFor('sv', 'Europe/Stockholm'),
    } as Partial<Texts> as Texts;
    const made = () => app.records.find({ kind: 'vip-order', parent: 'museum' });
    expect(await makeOrder(app, line, museum, text)).toBeUndefined();
    const [first] = await made();
    const problem = await makeOrder(app, line, museum, text);
    sayRefused(problem, text, app.today);
    expect(toasts.current?.text).toBe(
      'Order 77000402 finns redan, från en lista eller en annan enhet. Rätta den under Historik, eller ta bort den där och registrera den igen.',
    );
    await app.records.change(first!.id, toTrash);
    expect(await makeOrder(app, line, museum, text)).toBeUndefined();
    expect((await made()).map(({ id }) => id)).toEqual([first!.id]);
    expect(first!.id).toBe(
      await app.vault.keyedId('vip-order', 'name', 'museum norrsken', '77000402'),
    );
  });

  test('C10: a renewal that is made of its line ends the renewal where it is all of it, and undone it is open', async () => {
    const { app } = await openApp();
    const plans = { ...owned('Acrobat Pro', 5), ...owned('Foto', 2) };
    const museum = customerWith(
      { name: 'Museum Norrsken', vipId: '', anniversary: '2026-12-13', plans },
      [],
      'museum',
    );
    const renewal = (id: string, product: string, quantity: number) =>
      invoiceLineWith(
        {
          orderNumber: id,
          orderDate: '2026-11-18',
          reason: 'RENEWAL',
          product,
          sku: '',
          quantity,
          customerName: museum.data.name,
        },
        id,
      );
    await addRecords(app, [museum, renewal('881', 'Acrobat Pro', 5), renewal('882', 'Foto', 2)]);
    const text = {
      vip,
      vipReconcile,
      format: formatFor('sv', 'Europe/Stockholm'),
      language: 'sv',
    } as Partial<Texts> as Texts;
    const make = async (id: string) =>
      makeOrder(app, await stored<InvoiceLine>(app, id), museum, text);
    const due = async () => {
      const { data, steps } = await stored<VipCustomer>(app, 'museum');
      return anniversaryDue(data, steps);
    };
    expect(await make('881')).toBeUndefined();
    expect([await due(), toasts.current?.text]).toEqual(['2026-12-13', 'Order 881 är skapad']);
    expect(await make('882')).toBeUndefined();
    expect(await due()).toBe('2027-12-13');
    expect(toasts.current?.text).toBe('Förlängning 882 är sparad. Nästa årsdag 13 dec 2027');
    await undoLast();
    await waitFor(async () => expect(await due()).toBe('2026-12-13'), patient);
  });

  test('C13: not ours, and the customer who is missing begins with what the invoice says', async () => {
    const app = await open();
    expect(screen.getByRole('button', { name: /^Lägg till kunden: Strandhotellet/ })).toBeTruthy();
    await press(/^Inte vår: Strandhotellet/);
    await waitFor(
      async () => expect(await answers(app, 'line-nobody')).toEqual(['line-not-ours']),
      patient,
    );
    await waitFor(() => expect(screen.queryByText('Strandhotellet')).toBeNull(), patient);
  });

  test('C13: a letter has both sides, in both languages', async () => {
    await open();
    await press(/^Skriv till Adobe: Kvarnåsens Energi/);
    const sheet = await screen.findByRole('dialog', { name: 'Skriv till Adobe' }, patient);
    expect(
      await within(sheet).findByText('Faktura FAK880000: stämmer inte med vår order', {}, patient),
    ).toBeTruthy();
    const body = words(sheet);
    expect(body).toContain(
      'Vår order 77000398, 12 november: 12 × Acrobat Pro (65304520BA02A12) à 2 028,00 kr',
    );
    expect(body).toContain(
      'Faktura FAK880000, rad 000030, order 77000398: 12 × Acrobat Pro (65304520BA02A12) à 2 208,00 kr',
    );
    await userEvent.click(within(sheet).getByRole('radio', { name: 'Engelska' }));
    expect(await within(sheet).findByText(/^Hello,/, {}, patient)).toBeTruthy();
    const mail = within(sheet).getByRole('link', { name: 'Öppna i e-post' }).getAttribute('href');
    expect(mail).toMatch(/^mailto:\?subject=Invoice%20FAK880000/);
    expect(await faults()).toEqual([]);
  });

  test.each(['light', 'dark'] as const)('X14: %s, nothing of it is out of reach', async (theme) => {
    await page.viewport(390, 844);
    inTheme(theme);
    await open();
    await userEvent.click(chip(/^Alla/));
    await waitFor(() => expect(region('Stämmer')).toBeTruthy());
    expect(await faults()).toEqual([]);
  });

  test('C13: nothing read yet says what a report is', async () => {
    const { app } = await openApp();
    showVip(app, ReconcileScreen, {});
    expect(await screen.findByText('Ingen faktura är inläst', {}, patient)).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Läs in en rapport' }).getAttribute('href')).toMatch(
      /\/import$/,
    );
    expect(await faults()).toEqual([]);
  });
});
