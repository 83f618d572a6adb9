import { expect, test, type Page } from '@playwright/test';
import { enterExample, heading } from './screens.ts';
import { serveForAll, type Served } from './serve.ts';
import { storedRecords } from './stored-records.ts';

let served: Served;
test.beforeAll(async () => void (served = await serveForAll()));

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

test('A3: a rejected purchaser rejects the order, and it is ordered again with another account', async ({
  page,
}) => {
  await page.clock.setFixedTime('2026-11-20T09:00:00Z');
  await enterExample(page, served.url);
  await page.goto(`${served.url}/credit`);
  await page.getByRole('link', { name: /^Innehållsköpare/ }).tap();
  await expect(page.getByRole('link', { name: /Maja Ek/ })).toContainText('Giltig');
  await button(page, 'Ny innehållsköpare').tap();
  await page.getByLabel('Namn').fill('Birgit Vall');
  await page.getByLabel('Apple-ID').fill('INNEHALL@bjorkdalen.example');
  await button(page, 'Spara').tap();
  await expect(page.getByText('En innehållsköpare med det Apple-ID:t finns redan.')).toBeVisible();
  await page.getByLabel('Apple-ID').fill('bok@nordby.example');
  await page.getByLabel('Registrerad i').selectOption('school');
  await button(page, 'Spara').tap();
  await expect(page.getByRole('link', { name: /Birgit Vall/ })).toContainText('Okänd');

  await page.goto(`${served.url}/credit/new`);
  await page.getByLabel('Ur registret').selectOption({ label: 'Birgit Vall · bok@nordby.example' });
  await page.getByLabel('Kreditvärde').fill('12 000');
  await page.getByLabel('Institutionens eller företagets namn').fill('Nordby kommun');
  await page.getByLabel('Ordernummer', { exact: true }).fill('4500216602');
  await button(page, 'Spara som beställd').tap();
  await expect(heading(page, '12 000 kr')).toBeVisible();

  await page.goto(`${served.url}/credit/purchasers`);
  await page.getByRole('link', { name: /Birgit Vall/ }).tap();
  await expect(page.getByText(/12.000.kr beställt · Apple School Manager/)).toBeVisible();
  await button(page, 'Avvisat av Apple').tap();
  await button(page, 'Spara').tap();
  await expect(page.getByText('Skriv varför, det står kvar i historiken.')).toBeVisible();
  await page.getByLabel('Varför').fill('Kontot är ingen innehållsköpare.');
  await button(page, 'Spara').tap();
  await expect(
    page.getByText('Order 4500216602 avvisades 20 nov. Kontot är ingen innehållsköpare.'),
  ).toBeVisible();
  const rejected = (await storedRecords(page, 'credit-order')).find(
    ({ data }) => data.orderNumber === '4500216602',
  );
  expect(rejected?.steps.map(({ kind }) => kind)).toEqual(['ordered', 'rejected']);

  await page.getByRole('link', { name: 'Beställ igen', exact: true }).tap();
  await expect(page.getByLabel('Kreditvärde')).toHaveValue(/12.000/);
  await expect(page.getByLabel('Institutionens eller företagets namn')).toHaveValue(
    'Nordby kommun',
  );
  for (const field of ['Innehållsköparens Apple-ID', 'Ordernummer'])
    await expect(page.getByLabel(field, { exact: true })).toHaveValue('');
  await page.getByLabel('Innehållsköparens Apple-ID').fill('bok@nordby.example');
  await expect(page.getByText('Apple avvisade kontot 20 nov. Välj ett annat.')).toBeVisible();
  await page
    .getByLabel('Ur registret')
    .selectOption({ label: 'Maja Ek · innehall@bjorkdalen.example' });
  await expect(page.getByText(/^Giltigt konto sedan/)).toBeVisible();
  await button(page, 'Spara som beställd').tap();
  await expect(page.getByText('Ordern är sparad som beställd')).toBeVisible();
  const orders = (await storedRecords(page, 'credit-order')).filter(
    ({ data }) => data.institution === 'Nordby kommun',
  );
  expect(orders.map(({ data }) => data.purchaserName).sort()).toEqual(['Birgit Vall', 'Maja Ek']);
});
