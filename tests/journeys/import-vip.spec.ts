import { expect, test, type Page } from '@playwright/test';
import { join } from 'node:path';
import { backToImport, bringList, chooseFile, countsOf, importButton } from './import-steps.ts';
import { heading, openImport } from './screens.ts';
import { serveForAll, type Served } from './serve.ts';
import { storedRecords } from './stored-records.ts';
import { seedWorkspace } from './workspace.ts';

let served: Served;
test.beforeAll(async () => void (served = await serveForAll()));

const NOON = new Date('2026-11-20T11:00:00Z');
const fixture = (name: string): string => join(import.meta.dirname, '../fixtures/adobe', name);

const liveOf = async (page: Page, kind: string): Promise<number> =>
  (await storedRecords(page)).filter((record) => record.kind === kind && record.trashedOn === '')
    .length;

test('C13: customers, prices, authorizations and orders come in, are seen in their states, and the last goes back', async ({
  page,
}) => {
  await page.clock.setFixedTime(NOON);
  await seedWorkspace(page, served.url);
  await openImport(page);
  const lists: readonly (readonly [string, number])[] = [
    ['customers.csv', 24],
    ['pricelist.csv', 60],
    ['purchase-authorizations.csv', 12],
    ['orders.csv', 30],
  ];
  for (const [name, count] of lists) {
    await bringList(page, fixture(name), [count, 0, 0, 0]);
    await backToImport(page);
  }
  // The same file again changes nothing.
  await chooseFile(page, fixture('orders.csv'));
  await expect(page.getByRole('button', { name: 'Inget nytt att importera' })).toBeDisabled();
  await page.getByRole('button', { name: 'Avbryt' }).tap();
  await expect(heading(page, 'Import')).toBeVisible();

  await page.getByRole('button', { name: 'Ångra importen av orders.csv' }).tap();
  const ask = page.getByRole('dialog');
  await expect(ask.getByText('Order läggs i papperskorgen.')).toBeVisible();
  await ask.getByRole('button', { name: 'Ångra importen', exact: true }).tap();
  await expect(page.getByText('Importen är ångrad')).toBeVisible();
  expect(await liveOf(page, 'vip-order')).toBe(0);
  expect(await liveOf(page, 'purchase-authorization')).toBe(12);

  await page.goto(`${served.url}/vip`);
  await expect(heading(page, 'VIP-kunder')).toBeVisible();
  const filters = page.getByRole('radiogroup', { name: 'Visa' });
  // Four are late with their orders, five wait for theirs; the rest is sorted by anniversary.
  for (const [name, count] of [
    ['Alla', 24],
    ['Försenade', 4],
    ['Väntar på order', 5],
  ] as const)
    await expect(
      filters.getByRole('radio', { name: new RegExp(`^${name}\\s*${count}$`) }),
    ).toBeAttached();
  const late = page.getByRole('list', { name: 'Försenad, kunder' });
  await expect(late.getByRole('listitem')).toHaveCount(4);
  await expect(late.getByRole('link', { name: /Region Älvsyssel/ })).toBeVisible();
});

test('C7: who holds the licences comes from the Admin Console, for the customer that is chosen, and goes back', async ({
  page,
}) => {
  await page.clock.setFixedTime(NOON);
  await seedWorkspace(page, served.url);
  await openImport(page);
  const customers = [
    'VIP ID;Customer Name;Product;Licence Type;Licenses',
    '909AFE23D7E610B96384;Nordby kommun;Foto;Team;9',
    '909AFE23D7E610B96384;Nordby kommun;Vektor;Team;9',
    'BF21ECF1F3CFAABF28E7;Västby skola;Foto;Team;9',
  ];
  const buffer = Buffer.from(customers.join('\n'));
  await bringList(page, { name: 'kunder.csv', mimeType: 'text/csv', buffer }, [3, 0, 0, 0]);
  await backToImport(page);

  await chooseFile(page, fixture('users.csv'));
  await expect(heading(page, 'Provkörning')).toBeVisible();
  // Nothing can be imported yet: the button leads to the question.
  await page.getByRole('button', { name: 'Välj kund' }).first().tap();
  await expect(page.getByLabel('Vilken kund gäller listan?')).toBeFocused();
  await page.getByLabel('Vilken kund gäller listan?').selectOption('Nordby kommun');
  await expect(importButton(page)).toBeEnabled();
  expect(await countsOf(page)).toEqual([0, 5, 0, 1]);
  // A user without a product is told of, and is no fault.
  await expect(page.getByText(/^1 utelämnas/)).toBeVisible();
  await importButton(page).tap();
  await expect(heading(page, 'users.csv')).toBeVisible();
  await page.getByRole('link', { name: /Nordby kommun.*6 som har licens/ }).tap();
  await expect(heading(page, 'Nordby kommun')).toBeVisible();
  await expect(page.getByText('4 tilldelade')).toBeVisible();
  await page.goBack();
  await backToImport(page);

  await page.getByRole('button', { name: 'Ångra importen av users.csv' }).tap();
  await page.getByRole('dialog').getByRole('button', { name: 'Ångra importen', exact: true }).tap();
  await expect(page.getByText('Importen är ångrad')).toBeVisible();
  const holders = (await storedRecords(page))
    .filter(({ kind }) => kind === 'vip-customer')
    .map(({ data }) => Object.keys(data['holders'] as object).length);
  expect(holders).toEqual([0, 0]);
});
