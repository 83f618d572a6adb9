import { screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import AuthorizeSheet from '#programmes/adobe-vip/screens/authorization/AuthorizeSheet.svelte';
import { customerWith } from '#tests/factories/vip.ts';
import { saidPlan } from '#tests/factories/vip-renewals.ts';
import { priceWith } from '#tests/factories/vip-invoices.ts';
import { addRecords } from '#tests/programmes/apple-licences/screens/app/apps-app.ts';
import { addOrder, openApp } from '#tests/programmes/apple-credit/screens/credit-app.ts';
import { showUnderCustomer } from './vip-app.ts';

const patient = { timeout: 60_000 };

test('C2: the products of the price list are offered, each once, with those that the customer has', async () => {
  const { app } = await openApp();
  await addRecords(app, [
    customerWith({ plans: saidPlan('Illustrator', 12, 9) }),
    priceWith({ sku: '65297701BA01A12', product: 'Acrobat Pro för team' }),
    priceWith({ sku: '65297701BA02A12', product: 'Acrobat Pro för team ' }),
    priceWith({ sku: '65297702BA01A12', product: 'Acrobat Standard' }),
    priceWith({ sku: '65297703BA01A12', product: 'Photoshop' }),
  ]);
  showUnderCustomer(app, AuthorizeSheet, (here) => ({
    customer: here.customer!,
    onclose: () => undefined,
  }));
  const sheet = await screen.findByRole('dialog', {}, patient);
  const offered = (): string[] =>
    [...sheet.querySelectorAll<HTMLOptionElement>('datalist option')].map((option) => option.value);
  const field = within(sheet).getByLabelText('Produkt 1');
  await userEvent.type(field, 'acr');
  await waitFor(
    () => expect(offered()).toEqual(['Illustrator', 'Acrobat Pro för team', 'Acrobat Standard']),
    patient,
  );
  // Chosen, there is nothing left to offer.
  await userEvent.clear(field);
  await userEvent.type(field, 'Photoshop');
  await waitFor(() => expect(offered()).toEqual(['Illustrator']), patient);
});

test('C2: one authorization is made, also when its button is pressed again before the sheet is gone', async () => {
  const { app } = await openApp();
  await addRecords(app, [customerWith({})]);
  let closed = 0;
  showUnderCustomer(app, AuthorizeSheet, (here) => ({
    customer: here.customer!,
    onclose: () => void closed++,
  }));
  const sheet = await screen.findByRole('dialog', {}, patient);
  await userEvent.type(within(sheet).getByLabelText('Produkt 1'), 'Photoshop');
  const save = within(sheet).getByRole<HTMLButtonElement>('button', {
    name: 'Skapa inköpsauktorisering',
  });
  await userEvent.click(save);
  await waitFor(() => expect(closed).toBe(1), patient);
  expect(save).toHaveAttribute('aria-busy', 'true');
  save.click();
  // Written after whatever that pressed.
  await addOrder(app, []);
  expect(closed).toBe(1);
  expect(await app.records.find({ kind: 'purchase-authorization' })).toHaveLength(1);
});
