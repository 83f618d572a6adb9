import { screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { ReturnAuthorization } from '#programmes/adobe-vip/rules/return/return-authorization.ts';
import { returnState } from '#programmes/adobe-vip/rules/return/return-deadlines.ts';
import type { VipCustomerData } from '#programmes/adobe-vip/rules/customer/vip-customer.ts';
import type { OrderLine } from '#programmes/adobe-vip/rules/order/vip-order.ts';
import { ok } from '#core/result.ts';
import type { App } from '#ui/app.svelte.ts';
import ReturnSheet from '#programmes/adobe-vip/screens/return/ReturnSheet.svelte';
import VipHistory from '#programmes/adobe-vip/screens/history/VipHistory.svelte';
import { customerWith, orderLine, vipOrderWith } from '#tests/factories/vip.ts';
import { addRecords } from '#tests/programmes/apple-licences/screens/app/apps-app.ts';
import { faults, inTheme } from '#tests/ui/axe.ts';
import { openApp, undoLast } from '#tests/programmes/apple-credit/screens/credit-app.ts';
import { showUnderCustomer } from './vip-app.ts';
import { onKind } from '#data/records/on-kind.ts';

/** What a press loads takes its time on a busy machine. */
const patient = { timeout: 60_000 };
const acrobat = (quantity: number, given: Partial<OrderLine> = {}) => ({
  a: orderLine(quantity, { product: 'Acrobat Pro', sku: '65297928BA01A12', ...given }),
});

/** Picture 40: seventeen owned, bought as ten, four and three. */
const withOrders = async (given: Partial<VipCustomerData> = {}, last = 3): Promise<App> => {
  await page.viewport(390, 844);
  const { app } = await openApp();
  const plan = { product: 'Acrobat Pro', licenceType: 'team' as const, sku: '65297928BA01A12' };
  const counted = { ...plan, assigned: 14, on: '2026-11-19', at: 1 };
  const holders = { h: { name: 'Nils Ek', group: '', plan: 'acrobat pro|team' } };
  await addRecords(app, [
    customerWith({
      name: 'Sjöbodens Foto',
      plans: { 'acrobat pro|team': counted },
      holders,
      ...given,
    }),
    vipOrderWith({ orderNumber: '7700 0187', orderDate: '2026-10-19', lines: acrobat(10) }, 'old'),
    vipOrderWith({ orderNumber: '7700 0412', orderDate: '2026-11-09', lines: acrobat(4) }, 'first'),
    vipOrderWith(
      { orderNumber: '7700 0455', orderDate: '2026-11-12', lines: acrobat(last) },
      'second',
    ),
  ]);
  return app;
};
const showSheet = async (app: App, language: 'sv' | 'en' = 'sv') => {
  showUnderCustomer(
    app,
    ReturnSheet,
    (here) => ({
      customer: here.customer!,
      order: here.book!.orders.find(({ id }) => id === 'first')!,
      onclose: () => undefined,
      ondone: () => undefined,
    }),
    language,
  );
  await screen.findByRole('dialog');
};
const returnsIn = async (app: App): Promise<ReturnAuthorization[]> =>
  (await app.records.find({
    kind: 'return-authorization',
    parent: 'customer-1',
  })) as ReturnAuthorization[];
const button = (name: RegExp | string) => screen.getByRole('button', { name });
const line = (name: RegExp) => screen.getByRole('checkbox', { name });

describe('C6: asking for a return', () => {
  test('C6: 3, 4 and 7 can be pressed and nothing else; what is pressed is what is taken', async () => {
    const app = await withOrders();
    await showSheet(app);
    const numbers = screen.getAllByRole('radio') as HTMLInputElement[];
    expect(numbers).toHaveLength(7);
    expect(numbers.filter(({ disabled }) => !disabled).map(({ value }) => value)).toEqual([
      '3',
      '4',
      '7',
    ]);
    expect(
      screen.getByText('3, 4 och 7 går. Enligt den här regeln returneras en orderrad hel.'),
    ).toBeVisible();
    expect(screen.getByText('17 ägda')).toBeVisible();
    expect(screen.getByText('Sjöbodens Foto · nivå 2 gäller även med 13')).toBeVisible();
    expect(screen.getByRole('radio', { name: '4' })).toBeChecked();
    expect(line(/4 × Acrobat Pro.*3 dagar/)).toBeChecked();
    expect(line(/10 × Acrobat Pro.*18 dgr sen/)).toBeDisabled();
    expect(screen.getByText('Sista dag mån 23 nov')).toBeVisible();
    expect(screen.getByText('Frigör 1 användare')).toBeVisible();
    await userEvent.click(screen.getByText('Vilka har licenserna?'));
    expect(screen.getByText('Nils Ek')).toBeVisible();

    await userEvent.click(screen.getByRole('radio', { name: '3' }));
    expect(line(/4 × Acrobat Pro/)).not.toBeChecked();
    expect(line(/3 × Acrobat Pro.*6 dagar/)).toBeChecked();
    expect(screen.getByText('Sista dag tors 26 nov')).toBeVisible();
    expect(screen.queryByText('Frigör 1 användare')).toBeNull();
    await userEvent.click(line(/4 × Acrobat Pro/));
    expect(screen.getByRole('radio', { name: '7' })).toBeChecked();
    expect(button('Skapa begäran om 7')).toBeEnabled();
    await userEvent.click(line(/4 × Acrobat Pro/));
    await userEvent.click(line(/3 × Acrobat Pro/));
    expect(button('Skapa begäran')).toBeDisabled();
  });

  test('C6: a day before the order is reported at the day field, and no window is called closed', async () => {
    const { app } = await openApp();
    const only = vipOrderWith(
      { orderNumber: '7700 0412', orderDate: '2026-11-09', lines: acrobat(4) },
      'first',
    );
    await addRecords(app, [customerWith(), only]);
    await showSheet(app);
    const day = await screen.findByLabelText('Begärd hos Adobe');
    await userEvent.clear(day);
    await userEvent.type(day, '2026-11-08');
    await waitFor(() => expect(day).toBeInvalid());
    expect(day).toHaveAccessibleDescription(
      /Ordern lades .*9 nov.*, och inget går tillbaka före det/,
    );
    expect(screen.queryByText('Inget kan gå tillbaka')).toBeNull();
    await userEvent.clear(day);
    await userEvent.type(day, '2026-11-09');
    await waitFor(() => expect(day).toBeValid());
    expect(button('Skapa begäran om 4')).toBeEnabled();
  });

  test('C6: a day before the order is reported at the day field also where an earlier order could go back then', async () => {
    const { app } = await openApp();
    await addRecords(app, [
      customerWith(),
      vipOrderWith(
        { orderNumber: '7700 0398', orderDate: '2026-11-06', lines: acrobat(3) },
        'earlier',
      ),
      vipOrderWith(
        { orderNumber: '7700 0412', orderDate: '2026-11-09', lines: acrobat(4) },
        'first',
      ),
    ]);
    await showSheet(app);
    const day = await screen.findByLabelText('Begärd hos Adobe');
    await userEvent.clear(day);
    await userEvent.type(day, '2026-11-08');
    await waitFor(() => expect(day).toBeInvalid());
    expect(day).toHaveAccessibleDescription(/Ordern lades .*9 nov/);
    await userEvent.click(line(/3 × Acrobat Pro/));
    await waitFor(() => expect(day).toBeValid());
    expect(button('Skapa begäran om 3')).toBeEnabled();
  });

  test('C6: seven from two orders are two requests, and undone they are gone', async () => {
    const app = await withOrders();
    await showSheet(app);
    expect(screen.getByLabelText('Adobes nummer på returen')).toBeVisible();
    await userEvent.click(screen.getByRole('radio', { name: '7' }));
    // Two requests have two numbers.
    expect(screen.queryByLabelText('Adobes nummer på returen')).toBeNull();
    await userEvent.click(button('Skapa begäran om 7'));
    await waitFor(async () => expect(await returnsIn(app)).toHaveLength(2));
    const made = await returnsIn(app);
    expect(made.map(({ data }) => [data.order, data.lines]).sort()).toEqual([
      ['first', { a: 4 }],
      ['second', { a: 3 }],
    ]);
    // What is asked for is spoken for.
    await screen.findByText('Inget kan gå tillbaka');
    await undoLast();
    await waitFor(async () => expect(await returnsIn(app)).toEqual([]));
  });

  test('C6: the Marketplace takes parts of a line, and stops while a user has what would go', async () => {
    const app = await withOrders({ programme: 'vip-marketplace' });
    await showSheet(app);
    expect(
      screen.getAllByRole('radio').filter((element) => !(element as HTMLInputElement).disabled),
    ).toHaveLength(7);
    expect(button('Skapa begäran om 4')).toBeDisabled();
    expect(screen.getByRole('alert').textContent).toBe(
      'Frigör 1 användare först, i Admin Console.',
    );
    await userEvent.click(screen.getByRole('radio', { name: '2' }));
    expect(line(/2 av 4 × Acrobat Pro/)).toBeChecked();
    expect(screen.queryByRole('alert')).toBeNull();
    await userEvent.click(button('Skapa begäran om 2'));
    await waitFor(async () =>
      expect((await returnsIn(app)).map(({ data }) => data.lines)).toEqual([{ a: 2 }]),
    );
    await screen.findByText('2 × Acrobat Pro');
  });

  test('C14: a return below the three-year commitment is refused, with how many must stay', async () => {
    const commitment = { acceptedOn: '2026-06-01', lastDay: '2029-05-31', minimum: 14 };
    const app = await withOrders({ commitment });
    await showSheet(app);
    expect(screen.getByRole('alert').textContent).toBe(
      'Treårsåtagandet kräver minst 14 licenser. Välj färre.',
    );
    expect(button('Skapa begäran om 4')).toBeDisabled();
    await userEvent.click(screen.getByRole('radio', { name: '3' }));
    await userEvent.type(screen.getByLabelText('Adobes nummer på returen'), 'RMA 12');
    await userEvent.click(button('Skapa begäran om 3'));
    await waitFor(async () =>
      expect((await returnsIn(app)).map(({ data }) => [data.lines, data.reference])).toEqual([
        [{ a: 3 }, 'RMA 12'],
      ]),
    );
  });

  test.each([
    // Counted at the look-back of 14 November: it holds until the next one, with however few.
    ['what the look-back gave', { anniversary: '2026-12-15' }, [8, 4], 'nivå 2 gäller även med 8'],
    [
      'what a commitment holds',
      { commitment: { acceptedOn: '2026-06-01', lastDay: '2029-05-31', minimum: 10 } },
      [8, 4],
      'nivå 2 gäller även med 8',
    ],
    // Two small orders reached no level that could fall.
    ['what was never reached', {}, [8, 4], 'nivå 1 gäller även med 8'],
    ['what the order itself reached', {}, [6, 12], 'nivå 2 blir nivå 1 med 6'],
  ] as const)(
    'C14: the sheet says what becomes of the level of later orders: %s',
    async (_, given, [old, first], sentence) => {
      const { app } = await openApp();
      await addRecords(app, [
        customerWith({ name: 'Sjöbodens Foto', ...given }),
        vipOrderWith(
          { orderNumber: '7700 0187', orderDate: '2026-10-19', lines: acrobat(old) },
          'old',
        ),
        vipOrderWith(
          { orderNumber: '7700 0412', orderDate: '2026-11-09', lines: acrobat(first) },
          'first',
        ),
      ]);
      await showSheet(app);
      expect(await screen.findByText(`Sjöbodens Foto · ${sentence}`)).toBeVisible();
    },
  );

  test('C6: above twelve a stepper goes from one reachable quantity to the next', async () => {
    const app = await withOrders({}, 30);
    await showSheet(app);
    expect(screen.queryByRole('radio')).toBeNull();
    const field = screen.getByLabelText<HTMLInputElement>('Antal');
    expect(field.value).toBe('4');
    await userEvent.click(button('Fler'));
    expect(field.value).toBe('30');
    expect(line(/30 × Acrobat Pro/)).toBeChecked();
    await userEvent.click(button('Fler'));
    expect(field.value).toBe('34');
    expect(button('Fler')).toBeDisabled();
    await userEvent.clear(field);
    // What another device writes meanwhile leaves the field as it is being typed.
    await app.records.change(
      'customer-1',
      onKind('vip-customer', (customer) =>
        ok({ ...customer, data: { ...customer.data, name: 'Boden' } }),
      ),
    );
    await screen.findByText(/^Boden · /);
    await userEvent.type(field, '31');
    expect(screen.getByText('31 går inte. Närmast är:')).toBeVisible();
    await userEvent.click(button('30'));
    expect(field.value).toBe('30');
    expect(button('Skapa begäran om 30')).toBeEnabled();
  });

  test.each(['sv', 'en'] as const)(
    'X14: nothing hinders someone who cannot see it, %s',
    async (language) => {
      const app = await withOrders();
      await showSheet(app, language);
      inTheme(language === 'sv' ? 'light' : 'dark');
      expect(await faults()).toEqual([]);
    },
  );
});

describe('C6: a return in the history', () => {
  test('C6: an order in its window offers one; a request that waits is granted or denied, which can be undone', async () => {
    const app = await withOrders();
    await addRecords(app, [
      {
        ...vipOrderWith(),
        id: 'return-1',
        kind: 'return-authorization',
        data: {
          v: 1,
          customerName: 'Sjöbodens Foto',
          order: 'first',
          lines: { a: 4 },
          reference: '',
          followUpEdition: 'adobe-vip.return-follow-up-7',
          owner: '',
        } as never,
        steps: [{ id: 's1', kind: 'return-asked', on: '2026-11-19', at: 1, by: app.me }],
      },
    ]);
    showUnderCustomer(app, VipHistory, (here) => ({ customer: here.customer! }));
    const link = await screen.findByRole('link', { name: 'Begär returauktorisering' });
    // Only the order that something is left of, and whose days have not ended.
    expect(link).toHaveAttribute('href', expect.stringContaining('/vip/customer-1/return/second'));
    expect(screen.getByText('Väntar på svar sedan 19 nov.')).toBeVisible();

    await userEvent.click(button('Notera nekad'));
    await screen.findByText('Retur nekad');
    expect(screen.getAllByRole('link', { name: 'Begär returauktorisering' })).toHaveLength(2);
    await undoLast();
    const grant = async (): Promise<void> => {
      await userEvent.click(await screen.findByRole('button', { name: 'Notera beviljad' }));
      const sheet = await screen.findByRole('dialog', { name: 'Retur beviljad' }, patient);
      const number = within(sheet).getByLabelText<HTMLInputElement>('Adobes nummer på returen');
      expect(number.value).toBe('');
      await userEvent.type(number, 'RMA 4471');
      await userEvent.click(within(sheet).getByRole('button', { name: 'Spara' }));
      await screen.findByRole('heading', { name: 'Retur beviljad' });
      await screen.findByText('Adobes nummer RMA 4471.');
    };
    await grant();
    await undoLast();
    await screen.findByText('Väntar på svar sedan 19 nov.');
    expect((await returnsIn(app))[0]!.data.reference).toBe('');
    await grant();
    expect(returnState((await returnsIn(app))[0]!)).toBe('granted');
    expect(screen.queryByRole('button', { name: 'Notera beviljad' })).toBeNull();
    const order = screen
      .getByRole('heading', { name: /Order 4 × Acrobat Pro/ })
      .closest<HTMLElement>('.event');
    expect(
      within(order!).getByText('Allt är returnerat: Adobe kallar ordern annullerad.'),
    ).toBeVisible();

    // Long after its undo is gone, a wrong answer is still taken back.
    await userEvent.click(button('Svaret var fel'));
    await screen.findByText('Väntar på svar sedan 19 nov.');
    expect(returnState((await returnsIn(app))[0]!)).toBe('asked');
    await undoLast();
    await screen.findByRole('heading', { name: 'Retur beviljad' });
  });
});
