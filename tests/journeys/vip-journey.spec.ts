import { expect, test, type Page } from '@playwright/test';
import { join } from 'node:path';
import { backToImport, bringList } from './import-steps.ts';
import { heading, openImport } from './screens.ts';
import { serveForAll, type Served } from './serve.ts';
import { assign, atDay, authorize, sheet } from './vip-steps.ts';
import { answeredByWorker } from './worker.ts';
import { seedWorkspace } from './workspace.ts';
import { tick, untick } from './fingers.ts';

test.use({ serviceWorkers: 'allow' });

let served: Served;
test.beforeAll(async () => void (served = await serveForAll()));

const NAME = 'Fyrvaktens Byrå AB';

/** A list of fifty customers whose anniversaries are far from every day of the journey's end. */
const fiftyCustomers = (): string =>
  [
    'VIP ID,Customer Name,Anniversary Date,Market Segment,Programme',
    ...Array.from({ length: 50 }, (_, at) => {
      const id = (0xa1b2c3d4e5 + at * 7919).toString(16).toUpperCase().padStart(20, 'F');
      return `${id},Kund ${String(at + 1).padStart(2, '0')} i Norr,2027-${String((at % 6) + 2).padStart(2, '0')}-15,COM,VIP`;
    }),
  ].join('\r\n');

/** Invites a customer; the VIP ID, issued at once, is typed a little later. */
const invite = async (page: Page): Promise<void> => {
  await page.getByRole('link', { name: 'Ny VIP-kund' }).first().tap();
  await page.getByLabel('Kundens namn').fill(NAME);
  await tick(page.getByRole('checkbox', { name: 'Inbjudan är skickad' }));
  await page.getByRole('button', { name: 'Spara kund' }).tap();
  await expect(heading(page, NAME)).toBeVisible();
  await page.getByRole('button', { name: 'Fler val' }).tap();
  await page.getByRole('menuitem', { name: 'Ändra', exact: true }).tap();
  const form = sheet(page, 'Ändra kunden');
  await form.getByLabel('VIP ID').fill('3c81 9d40 e77b 2a6f 10b4');
  await form.getByRole('button', { name: 'Spara' }).tap();
  await expect(page.getByText('VIP ID 3C81 9D40 E77B 2A6F 10B4')).toBeVisible();
};

/**
 * Notes an order of the authorization that waits, of the chosen product alone where one is named.
 */
const order = async (page: Page, number: string, without?: string): Promise<void> => {
  const placed = sheet(page, 'Ordern är lagd');
  if (without !== undefined) await untick(placed.getByRole('checkbox', { name: without }));
  await placed.getByLabel('Ordernummer').fill(number);
  await placed.getByRole('button', { name: 'Spara ordern, 1 rad' }).tap();
  await expect(placed).toBeHidden();
};

const show = (page: Page, tab: 'Planer' | 'Historik' | 'Förlängning'): Promise<void> =>
  tick(page.getByRole('radio', { name: tab }));

test('journey: Adobe VIP', async ({ page }) => {
  test.slow();
  await page.clock.setFixedTime(atDay('2026-11-20'));
  await seedWorkspace(page, served.url);
  // In the field: all of it without the network, on the built app.
  await answeredByWorker(page);
  await page.context().setOffline(true);

  await test.step('fifty customers and a price list are imported', async () => {
    await openImport(page);
    const buffer = Buffer.from(fiftyCustomers());
    await bringList(page, { name: 'kunder.csv', mimeType: 'text/csv', buffer }, [50, 0, 0, 0]);
    await backToImport(page);
    await bringList(
      page,
      join(import.meta.dirname, '../fixtures/adobe/pricelist.csv'),
      [60, 0, 0, 0],
    );
    await page.goto(`${served.url}/vip`);
    await expect(page.getByRole('radio', { name: /^Alla\s*50$/ })).toBeAttached();
  });

  await test.step('one is invited, and authorized for two products', async () => {
    await invite(page);
    await page.getByRole('link', { name: 'Ny inköpsauktorisering' }).tap();
    const wanted = [
      { product: 'Exempel Vektor', quantity: 4 },
      { product: 'Exempel Foto', quantity: 2 },
    ];
    await authorize(page, wanted, 'FB-1187');
    await expect(page.getByText('6 licenser, tilldelade okänt')).toBeVisible();
  });
  const customer = page.url();

  await test.step('day 31: the customer is past due, and gets no new authorization', async () => {
    await page.clock.setFixedTime(atDay('2026-12-21'));
    await page.goto(`${served.url}/vip`);
    await expect(page.getByRole('link', { name: new RegExp(NAME) })).toContainText('1 dag sen');
    await page.goto(`${customer}/authorize`);
    const refused = sheet(page, 'Ny inköpsauktorisering');
    await expect(
      refused.getByText(/Kunden är försenad: ordern för auktoriseringen 20 nov/),
    ).toBeVisible();
    await expect(refused.getByRole('button', { name: 'Skapa inköpsauktorisering' })).toBeDisabled();
  });

  await test.step('it is ordered line by line, and the customer is free when the last line is', async () => {
    await page.goto(customer);
    await page.getByRole('link', { name: 'Jag har lagt ordern' }).tap();
    await order(page, '7700 0412', '2 × Exempel Foto');
    await expect(page.getByText('Försenad sedan 1 dag')).toBeVisible();
    await page.getByRole('link', { name: 'Jag har lagt ordern' }).tap();
    await order(page, '7700 0413');
    await expect(page.getByText('Försenad sedan 1 dag')).toBeHidden();
    await expect(page.getByText('årsdag 21 dec 2027')).toBeVisible();
  });

  await test.step('a product that a user holds is not withdrawn, the other one is', async () => {
    await show(page, 'Planer');
    await page.getByRole('link', { name: 'Ny inköpsauktorisering' }).tap();
    const wanted = [
      { product: 'Exempel PDF Pro', quantity: 3 },
      { product: 'Exempel Video', quantity: 1 },
    ];
    await authorize(page, wanted, 'FB-1201');
    await assign(page, 'Exempel PDF Pro', 1);
    await expect(
      page.getByText('Kan inte dras tillbaka: 1 användare har licens på Exempel PDF Pro.'),
    ).toBeVisible();
    await page.getByRole('button', { name: 'Dra tillbaka' }).tap();
    const withdraw = sheet(page, 'Dra tillbaka');
    await tick(withdraw.getByRole('radio', { name: /Hela auktoriseringen/ }));
    await expect(withdraw.getByRole('button', { name: 'Dra tillbaka 4 licenser' })).toBeDisabled();
    await tick(withdraw.getByRole('radio', { name: /Bara Exempel Video/ }));
    await withdraw.getByRole('button', { name: 'Dra tillbaka 1 licens' }).tap();
    await expect(page.getByRole('heading', { name: '3 × Exempel PDF Pro' })).toBeVisible();
    await page.getByRole('link', { name: 'Lägg ordern' }).tap();
    // To the anniversary it is a whole year: the calculator says so, and its answer goes back to
    // the order.
    await page.getByRole('link', { name: 'Räkna varaktighet och pris' }).tap();
    await expect(heading(page, 'Varaktighet')).toBeVisible();
    await page.getByRole('link', { name: 'Använd i ordern' }).tap();
    await expect(
      sheet(page, 'Lägg ordern').getByRole('spinbutton', { name: 'Månader' }),
    ).toHaveValue('12');
    await page.getByRole('button', { name: 'Ordern är lagd' }).tap();
    await order(page, '7700 0420');
  });

  await test.step('what was ordered too much is asked to go back', async () => {
    await show(page, 'Historik');
    const ordered = page.getByRole('listitem').filter({ hasText: 'Order 2 × Exempel Foto' });
    await ordered.getByRole('link', { name: 'Begär returauktorisering' }).tap();
    const asked = sheet(page, 'Begär retur');
    await asked.getByRole('button', { name: 'Skapa begäran om 2' }).tap();
    await expect(asked).toBeHidden();
    await expect(page.getByText('Begärd retur')).toBeVisible();
    await page.getByRole('button', { name: 'Notera beviljad' }).tap();
    const granted = sheet(page, 'Retur beviljad');
    await granted.getByLabel('Adobes nummer på returen').fill('RMA 4471');
    await granted.getByRole('button', { name: 'Spara' }).tap();
    await expect(granted).toBeHidden();
    await expect(page.getByRole('heading', { name: 'Retur beviljad' })).toBeVisible();
    await expect(page.getByText('Adobes nummer RMA 4471.')).toBeVisible();
    await show(page, 'Planer');
    await expect(page.getByText('7 licenser, minst 1 tilldelad')).toBeVisible();
    await assign(page, 'Exempel Vektor', 4);
  });

  const overview = `${served.url}/renewals`;
  await test.step('90 days before the anniversary the customer is in the overview, not earlier', async () => {
    await page.clock.setFixedTime(atDay('2027-09-21'));
    await page.goto(overview);
    await expect(heading(page, 'Förlängningar')).toBeVisible();
    await expect(page.getByText(NAME)).toHaveCount(0);
    await page.clock.setFixedTime(atDay('2027-09-22'));
    await page.goto(overview);
    const row = page
      .getByRole('list', { name: 'Förbered, kunder' })
      .getByRole('link', { name: new RegExp(NAME) });
    await expect(row).toBeVisible();
    await row.tap();
    await expect(page.getByText('Order kan läggas från sön 21 nov.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Registrera order' })).toHaveCount(0);
  });

  await test.step('fewer than are used are renewed: the page says who loses access', async () => {
    await page.clock.setFixedTime(atDay('2027-11-22'));
    await page.goto(overview);
    await page
      .getByRole('list', { name: 'Kan beställas nu, kunder' })
      .getByRole('link', { name: new RegExp(NAME) })
      .tap();
    await page.getByRole('button', { name: 'Registrera order' }).tap();
    const record = sheet(page, 'Registrera förlängningen');
    await record.getByLabel('Ordernummer').fill('7700 0950');
    await record.getByLabel('Förläng Exempel Vektor').fill('3');
    await record.getByLabel('Förläng Exempel Vektor').press('Tab');
    await expect(record.getByText('1 användare blir utan licens.')).toBeVisible();
    await record.getByRole('button', { name: /^Spara, / }).tap();
    await expect(record).toBeHidden();
    await expect(page.getByText(/1 användare förlorar åtkomst efter/)).toBeVisible();
    await page.getByRole('button', { name: 'Skriv in vem' }).tap();
    const who = sheet(page, 'Vem har licens');
    await who.getByLabel('Namn').fill('Moa Ek');
    await who.getByRole('button', { name: 'Spara', exact: true }).tap();
    await expect(who.getByText('Moa Ek', { exact: true })).toBeVisible();
    await page.keyboard.press('Escape');
  });

  await test.step('the renewal is in the history, the partial one first', async () => {
    await page.goto(`${overview}/history`);
    await expect(page.getByText('Moa Ek')).toBeVisible();
    await expect(page.getByText(/Order 7700 0950/)).toBeVisible();
    await expect(page.getByText('I fönstret')).toBeVisible();
  });
});
