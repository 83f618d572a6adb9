import { screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import type { CreditOrder } from '#domain/apple-credit/credit-order.ts';
import { credit } from '#i18n/sv/credit.ts';
import { resend } from '#i18n/sv/resend.ts';
import type { App } from '#ui/app.svelte.ts';
import ResendFlow from '#ui/credit/resend/ResendFlow.svelte';
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
const show = (app: App) =>
  showWith(app, ResendFlow, { chosen: ['reseller', 'store'], waiting: false, onleave: () => undefined }, 'sv', {
    ...{ credit, resend },
  });
const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }));
const lastStep = async (app: App, id: string) => {
  const { kind, data } = (await stored<CreditOrder>(app, id)).steps.at(-1)!;
  return [kind, (data as { route?: string } | undefined)?.route];
};

describe('two credits of two ways', () => {
  test('A9: each way asks for its own credits, marks only those, and leads to the other', async () => {
    const { app } = await openApp();
    await fill(app);
    show(app);
    await screen.findByText('Sedan begärs 1 kredit i er egen Apple Online Store.');
    expect(screen.getByRole('radio', { name: 'AppleCare' })).toBeChecked();
    await waitFor(() => expect(document.querySelector('.letter')?.textContent).toContain('4500197752'));
    expect(document.querySelector('.letter')?.textContent).not.toContain('4500196018');

    screen.getByRole('link', { name: 'Öppna formuläret' }).addEventListener('click', (event) => event.preventDefault());
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
    screen.getByRole('link', { name: 'Öppna formuläret' }).addEventListener('click', (event) => event.preventDefault());
    await userEvent.click(screen.getByRole('link', { name: 'Öppna formuläret' }));
    await press('Begärd i dag');
    await screen.findByText('Fyra steg i butiken');
    await undoLast();
    await screen.findByText('Sedan begärs 1 kredit hos AppleCare.');
  });

  test('A9: a person moves a credit to the other way on purpose', async () => {
    const { app } = await openApp();
    await fill(app);
    show(app);
    await press(/8.000.kr[^]*Begär här i stället/);
    await waitFor(() => expect(document.querySelector('.letter')?.textContent).toContain('4500196018'));
    await screen.findByText(/Någon av krediterna köptes på ett annat ställe/);
    await userEvent.click(screen.getByRole('radio', { name: 'Apple Online Store' }));
    await screen.findByText('Ingen kredit begärs på den här vägen.');
    expect(screen.queryByRole('button', { name: 'Begärd i dag' })).toBeNull();
  });
});
