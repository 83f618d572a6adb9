import { SIZES, type Album } from './album.ts';
import { follow, open, title, type Desk } from './desk.ts';

const OUT = 'Testapp Ordkvarnen';
const LOW = 'Testapp Matteskogen';

/** Tokens, apps, who has them, and users with their terms, in the example workspace. */
export const licences = async (desk: Desk, album: Album): Promise<void> => {
  const { page } = desk;
  await open(desk, '/tokens', 'Token');
  await follow(desk, /Grundskolor/, 'Grundskolor');
  await album.add(page, { look: '08', readme: 'token' });
  await open(desk, '/apps', 'Appar');
  await page.getByRole('link', { name: new RegExp(OUT) }).waitFor();
  await album.add(page, { look: '09', readme: 'apps' });
  await follow(desk, new RegExp(OUT), OUT);
  await page.getByRole('radio', { name: /^Misslyckades/ }).waitFor();
  await album.add(page, { look: '10' });
  await desk.resize(SIZES.tablet);
  await page.getByRole('columnheader', { name: 'VPP-villkor' }).waitFor();
  await album.add(page, { look: '25', readme: 'apps-tablet' });
  await usersOnTablet(desk, album);
  await desk.resize(SIZES.phone);
  if (album.wantsAll) await tooFew(desk, album);
};

const usersOnTablet = async (desk: Desk, album: Album): Promise<void> => {
  const { page } = desk;
  await open(desk, '/apps/users', 'Användare');
  await page.getByRole('radio', { name: /^Inbjudna/ }).check({ force: true });
  await page.getByRole('link', { name: /Elis Wall/ }).click();
  await page.getByRole('heading', { name: 'Elis Wall' }).waitFor();
  await album.add(page, { look: '37' });
};

/** Ten are chosen where four are free; and a second token, on its way to the list in the dark. */
const tooFew = async (desk: Desk, album: Album): Promise<void> => {
  const { page } = desk;
  await open(desk, '/apps', 'Appar');
  await follow(desk, new RegExp(`^${LOW}.*4 lediga`), LOW);
  await page.getByRole('button', { name: 'Tilldela', exact: true }).click();
  const sheet = page.getByRole('dialog', { name: `Tilldela ${LOW}` });
  await sheet.getByRole('checkbox').first().waitFor();
  for (let at = 0; at < 10; at += 1) await sheet.getByRole('checkbox').nth(at).check();
  await sheet.getByRole('button', { name: 'Fortsätt med 10' }).click();
  await sheet.getByText('10 valda, 4 lediga').waitFor();
  await album.add(page, { look: '36' });
  await page.emulateMedia({ colorScheme: 'dark' });
  await open(desk, '/tokens', 'Token');
  await album.add(page, { look: '34' });
  await page.emulateMedia({ colorScheme: 'light' });
  await open(desk, '/tokens/new', 'Ny token');
  await title(page, 'Ny token').waitFor();
  await album.add(page, { look: '35' });
};
