import { SIZES, type Album } from './album.ts';
import { open, title, type Desk } from './desk.ts';

/** From the first screen to an empty workspace of Nordby IT, with the pictures on the way. */
export const firstStart = async (desk: Desk, album: Album): Promise<void> => {
  const { page } = desk;
  await open(desk, '/', 'Vad sköter du om?');
  await album.add(page, { look: '01' });
  await page.getByRole('button', { name: 'Börja tomt' }).click();
  await page.getByRole('button', { name: 'Fortsätt' }).click();
  await page.getByLabel('Ditt namn').fill('Sara Lindholm');
  await page.getByLabel('Arbetsplatsens namn').fill('Nordby IT');
  await page.keyboard.press('Enter');
  await title(page, 'Välj en lösenfras').waitFor();
  await choosePhrase(desk, album);
  await checkKit(desk, album);
  await title(page, 'Frister').waitFor();
  await album.add(page, { look: '21-empty' });
  await desk.resize(SIZES.tablet);
  await album.add(page, { look: '21-empty-tablet' });
  await desk.resize(SIZES.phone);
};

const choosePhrase = async (desk: Desk, album: Album): Promise<void> => {
  const { page } = desk;
  const words = await page
    .getByRole('list', { name: 'De fem orden' })
    .locator('.word')
    .allTextContents();
  desk.phrase = words.join(' ');
  await page.getByLabel('Skriv orden en gång till').fill(`${words.slice(0, 3).join(' ')} `);
  await album.add(page, { look: '26' });
  await page.getByLabel('Skriv orden en gång till').fill(desk.phrase);
  await page.keyboard.press('Enter');
  await title(page, 'Återställningskit').waitFor();
};

const checkKit = async ({ page }: Desk, album: Album): Promise<void> => {
  await page.getByRole('button', { name: 'Visa alla ord' }).click();
  const kit = await page
    .getByRole('list', { name: 'Kitets tolv ord' })
    .locator('.word')
    .allTextContents();
  await page.getByRole('button', { name: 'Dölj och kontrollera' }).click();
  const fields = await page.getByLabel(/^Ord \d+$/).all();
  for (const [at, field] of fields.entries()) {
    const word =
      kit[Number(/\d+/.exec((await field.getAttribute('aria-label')) ?? '')?.[0]) - 1] ?? '';
    await field.fill(at === 0 ? word : word.slice(0, 3));
    if (at === 1) await album.add(page, { look: '27' });
    await field.fill(word);
  }
  await page.keyboard.press('Enter');
};
