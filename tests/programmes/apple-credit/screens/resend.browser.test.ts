import { screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import type { CreditOrder } from '#programmes/apple-credit/rules/order/credit-order.ts';
import { RESEND_ADDRESSES } from '#programmes/apple-credit/rules/resend/resend.ts';
import { WORKSPACE_ID } from '#workspace/rules/settings/workspace.ts';
import { credit } from '#programmes/apple-credit/words/sv/credit.ts';
import { resend } from '#programmes/apple-credit/words/sv/resend.ts';
import type { App } from '#ui/app.svelte.ts';
import ResendAddresses from '#programmes/apple-credit/screens/settings/ResendAddresses.svelte';
import ResendFlow from '#programmes/apple-credit/screens/resend/ResendFlow.svelte';
import { toasts } from '#ui/toast.svelte.ts';
import { addOrder, openApp, showWith, stored, undoLast } from './credit-app.ts';

/** Two credits that left the inbox: one from the own store and one from a reseller. */
const fill = async (app: App): Promise<void> => {
  const bought = { channel: 'own-store', buyerAppleId: 'inkop@nordby.example' } as const;
  await addOrder(
    app,
    [['ready', '2026-08-03']],
    { ...bought, amount: '8000.00', orderNumber: '4500196018', orderDate: '2026-07-27' },
    'store',
  );
  await addOrder(
    app,
    [['ready', '2026-08-14']],
    { amount: '12000.00', orderNumber: '4500197752', orderDate: '2026-08-07' },
    'reseller',
  );
};
const show = (app: App, chosen: readonly string[] = ['reseller', 'store']) =>
  showWith(app, ResendFlow, { chosen, waiting: false, onleave: () => undefined }, 'sv', {
    credit,
    resend,
  });
const press = async (name: string | RegExp) =>
  userEvent.click(await screen.findByRole('button', { name }));
const lastStep = async (app: App, id: string) => {
  const { kind, data } = (await stored<CreditOrder>(app, id)).steps.at(-1)!;
  return [kind, (data as { route?: string } | undefined)?.route];
};

describe('two credits of two ways', () => {
  test('A9: each way asks for its own credits, marks only those, and leads to the other', async () => {
    const { app } = await openApp();
    await fill(app);
    show(app);
    await screen.findByText(
      /^Sedan begärs 8.000.kr \(order 4500196018\) i er egen Apple Online Store/,
    );
    expect(screen.getByRole('radio', { name: 'AppleCare' })).toBeChecked();
    await waitFor(() =>
      expect(document.querySelector('.letter')?.textContent).toContain('4500197752'),
    );
    expect(document.querySelector('.letter')?.textContent).not.toContain('4500196018');

    screen
      .getByRole('link', { name: 'Öppna formuläret' })
      .addEventListener('click', (event) => event.preventDefault());
    await userEvent.click(screen.getByRole('link', { name: 'Öppna formuläret' }));
    expect(screen.getByRole('button', { name: 'Kopiera text' })).toBeVisible();
    await press('Begärd i dag');
    await screen.findByText('Fyra steg i butiken');
    expect(await lastStep(app, 'reseller')).toEqual(['resend-requested', 'applecare']);
    expect((await lastStep(app, 'store'))[0]).toBe('ready');

    await press('Begärd i dag');
    await screen.findByText('Vänta på svaret');
    expect(await lastStep(app, 'store')).toEqual(['resend-requested', 'own-store']);
    expect(await lastStep(app, 'reseller')).toEqual(['resend-requested', 'applecare']);
  });

  test('A9: what is undone after the first way waits for it again', async () => {
    const { app } = await openApp();
    await fill(app);
    show(app);
    await screen.findByText('Så fyller du i formuläret');
    screen
      .getByRole('link', { name: 'Öppna formuläret' })
      .addEventListener('click', (event) => event.preventDefault());
    await userEvent.click(screen.getByRole('link', { name: 'Öppna formuläret' }));
    await press('Begärd i dag');
    await screen.findByText('Fyra steg i butiken');
    await undoLast();
    await screen.findByText(/^Sedan begärs 12.000.kr \(order 4500197752\) hos AppleCare/);
  });

  test('A9: what is undone after the last way is asked for again where it was', async () => {
    const { app } = await openApp();
    await fill(app);
    show(app, ['store']);
    await screen.findByText('Fyra steg i butiken');
    await press('Begärd i dag');
    await screen.findByText('Vänta på svaret');
    await waitFor(async () => expect((await lastStep(app, 'store'))[0]).toBe('resend-requested'));
    await screen.findByText(/8.000.kr/);
    await undoLast();
    await screen.findByText('Fyra steg i butiken');
    await press('Begärd i dag');
    await screen.findByText('Vänta på svaret');
  });

  test('A9: a person moves a credit to the other way on purpose: it is named, said and taken back by one tap', async () => {
    const { app } = await openApp();
    await fill(app);
    show(app);
    await press(/8.000.kr[^]*köpt i er egen store[^]*Begär här i stället/);
    await waitFor(() =>
      expect(document.querySelector('.letter')?.textContent).toContain('4500196018'),
    );
    await screen.findByText(/^8.000.kr \(order 4500196018\) köptes i er egen Apple Online Store/);
    expect(toasts.current?.text).toMatch(/^8.000.kr \(order 4500196018\) begärs nu hos AppleCare$/);
    await undoLast();
    await screen.findByText(/^Sedan begärs 8.000.kr/);

    // And without the line at the foot, in its own time.
    await press(/8.000.kr[^]*Begär här i stället/);
    toasts.dismiss();
    await press(/8.000.kr[^]*4500196018[^]*Flytta tillbaka/);
    await screen.findByText(
      /^Sedan begärs 8.000.kr \(order 4500196018\) i er egen Apple Online Store/,
    );
    expect(document.querySelector('.letter')?.textContent).not.toContain('4500196018');
    expect(screen.queryByRole('button', { name: /Flytta tillbaka/ })).toBeNull();
  });

  const withThird = async (app: App): Promise<void> => {
    await fill(app);
    await addOrder(
      app,
      [['ready', '2026-08-12']],
      { amount: '5000.00', orderNumber: '4500197700', orderDate: '2026-08-05' },
      'third',
    );
  };
  /** Moves the credit of the own store to AppleCare and presses on with a third one. */
  const moveAndGoOn = async (): Promise<void> => {
    await press(/8.000.kr[^]*Begär här i stället/);
    await press(/^2 krediter/);
    await userEvent.click(await screen.findByRole('checkbox', { name: /5.000.kr/ }));
    await press(/^Fortsätt med 3/);
    await screen.findByRole('button', { name: /^3 krediter/ });
  };

  test('A9: a credit that was moved stays moved when another one is chosen with it', async () => {
    const { app } = await openApp();
    await withThird(app);
    show(app);
    await moveAndGoOn();
    await waitFor(() =>
      expect(document.querySelector('.letter')?.textContent).toContain('4500197700'),
    );
    expect(screen.getByRole('radio', { name: 'AppleCare' })).toBeChecked();
    expect(screen.getByRole('button', { name: /8.000.kr[^]*Flytta tillbaka/ })).toBeVisible();
  });

  test('A9: undone after another one was chosen, the moved credit is where it was bought, not astray', async () => {
    const { app } = await openApp();
    await withThird(app);
    show(app);
    await moveAndGoOn();
    await undoLast();
    await screen.findByText(
      /^Sedan begärs 8.000.kr \(order 4500196018\) i er egen Apple Online Store/,
    );
    expect(screen.queryByRole('button', { name: /Flytta tillbaka/ })).toBeNull();
  });

  test('A9: the keys go on in the row of the credit that was moved', async () => {
    const { app } = await openApp();
    await fill(app);
    show(app);
    (await screen.findByRole('button', { name: /8.000.kr[^]*Begär här i stället/ })).focus();
    await userEvent.keyboard('{Enter}');
    await waitFor(() =>
      expect(document.activeElement?.textContent).toMatch(/8.000.kr[^]*Flytta tillbaka/),
    );
    await userEvent.keyboard('{Enter}');
    await waitFor(() =>
      expect(document.activeElement?.textContent).toMatch(/8.000.kr[^]*Begär här i stället/),
    );
    // Moved away and brought home from the other way: it is of the choice there.
    await userEvent.click(screen.getByRole('radio', { name: 'Apple Online Store' }));
    (await screen.findByRole('button', { name: /12.000.kr[^]*Begär här i stället/ })).focus();
    await userEvent.keyboard('{Enter}');
    await userEvent.click(screen.getByRole('radio', { name: 'AppleCare' }));
    (await screen.findByRole('button', { name: /12.000.kr[^]*Begär här i stället/ })).focus();
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(document.activeElement?.textContent).toMatch(/12.000.kr/));
  });

  test('A9: a reseller’s credit that is moved to the own store is named there', async () => {
    const { app } = await openApp();
    await fill(app);
    show(app);
    await userEvent.click(await screen.findByRole('radio', { name: 'Apple Online Store' }));
    await press(/12.000.kr[^]*köpt från en återförsäljare[^]*Begär här i stället/);
    await screen.findByText(
      /^12.000.kr \(order 4500197752\) köptes inte i er egen Apple Online Store/,
    );
    await userEvent.click(screen.getByRole('radio', { name: 'AppleCare' }));
    await screen.findByText('Ingen kredit begärs på den här vägen.');
    expect(screen.queryByRole('button', { name: 'Begärd i dag' })).toBeNull();
  });

  test('A9: a request by phone can be noted at once, without the form', async () => {
    const { app } = await openApp();
    await fill(app);
    show(app);
    await screen.findByRole('link', { name: 'Öppna formuläret' });
    await press('Begärd i dag');
    await screen.findByText('Fyra steg i butiken');
    expect(await lastStep(app, 'reseller')).toEqual(['resend-requested', 'applecare']);
  });
});

describe('a credit that cannot be noted', () => {
  test('A9: is listed with its reason, and only the others count as asked for', async () => {
    const { app } = await openApp();
    await fill(app);
    await addOrder(
      app,
      [['ready', '2026-08-12']],
      { amount: '5000.00', orderNumber: '4500197700', orderDate: '2026-08-05' },
      'second',
    );
    const { change } = app.records;
    const spied = vi
      .spyOn(app.records, 'change')
      .mockImplementation((id, command) =>
        id === 'second'
          ? Promise.resolve({ ok: false, problem: { code: 'record-is-gone' } })
          : change(id, command),
      );
    show(app, ['reseller', 'second', 'store']);
    await press('Begärd i dag');
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toMatch(
      /5.000.kr \(order 4500197700\) är inte antecknad. Posten finns inte längre här\./,
    );
    expect(toasts.current?.text).toBe('Återsändning begärd');
    expect(await lastStep(app, 'reseller')).toEqual(['resend-requested', 'applecare']);
    expect((await lastStep(app, 'second'))[0]).toBe('ready');
    // It stays with the way that it is to be asked for on.
    expect(screen.getByRole('radio', { name: 'AppleCare' })).toBeChecked();
    expect(document.querySelector('.letter')?.textContent).toContain('4500197700');

    spied.mockRestore();
    await press('Begärd i dag');
    await screen.findByText('Fyra steg i butiken');
    expect(screen.queryByRole('alert')).toBeNull();
    expect(await lastStep(app, 'second')).toEqual(['resend-requested', 'applecare']);
  });
});

describe('the mail that came', () => {
  test('A9: an order that refuses its day is named, and only the other has it', async () => {
    const { app } = await openApp();
    for (const [id, amount, orderNumber, asked] of [
      ['first', '12000.00', '4500197752', '2026-11-17'],
      ['second', '5000.00', '4500197700', '2026-11-20'],
    ] as const)
      await addOrder(
        app,
        [
          ['ready', '2026-08-14'],
          ['resend-requested', asked],
        ],
        { amount, orderNumber, orderDate: '2026-08-07' },
        id,
      );
    showWith(app, ResendFlow, { chosen: [], waiting: true, onleave: () => undefined }, 'sv', {
      credit,
      resend,
    });
    for (const name of [/12.000.kr/, /5.000.kr/])
      await userEvent.click(await screen.findByRole('checkbox', { name }));
    const day = screen.getByLabelText('Mejlets dag', { selector: 'input' });
    await userEvent.clear(day);
    await userEvent.type(day, '2026-11-19');
    await press('Mejlet har kommit');
    await screen.findByText(
      /5.000.kr \(order 4500197700\) är inte antecknad\. Dagen ligger före begäran/,
    );
    expect((await lastStep(app, 'first'))[0]).toBe('resent');
    expect((await lastStep(app, 'second'))[0]).toBe('resend-requested');
  });
});

test('A8: in the own store the four steps are ticked, with number and Apple ID ready to copy', async () => {
  const { app } = await openApp();
  await fill(app);
  const settings = showWith(app, ResendAddresses, {}, 'sv', { resend });
  const address = await screen.findByLabelText('Er egen Apple Online Store');
  await userEvent.type(address, 'https://store.nordby.example/shop{Enter}');
  await waitFor(() => expect(toasts.current?.text).toBe('Adressen är sparad'));
  settings.unmount();

  const copied = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  show(app, ['store']);
  await screen.findByText(/^Krediten köptes i er egen Apple Online Store\./);
  expect(screen.getByRole('radio', { name: 'Apple Online Store' })).toBeChecked();
  await press(/Apple-ID som köpte krediten/);
  expect(copied).toHaveBeenLastCalledWith('inkop@nordby.example');
  await press(/Beställningsnummer/);
  expect(copied).toHaveBeenLastCalledWith('4500196018');
  const store = await screen.findByRole('link', { name: 'Butiken' });
  await waitFor(() => expect(store).toHaveAttribute('href', 'https://store.nordby.example/shop'));
  store.addEventListener('click', (event) => event.preventDefault());
  await userEvent.click(store);
  const step = (name: string) => screen.getByRole('checkbox', { name: `Klart: ${name}` });
  await waitFor(() => expect(step('Gå till er Apple Online Store')).toBeChecked());
  await userEvent.click(step('Konto, Kontrollera beställningsstatus'));
  await userEvent.click(step('Logga in, eller ange beställningsnumret'));
  await screen.findByText('3 av 4 klart');
  await press('Begärd i dag');
  await screen.findByText('Vänta på svaret');
  expect(await lastStep(app, 'store')).toEqual(['resend-requested', 'own-store']);
});

test.each(['javascript:alert(1)', 'http://evil.example', 'data:text/html,x'])(
  'X9: an address that came by sync and leads elsewhere than over https (%s) is not opened: the usual one is',
  async (address) => {
    const { app } = await openApp();
    await fill(app);
    await app.records.change(WORKSPACE_ID, (workspace) => ({
      ok: true,
      value: { ...workspace, data: { ...workspace.data, supportForm: address, ownStore: address } },
    }));
    show(app, ['reseller']);
    // What is shown reads the workspace; by then it has come.
    await expect.poll(() => app.workspace?.data.supportForm, { timeout: 10_000 }).toBe(address);
    expect(await screen.findByRole('link', { name: 'Öppna formuläret' })).toHaveAttribute(
      'href',
      RESEND_ADDRESSES.supportForm,
    );
    expect(document.querySelector(`a[href="${address}"]`)).toBeNull();
  },
);
