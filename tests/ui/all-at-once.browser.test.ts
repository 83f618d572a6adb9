import { fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import NewApp from '#programmes/apple-licences/screens/app/NewApp.svelte';
import PurchaserForm from '#programmes/apple-credit/screens/purchaser/PurchaserForm.svelte';
import AuthorizeSheet from '#programmes/adobe-vip/screens/authorization/AuthorizeSheet.svelte';
import { loadAdobeVipWords } from '#programmes/adobe-vip/words/load.ts';
import NewVipCustomer from '#programmes/adobe-vip/screens/customer/NewVipCustomer.svelte';
import OrderSheet from '#programmes/adobe-vip/screens/order/OrderSheet.svelte';
import { authorizationWith, customerWith } from '#tests/factories/vip.ts';
import { addRecords, showApps } from '#tests/programmes/apple-licences/screens/app/apps-app.ts';
import { openApp, showIn } from '#tests/programmes/apple-credit/screens/credit-app.ts';
import { showUnderCustomer, showVip } from '#tests/programmes/adobe-vip/screens/vip-app.ts';

const patient = { timeout: 60_000 };
const press = async (name: string): Promise<void> =>
  userEvent.click(await screen.findByRole('button', { name }, patient));

/**
 * Each of these fields is marked as wrong, no other one is, and the first has the focus and is in
 * sight.
 */
const areWrong = async (...names: readonly string[]): Promise<void> => {
  const fields = names.map((name) => screen.getByLabelText(name));
  await waitFor(
    () => expect([...document.querySelectorAll('[aria-invalid=true]')]).toEqual(fields),
    patient,
  );
  const [first] = fields;
  await waitFor(() => expect(document.activeElement).toBe(first));
  await waitFor(() => {
    const { top, bottom } = first!.getBoundingClientRect();
    expect(top > 0 && bottom < innerHeight).toBe(true);
  });
};

test('B8: all that a new app lacks is shown at once', async () => {
  const { app } = await openApp();
  showApps(app, NewApp, { places: { locations: [], first: '' }, onsaved: () => undefined });
  await userEvent.type(await screen.findByLabelText('Ägda'), 'tio');
  await press('Spara');
  await areWrong('Namn', 'Ägda');
});

test('A3: all that a new purchaser lacks is shown at once', async () => {
  const { app } = await openApp();
  showIn(app, PurchaserForm, { rows: [], onclose: () => undefined });
  await press('Spara');
  await areWrong('Namn', 'Apple-ID');
});

test('C1: all that is wrong with a new customer is shown at once, from the foot of the form too', async () => {
  await page.viewport(390, 844);
  const { app } = await openApp();
  showVip(app, NewVipCustomer, {
    life: await loadAdobeVipWords('sv', 'vipInvitation'),
    onsaved: () => undefined,
  });
  await userEvent.type(screen.getByLabelText('Kundens admin, e-post'), 'hej');
  scrollTo(0, document.documentElement.scrollHeight);
  await press('Spara kund');
  await areWrong('Kundens namn', 'Kundens admin, e-post');
});

test('C2: each product that an authorization lacks is shown at once', async () => {
  const { app } = await openApp();
  await addRecords(app, [customerWith({})]);
  showUnderCustomer(app, AuthorizeSheet, (here) => ({
    customer: here.customer!,
    onclose: () => undefined,
  }));
  const sheet = await screen.findByRole('dialog', {}, patient);
  await userEvent.click(within(sheet).getByRole('button', { name: 'Lägg till produkt' }));
  await press('Skapa inköpsauktorisering');
  await areWrong('Produkt 1', 'Produkt 2');
});

test('C4: number and day that a placed order lacks are shown at once', async () => {
  const { app } = await openApp();
  await addRecords(app, [
    customerWith({ anniversary: '2027-04-19' }),
    authorizationWith({ createdOn: '2026-11-10' }),
  ]);
  showUnderCustomer(app, OrderSheet, (here) => ({
    customer: here.customer!,
    authorization: here.book!.authorizations[0]!,
    given: undefined,
    onclose: () => undefined,
    ondone: () => undefined,
  }));
  await press('Ordern är lagd');
  const day = screen.getByLabelText('Orderdag');
  await fireEvent.input(day, { target: { value: '2026-11-01' } });
  await fireEvent.change(day);
  await press('Spara ordern, 1 rad');
  await areWrong('Ordernummer', 'Orderdag');
});
