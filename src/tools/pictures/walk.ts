import type { Page } from 'playwright';
import { SIZES, type Album, type Shot } from './album.ts';
import { dryRun, follow, open, speak, title, turnTo, unlockFor, type Desk } from './desk.ts';
import { firstStart } from './first-start.ts';
import { fillRegister, newOrderScreen } from './register.ts';
import { resendScreens } from './resend.ts';
import { correctAmount, seed, TODAY } from './seed.ts';
import { november } from './sheets.ts';

/** Shows what follows on a tablet, then goes back to the phone. */
const onTablet = async (desk: Desk, work: () => Promise<void>): Promise<void> => {
  await desk.resize(SIZES.tablet);
  await work();
  await desk.resize(SIZES.phone);
};

/** Shows what follows in the dark theme, then goes back to the light one. */
const inTheDark = async (page: Page, work: () => Promise<void>): Promise<void> => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await work();
  await page.emulateMedia({ colorScheme: 'light' });
};

/**
 * Every screen in one walk through the app, from its first start on; the calendar is on 20
 * November 2026.
 */
export const walk = async (desk: Desk, album: Album): Promise<void> => {
  const { page } = desk;
  await turnTo(page, '2026-06-22', '09:00');
  await firstStart(desk, album);
  await seed(desk);
  await importScreens(desk, album);
  await correctAmount(desk);
  await turnTo(page, TODAY);
  await backUp(desk);
  await home(desk, album);
  await creditScreens(desk, album);
  await codeScreens(desk, album);
  await settingsScreens(desk, album);
  await inEnglish(desk, album);
  if (album.wantsAll) await registerAndResend(desk, album);
};

/** What needs more in the workspace than the other pictures have. */
const registerAndResend = async (desk: Desk, album: Album): Promise<void> => {
  await speak(desk, 'sv');
  await fillRegister(desk);
  await newOrderScreen(desk, album);
  await resendScreens(desk, album);
  await speak(desk, 'en');
  await open(desk, '/credit/purchasers', 'Content purchasers');
  await desk.page.getByText('Birgit Vall').waitFor();
  await album.add(desk.page, { look: '30' });
};

const importScreens = async (desk: Desk, album: Album): Promise<void> => {
  const { page } = desk;
  await open(desk, '/import', 'Import');
  await page.getByText('Läsresan.csv').waitFor();
  await album.add(page, { look: '31' });
  await dryRun(desk, november);
  await album.add(page, { look: '15', readme: 'import', install: 'import' });
  await onTablet(desk, () => album.add(page, { look: '19', install: 'tablet-import' }));
  await page.getByRole('button', { name: 'Avbryt' }).first().click();
  await title(page, 'Import').waitFor();
};

/**
 * A backup, as a long-time user has made it: otherwise home would ask for one. An automated browser
 * has no file picker.
 */
const backUp = async (desk: Desk): Promise<void> => {
  const { page } = desk;
  await page.addInitScript(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));
  await open(desk, '/safety/backup', 'Säkerhetskopia');
  await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Säkerhetskopiera', exact: true }).click(),
  ]);
  await page.getByText(/^Senast sparad/).waitFor();
};

const home = async (desk: Desk, album: Album): Promise<void> => {
  const { page } = desk;
  await open(desk, '/deadlines', 'Frister');
  await page.getByText('4500218837').waitFor();
  await album.add(page, { look: '02', readme: 'deadlines', install: 'deadlines' });
  await inTheDark(page, () => album.add(page, { look: '03', readme: 'deadlines-dark' }));
  await onTablet(desk, async () => {
    await page.getByRole('link', { name: /4500218837/ }).click();
    await page.getByRole('heading', { name: 'Orderns steg' }).waitFor();
    await album.add(page, { look: '04', readme: 'tablet', install: 'tablet-deadlines' });
    await desk.resize({ width: SIZES.tablet.height, height: SIZES.tablet.width });
    await album.add(page, { look: '04-upright' });
  });
};

const creditScreens = async (desk: Desk, album: Album): Promise<void> => {
  const { page } = desk;
  await open(desk, '/credit', 'Kredit');
  await page.getByText('Läsresan').waitFor();
  await album.add(page, { look: '22', readme: 'credit' });
  await onTablet(desk, () => album.add(page, { look: '22-tablet' }));
  await page.getByRole('link', { name: /4500218837/ }).click();
  await title(page, /25\s000/).waitFor();
  await album.add(page, { look: '05', readme: 'credit-order', install: 'credit-order' });
};

const codeScreens = async (desk: Desk, album: Album): Promise<void> => {
  const { page } = desk;
  await open(desk, '/credit', 'Kredit');
  await follow(desk, /Läsresan/, 'Läsresan');
  await page
    .getByRole('link', { name: /^Kod 2\b/ })
    .first()
    .waitFor();
  await page.mouse.move(195, 500);
  await page.mouse.wheel(0, 102 * 58);
  await page.getByText('7B, Freja Holm').waitFor();
  await album.add(page, { look: '32' });
  await open(desk, '/credit', 'Kredit');
  await follow(desk, /4500214410/, /40\s000/);
  await page.getByRole('link', { name: 'Visa kod' }).click();
  const sheet = page.getByRole('dialog', { name: 'Inlösningskod' });
  const lock = page.getByRole('dialog', { name: 'Lås upp koder' });
  const reason = sheet.getByRole('button', { name: 'Lösa in' });
  await lock.or(reason).first().waitFor();
  if (await lock.isVisible()) await wrongPhrase(page, album);
  await unlockFor(desk, reason);
  await reason.click();
  await sheet.getByText('Du, för att lösa in').first().waitFor();
  await album.add(page, { look: '06', readme: 'code' });
};

const wrongPhrase = async (page: Page, album: Album): Promise<void> => {
  const lock = page.getByRole('dialog', { name: 'Lås upp koder' });
  await lock.getByLabel('Lösenfras').fill('fel fras helt och');
  await lock.getByRole('button', { name: 'Lås upp', exact: true }).click();
  await lock.getByText(/^Frasen stämmer inte/).waitFor();
  await inTheDark(page, () => album.add(page, { look: '28' }));
};

const settingsScreens = async (desk: Desk, album: Album): Promise<void> => {
  await open(desk, '/settings', 'Inställningar');
  await album.add(desk.page, { look: '49' });
};

const inEnglish = async (desk: Desk, album: Album): Promise<void> => {
  const { page } = desk;
  await speak(desk, 'en');
  const screens: readonly (Shot & { address: string; heading: string; link?: RegExp })[] = [
    { look: '02-en', readme: 'deadlines-english', address: '/deadlines', heading: 'Deadlines' },
    { look: '22-en', address: '/credit', heading: 'Credit' },
    { look: '31-en', address: '/import', heading: 'Import' },
    { look: '49-en', address: '/settings', heading: 'Settings' },
  ];
  for (const { address, heading, ...shot } of screens) {
    await open(desk, address, heading);
    await album.add(page, shot);
  }
  await open(desk, '/more', 'More');
  await inTheDark(page, () => album.add(page, { look: '48' }));
  await open(desk, '/credit', 'Credit');
  await page.getByRole('link', { name: /4500218837/ }).click();
  await page.getByRole('heading', { name: 'Order steps' }).waitFor();
  await album.add(page, { look: '05-en' });
  await page.getByRole('link', { name: 'How this date was counted' }).click();
  await page.getByRole('dialog').waitFor();
  await inTheDark(page, () => album.add(page, { look: '23' }));
};
