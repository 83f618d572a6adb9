import type { Page } from 'playwright';
import { SIZES, type Album } from './album.ts';
import { follow, open, speak, type Desk } from './desk.ts';

const LATE = 'Kulturhuset Näckrosen';
const WAITS = 'Björkdalens gymnasium';
const RENEWS = 'Björkdalens kommun';

/**
 * Adobe VIP in the example workspace: customers, what to type on the licensing site, returns and
 * renewals.
 */
export const vip = async (desk: Desk, album: Album): Promise<void> => {
  const { page } = desk;
  await customers(desk);
  await album.add(page, { look: '11', readme: 'vip' });
  await follow(desk, new RegExp(LATE), LATE);
  await page.getByText('Öppna LWS').waitFor();
  await album.add(page, { look: '12', readme: 'vip-late' });
  await sheets(desk, album);
  await renewals(desk, album);
  if (!album.wantsAll) return;
  await open(desk, '/vip/new', 'Ny VIP-kund');
  await page.getByRole('checkbox', { name: 'Inbjudan är skickad' }).check({ force: true });
  await album.add(page, { look: '38' });
  await calculation(desk, album);
};

const calculation = async (desk: Desk, album: Album): Promise<void> => {
  const { page } = desk;
  await desk.resize(SIZES.tablet);
  await open(desk, '/vip/calculator', 'Varaktighet');
  await page.getByRole('radio', { name: 'Marketplace, dagar' }).check({ force: true });
  for (const [field, value] of [
    ['Årsdag', '2027-04-19'],
    ['Pris per år och licens', '4188'],
    ['Antal', '6'],
  ] as const)
    await page.getByLabel(field, { exact: true }).fill(value);
  await page
    .getByText(/10.326,58/)
    .first()
    .waitFor();
  await album.add(page, { look: '41' });
  await desk.resize(SIZES.phone);
};

const customers = async (desk: Desk): Promise<void> => {
  await open(desk, '/vip', 'VIP-kunder');
  await desk.page.getByRole('link', { name: new RegExp(LATE) }).waitFor();
};

const dialog = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('dialog', { name }).waitFor();
  // A sheet comes in from below.
  await page.evaluate(() =>
    Promise.all(
      document.getAnimations().map((animation) => animation.finished.catch(() => undefined)),
    ),
  );
};

/** The sheets for creating, ordering and returning on the page of one customer. */
const sheets = async (desk: Desk, album: Album): Promise<void> => {
  const { page } = desk;
  await customers(desk);
  await follow(desk, new RegExp(WAITS), WAITS);
  await page.getByRole('link', { name: 'Ny inköpsauktorisering' }).click();
  await dialog(page, 'Ny inköpsauktorisering');
  await page.getByLabel('Produkt 1').fill('Exempel Foto');
  await page.getByLabel('Kundens PO-nummer').fill('BG-2214');
  await album.add(page, { look: '13' });
  await page.goBack();
  await page.getByRole('link', { name: 'Lägg ordern' }).click();
  await dialog(page, 'Lägg ordern');
  await album.add(page, { look: '39', readme: 'vip-order' });
  await page.goBack();
  await page.getByRole('radio', { name: 'Historik' }).check({ force: true });
  await page
    .getByRole('link', { name: /Begär retur/ })
    .first()
    .waitFor();
  await album.add(page, { look: '24' });
  await page
    .getByRole('link', { name: /Begär retur/ })
    .first()
    .click();
  await dialog(page, 'Begär retur');
  await album.add(page, { look: '40' });
};

const renewals = async (desk: Desk, album: Album): Promise<void> => {
  const { page } = desk;
  await open(desk, '/renewals', 'Förlängningar');
  await page
    .getByRole('link', { name: new RegExp(RENEWS) })
    .first()
    .waitFor();
  await album.add(page, { look: '14', readme: 'renewals' });
  await open(desk, '/renewals/history', 'Förlängningar');
  await page.getByText('förlorar åtkomst', { exact: false }).first().waitFor();
  await album.add(page, { look: '43' });
  await speak(desk, 'en');
  await page.emulateMedia({ colorScheme: 'dark' });
  await desk.resize(SIZES.tablet);
  await open(desk, '/renewals', 'Renewals');
  await page.getByRole('link', { name: new RegExp(RENEWS) }).click();
  await page.getByText('Suggested order').first().waitFor();
  await album.add(page, { look: '20', readme: 'renewals-tablet' });
  await desk.resize(SIZES.phone);
  await page.emulateMedia({ colorScheme: 'light' });
  await speak(desk, 'sv');
};
