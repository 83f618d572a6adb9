import type { Page } from 'playwright';
import { SIZES, type Album } from './album.ts';
import { open, title, turnTo, unlockFor, type Desk } from './desk.ts';
import { firstStart } from './first-start.ts';
import { TODAY } from './seed.ts';

// Two devices of one workspace: how the second one joins, who is there, and the question when both
// changed the same thing.

/** A device of someone, and the browser profile that it is. */
export type Device = Desk & { readonly offline: (isOffline: boolean) => Promise<void> };

const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click();

/**
 * The screens of a workspace that two keep in step; `setUpLink` is the one that the server printed.
 */
export const twoDevices = async (
  { sara, johan }: { readonly sara: Device; readonly johan: Device },
  setUpLink: string,
  album: Album,
): Promise<void> => {
  for (const { page } of [sara, johan]) await turnTo(page, TODAY, '07:02');
  await firstStart(sara, { ...album, add: async () => undefined });
  await order(sara);
  await connect(sara, setUpLink, album);
  await join(johan, await invite(sara, album), album);
  for (const { page } of [sara, johan]) await turnTo(page, TODAY, '07:31');
  await changeBoth(sara, johan);
  for (const { page } of [sara, johan]) await turnTo(page, TODAY);
  await open(sara, '/deadlines', 'Frister');
  await sara.page.getByRole('link', { name: /Ni ändrade samma sak/ }).waitFor();
  await both(sara, album, '02-question');
  await sara.page.getByRole('link', { name: /Ni ändrade samma sak/ }).click();
  await title(sara.page, 'Ni ändrade samma sak').waitFor();
  await both(sara, album, '16', 'question');
  await show(sara, '/people', 'Personer', album, '47-people');
  await show(sara, '/safety', 'Synk och säkerhet', album, '17', 'safety');
  await show(sara, '/more', 'Mer', album, '48-connected');
};

/** The number of a screen, and its name where it is shown in the README. */
type Names = readonly [look: string, readme?: string];

const both = async (desk: Desk, album: Album, look: string, readme?: string): Promise<void> => {
  await album.add(desk.page, readme === undefined ? { look } : { look, readme });
  await desk.resize(SIZES.tablet);
  await album.add(desk.page, { look: `${look}-tablet` });
  await desk.resize(SIZES.phone);
};

const show = async (
  desk: Desk,
  address: string,
  heading: string,
  album: Album,
  ...names: Names
): Promise<void> => {
  await open(desk, address, heading);
  await desk.page.waitForLoadState('networkidle').catch(() => undefined);
  await both(desk, album, ...names);
};

const order = async (desk: Desk): Promise<void> => {
  const { page } = desk;
  await open(desk, '/credit/new', 'Ny order');
  for (const [label, value] of [
    ['Kreditvärde', '25 000'],
    ['Institutionens eller företagets namn', 'Nordby kommun'],
    ['Innehållsköpare', 'Sara Lindholm'],
    ['Innehållsköparens Apple-ID', 'innehall@nordby.example'],
    ['Ordernummer', '4500218837'],
  ] as const)
    await page.getByLabel(label, { exact: true }).fill(value);
  await press(page, 'Spara som beställd');
  await title(page, /25\s000/).waitFor();
};

const connect = async ({ page }: Desk, setUpLink: string, album: Album): Promise<void> => {
  await page.goto(setUpLink);
  await title(page, 'Koppla arbetsplatsen till servern').waitFor();
  await album.add(page, { look: '47-connect' });
  await press(page, 'Koppla');
  await title(page, 'Personer').waitFor();
};

/** Makes an invitation; answers its link. */
const invite = async (desk: Desk, album: Album): Promise<string> => {
  const { page } = desk;
  await press(page, 'Skapa en inbjudan');
  await unlockFor(desk, page.getByRole('img', { name: 'QR-kod med inbjudan' }));
  await press(page, 'Kopiera länken');
  await page.getByText('Länken är kopierad').waitFor();
  await page.getByText('Länken är kopierad').waitFor({ state: 'hidden' });
  await both(desk, album, '47', 'invitation');
  return page.evaluate(() => navigator.clipboard.readText());
};

const join = async ({ page, ...desk }: Desk, link: string, album: Album): Promise<void> => {
  await page.goto(link);
  await title(page, 'Gå med i Nordby IT').waitFor();
  await both({ page, ...desk }, album, '47-join');
  await press(page, 'Gå med');
  await title(page, 'Vem är du?').waitFor();
  await page.getByLabel('Ditt namn').fill('Johan Ek');
  await both({ page, ...desk }, album, '47-who');
  await press(page, 'Klar');
  await title(page, 'Frister').waitFor();
};

/** Each writes another institution into the order offline. */
const changeBoth = async (...devices: readonly Device[]): Promise<void> => {
  for (const [at, desk] of devices.entries()) {
    const { page } = desk;
    await open(desk, '/credit', 'Kredit');
    await page.getByRole('link', { name: /4500218837/ }).click();
    await press(page, 'Fler val');
    await page.getByRole('menuitem', { name: 'Ändra uppgifter' }).click();
    await page.getByLabel('Institutionens eller företagets namn').waitFor();
    await desk.offline(true);
    await page
      .getByLabel('Institutionens eller företagets namn')
      .fill(['Nordby skolor', 'Nordby bibliotek'][at] ?? '');
    await press(page, 'Spara');
    await page.getByText('Ändringen är sparad').waitFor();
  }
  for (const { offline } of devices) await offline(false);
};
