import { expect, test, type Page } from '@playwright/test';
import { axeFaults } from './axe-faults.ts';
import { button, readyOrderInApp } from './credit-orders.ts';
import { enterExample, heading } from './screens.ts';
import { serve, type Served } from './serve.ts';
import { storedRecords } from './stored-records.ts';
import { newProfile } from './two-devices.ts';
import { seedWorkspace } from './workspace.ts';
import { tick } from './fingers.ts';

const ADMIN = { ADMIN_USER: 'åsa', ADMIN_PASSWORD: 'räksmörgås: på couch' };

// The server speaks CouchDB under /db/ to whoever has a name and a password: nothing of its own
// doors is used here.
let served: Served;
test.beforeAll(async () => void (served = await serve(undefined, ADMIN)));
test.afterAll(() => served.stop());

/** What is typed, with what differs. */
type Typed = { readonly address?: string; readonly database?: string; readonly password?: string };

const type = async (page: Page, typed: Typed = {}): Promise<void> => {
  await page.getByLabel('Adress').fill(typed.address ?? `${served.url}/db`);
  await page.getByLabel('Databas').fill(typed.database ?? 'nordby');
  await page.getByLabel('Användare').fill(ADMIN.ADMIN_USER);
  await page.getByLabel('Lösenord', { exact: true }).fill(typed.password ?? ADMIN.ADMIN_PASSWORD);
};

/** Everything that a page logs or asks for, and its addresses: the password must not be there. */
const listen = (page: Page): string[] => {
  const heard: string[] = [];
  page.on('console', (message) => heard.push(message.text()));
  page.on('request', (request) => heard.push(decodeURIComponent(request.url())));
  page.on('framenavigated', (frame) => heard.push(decodeURIComponent(frame.url())));
  return heard;
};

test('X8: a workspace is connected to any CouchDB, a second device comes in by address and passphrase @long', async ({
  browser,
}) => {
  const [sara, johan] = [await newProfile(browser), await newProfile(browser)];
  const heard = [listen(sara.page), listen(johan.page)];
  const { phrase } = await seedWorkspace(sara.page, served.url);

  // Each fault has its own sentence.
  await sara.page.goto(`${served.url}/people`);
  await sara.page.getByRole('link', { name: 'En egen CouchDB' }).tap();
  await expect(heading(sara.page, 'En egen CouchDB')).toBeVisible();
  expect(await axeFaults(sara.page)).toEqual([]);
  const alert = sara.page.getByRole('alert');
  await type(sara.page, { address: 'http://couch.nordby.example' });
  await button(sara.page, 'Koppla').tap();
  await expect(alert).toContainText('måste börja med https://');
  await type(sara.page, { address: 'localhost:1' });
  await button(sara.page, 'Koppla').tap();
  await expect(alert).toContainText('CORS');
  await expect(sara.page.getByText(`origins = ${served.url}`)).toBeVisible();
  expect(await axeFaults(sara.page)).toEqual([]);
  await type(sara.page, { address: served.url });
  await button(sara.page, 'Koppla').tap();
  await expect(alert).toContainText('något annat än CouchDB');
  await type(sara.page, { password: 'fel' });
  await button(sara.page, 'Koppla').tap();
  await expect(alert).toContainText('Fel användare eller lösenord');
  await type(sara.page);
  await button(sara.page, 'Koppla').tap();
  await expect(heading(sara.page, 'Personer')).toBeVisible();
  await expect(sara.page.getByText('Arbetsplatsen ligger i en CouchDB')).toBeVisible();
  await expect(button(sara.page, 'Skapa en inbjudan')).toHaveCount(0);
  expect(await axeFaults(sara.page)).toEqual([]);
  await readyOrderInApp(sara.page, served.url, { number: '4500218837', amount: '25 000' });

  // A wrong passphrase waits as at the vault; the right one opens what is there.
  await johan.page.goto(`${served.url}/join`);
  await johan.page.getByRole('link', { name: /^En egen CouchDB/ }).tap();
  await type(johan.page, { database: 'nordbi' });
  await button(johan.page, 'Fortsätt').tap();
  await expect(johan.page.getByRole('alert')).toContainText('Databasen finns inte');
  await type(johan.page);
  await button(johan.page, 'Fortsätt').tap();
  await expect(heading(johan.page, 'Öppna arbetsplatsen')).toBeVisible();
  expect(await axeFaults(johan.page)).toEqual([]);
  const secret = johan.page.getByLabel('Lösenfras', { exact: true });
  await secret.fill('sju sjösjuka sjömän skeppar');
  await button(johan.page, 'Lås upp').tap();
  await expect(johan.page.getByText('Försök 1')).toBeVisible();
  await secret.fill(phrase);
  await button(johan.page, 'Lås upp').tap();
  await expect(heading(johan.page, 'Vem är du?')).toBeVisible();
  await johan.page.getByLabel('Ditt namn').fill('Johan Ek');
  await button(johan.page, 'Klar').tap();
  await expect(heading(johan.page, 'Frister')).toBeVisible();
  await expect(johan.page.getByRole('link', { name: /25.000.kr/ })).toBeVisible();
  await readyOrderInApp(johan.page, served.url, { number: '4500197752', amount: '12 000' });
  await sara.page.goto(`${served.url}/deadlines`);
  await expect(sara.page.getByRole('link', { name: /12.000.kr/ })).toBeVisible();
  // He came in by the passphrase, so he opens codes.
  await sara.page.goto(`${served.url}/people`);
  await expect(sara.page.getByRole('button', { name: /^Johan Ek/ })).toContainText('Öppnar koder');

  // Another workspace is never mixed with it.
  const other = await newProfile(browser);
  await seedWorkspace(other.page, served.url);
  await other.page.goto(`${served.url}/join?couch`);
  await type(other.page);
  await button(other.page, 'Koppla').tap();
  await expect(other.page.getByRole('alert')).toContainText('ligger en annan arbetsplats');
  for (const text of heard.flat()) expect(text).not.toContain(ADMIN.ADMIN_PASSWORD);
});

test('X8, X15: who comes in by a CouchDB from the example is asked before what was added there is erased @long', async ({
  browser,
}) => {
  const [sara, johan] = [await newProfile(browser), await newProfile(browser)];
  const { phrase } = await seedWorkspace(sara.page, served.url);
  await sara.page.goto(`${served.url}/join?couch`);
  await type(sara.page, { database: 'ekeby' });
  await button(sara.page, 'Koppla').tap();
  await expect(heading(sara.page, 'Personer')).toBeVisible();

  await enterExample(johan.page, served.url);
  await johan.page.goto(`${served.url}/apps/new`);
  await johan.page.getByRole('textbox', { name: 'Namn' }).fill('Bildboken');
  await button(johan.page, 'Spara').tap();
  await expect(heading(johan.page, 'Bildboken')).toBeVisible();
  await johan.page.goto(`${served.url}/join?couch`);
  await type(johan.page, { database: 'ekeby' });
  const open = async (): Promise<void> => {
    await button(johan.page, 'Fortsätt').tap();
    await johan.page.getByLabel('Lösenfras', { exact: true }).fill(phrase);
    await button(johan.page, 'Lås upp').tap();
  };
  await open();
  const asks = johan.page.getByRole('dialog', { name: 'Det du lagt in raderas också' });
  await expect(asks.getByRole('term')).toHaveText(['Tillagda poster']);
  expect(await axeFaults(johan.page)).toEqual([]);
  await asks.getByRole('button', { name: 'Stanna kvar' }).tap();
  await expect(asks).toBeHidden();
  // What was typed is there, and so is the example.
  await expect(johan.page.getByLabel('Databas')).toHaveValue('ekeby');
  expect((await storedRecords(johan.page, 'volume-app')).map(({ data }) => data.name)).toContain(
    'Bildboken',
  );
  await open();
  await asks.getByRole('button', { name: 'Radera och lämna' }).tap();
  await expect(heading(johan.page, 'Vem är du?')).toBeVisible();
});

test('X8: a password that was changed is reported, what is written waits, and goes out with the new one @long', async ({
  browser,
}) => {
  const [sara, johan] = [await newProfile(browser), await newProfile(browser)];
  const { phrase } = await seedWorkspace(sara.page, served.url);
  await sara.page.goto(`${served.url}/join?couch`);
  await type(sara.page, { database: 'byter' });
  await button(sara.page, 'Koppla').tap();
  await expect(sara.page.getByText('Arbetsplatsen ligger i en CouchDB')).toBeVisible();
  await sara.page.goto(`${served.url}/safety`);
  await expect(sara.page.getByText(/^Senast synkad/)).toBeVisible();

  await served.restartOn(served.data(), undefined, {
    ...ADMIN,
    ADMIN_PASSWORD: 'ett nytt lösenord',
  });
  await readyOrderInApp(sara.page, served.url, { number: '4500218837', amount: '25 000' });
  await sara.page.goto(`${served.url}/safety`);
  await expect(sara.page.getByText('CouchDB släpper inte in användaren')).toBeVisible();
  await expect(sara.page.getByText(/ändring(ar)? väntar/)).toBeVisible();
  expect(await axeFaults(sara.page)).toEqual([]);
  const password = sara.page.getByLabel('Lösenord', { exact: true });
  await password.fill('fel igen');
  await button(sara.page, 'Spara och synka').tap();
  await expect(sara.page.getByText('Fel användare eller lösenord. Skriv dem igen.')).toBeVisible();
  await password.fill('ett nytt lösenord');
  await button(sara.page, 'Spara och synka').tap();
  await expect(sara.page.getByText('Allt är sparat här')).toBeVisible();
  await expect(password).toHaveCount(0);

  // Another device sees what waited.
  await johan.page.goto(`${served.url}/join?couch`);
  await type(johan.page, { database: 'byter', password: 'ett nytt lösenord' });
  await button(johan.page, 'Fortsätt').tap();
  await johan.page.getByLabel('Lösenfras', { exact: true }).fill(phrase);
  await button(johan.page, 'Lås upp').tap();
  await tick(johan.page.getByRole('radio', { name: 'Sara Lindholm' }));
  await button(johan.page, 'Klar').tap();
  await expect(johan.page.getByRole('link', { name: /25.000.kr/ })).toBeVisible();
});
