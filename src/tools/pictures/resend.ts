import type { Album } from './album.ts';
import { open, title, turnTo, type Desk } from './desk.ts';
import { orderBy } from './register.ts';
import { TODAY } from './seed.ts';

/** Both routes for requesting expired credit again. */
export const resendScreens = async (desk: Desk, album: Album): Promise<void> => {
  const { page } = desk;
  await open(desk, '/credit', 'Kredit');
  await page.getByRole('link', { name: 'Återsänd båda' }).click();
  await page.getByRole('radio', { name: 'AppleCare' }).waitFor();
  await page.getByRole('button', { name: 'English', exact: true }).click();
  await page.getByText(/Please resend (it|them)/).waitFor();
  await album.add(page, { look: '07' });
  await page.getByRole('button', { name: 'Kopiera text' }).scrollIntoViewIfNeeded();
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
  await album.add(page, { look: '07-text' });
  await ownStore(desk);
  await page.getByRole('link', { name: 'Återsänd kredit' }).click();
  await turnTo(page, TODAY, '07:39');
  await openStore(desk);
  await turnTo(page, TODAY);
  await page.getByText('1 av 4 klart').waitFor();
  await album.add(page, { look: '33' });
};

/** Opens the store, which is not there: nothing outside is reached. */
const openStore = async ({ page }: Desk): Promise<void> => {
  await page.context().route(/store\.nordby\.example/, (route) => route.fulfill({ body: 'Apple' }));
  const store = page.context().waitForEvent('page');
  await page.getByRole('link', { name: 'Butiken' }).click();
  await (await store).close();
};

/** A credit that was bought in the own store and has left the inbox. */
const ownStore = async (desk: Desk): Promise<void> => {
  const { page } = desk;
  await open(desk, '/settings', 'Inställningar');
  await page.getByLabel('Er egen Apple Online Store').fill('https://store.nordby.example');
  await page.keyboard.press('Tab');
  await orderBy(
    desk,
    'Sara Lindholm',
    { number: '4500194431', amount: '18 000', orderDate: '2026-08-03' },
    async () => {
      await page.getByRole('radio', { name: 'Egen store' }).check({ force: true });
      await page.getByLabel('Apple-ID som köpte', { exact: true }).fill('inkop@nordby.example');
    },
  );
  await page.getByRole('button', { name: 'Mejlet har kommit' }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByLabel('Mejlets dag').fill('2026-08-11');
  await sheet.getByRole('button', { name: 'Spara' }).click();
  await sheet.waitFor({ state: 'hidden' });
  // Reloaded, so that the message about the step is gone.
  await open(desk, '/credit', 'Kredit');
  await page.getByRole('link', { name: /4500194431/ }).click();
  await title(page, /18\s000/).waitFor();
};
