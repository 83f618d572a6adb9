import { screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { planKey } from '#programmes/adobe-vip/rules/product/product-name.ts';
import type { VipCustomer } from '#programmes/adobe-vip/rules/customer/vip-customer.ts';
import RenewalPane from '#programmes/adobe-vip/screens/renewal-overview/RenewalPane.svelte';
import { saidPlan } from '#tests/factories/vip-renewals.ts';
import { customerWith } from '#tests/factories/vip.ts';
import { addRecords } from '#tests/programmes/apple-licences/screens/app/apps-app.ts';
import { openApp, stored } from '#tests/programmes/apple-credit/screens/credit-app.ts';
import { showVip } from './vip-app.ts';

const patient = { timeout: 60_000 };
const cc = planKey('Creative Cloud alla appar', 'team');

test('C10: names that were pasted for a product and a department are of those when the sheet is opened again', async () => {
  await page.viewport(390, 844);
  const { app } = await openApp();
  await addRecords(app, [
    customerWith(
      {
        name: 'Lövsta Fastigheter',
        anniversary: '2026-11-14',
        plans: { ...saidPlan('Creative Cloud alla appar', 50), ...saidPlan('Acrobat Pro', 9) },
        holders: { h1: { name: 'Ulrika Ekman', group: 'Marknad', plan: cc } },
      },
      [],
      'lovsta',
    ),
  ]);
  showVip(app, RenewalPane, { customerId: 'lovsta' });
  await screen.findByText('Föreslagen order', {}, patient);
  await userEvent.click(screen.getByRole('button', { name: 'Skriv in vem' }));
  let sheet = await screen.findByRole('dialog', { name: 'Vem har licens' }, patient);
  await userEvent.selectOptions(within(sheet).getByLabelText('Produkt'), cc);
  await userEvent.type(within(sheet).getByLabelText('Avdelning'), 'Ekonomi');
  await userEvent.click(within(sheet).getByLabelText('Namn'));
  await userEvent.paste('Ruth Hall\nPia Strand');
  await userEvent.click(within(sheet).getByRole('button', { name: 'Stäng' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull(), patient);
  await userEvent.click(screen.getByRole('button', { name: 'Skriv in vem' }));
  sheet = await screen.findByRole('dialog', { name: 'Vem har licens' }, patient);
  await within(sheet).findByText(
    'Det du skrev förra gången finns kvar.',
    { exact: false },
    patient,
  );
  await userEvent.click(within(sheet).getByRole('button', { name: 'Spara 2 namn' }));
  const added = async () =>
    Object.values((await stored<VipCustomer>(app, 'lovsta')).data.holders)
      .filter(({ name }) => name !== 'Ulrika Ekman')
      .map(({ name, group, plan }) => [name, group, plan]);
  await waitFor(async () => expect(await added()).toHaveLength(2), patient);
  expect(await added()).toEqual([
    ['Ruth Hall', 'Ekonomi', cc],
    ['Pia Strand', 'Ekonomi', cc],
  ]);
});
