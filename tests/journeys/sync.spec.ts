import { expect, test, type Page } from '@playwright/test';
import { axeFaults } from './axe-faults.ts';
import { button, readyOrderInApp } from './credit-orders.ts';
import { enterExample, heading } from './screens.ts';
import { serve, type Served } from './serve.ts';
import { storedRecords } from './stored-records.ts';
import { connectWorkspace, invite, joinAs, newProfile, type Profile } from './two-devices.ts';
import { seedWorkspace } from './workspace.ts';
import { tick } from './fingers.ts';

let served: Served;
test.beforeAll(async () => void (served = await serve()));
test.afterAll(() => served.stop());

/** Writes another institution into the open order, without network. */
const writeOffline = async ({ page, context }: Profile, institution: string): Promise<void> => {
  await button(page, 'Fler val').tap();
  await page.getByRole('menuitem', { name: 'Ändra uppgifter' }).tap();
  const field = page.getByLabel('Institutionens eller företagets namn');
  await expect(field).toHaveValue('Nordby kommun');
  await context.setOffline(true);
  await field.fill(institution);
  await button(page, 'Spara').tap();
  await expect(page.getByText('Ändringen är sparad')).toBeVisible();
};
/** Counts how often the browser is asked to keep what is here. */
const countAsked = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const counted = { asked: 0 };
    // Not on `navigator.storage` itself: WebKit makes that again after its garbage is collected.
    StorageManager.prototype.persist = () => Promise.resolve((counted.asked += 1) < 0);
    Object.assign(window, { counted });
  });
const asked = (page: Page): Promise<number> =>
  page.evaluate(() => (window as unknown as { counted: { asked: number } }).counted.asked);
/** What both devices must agree on of the order that is asked about. */
const orderOn = async (page: Page) => {
  const orders = await storedRecords(page, 'credit-order');
  const order = orders.find(({ data }) => data.orderNumber === '4500197752');
  return { data: order?.data, steps: order?.steps };
};
const question = (page: Page) => page.getByRole('link', { name: /Ni ändrade samma sak/ });

test('X8: a second device joins by link, and both keep one workspace in step', async ({
  browser,
}) => {
  const [sara, johan] = [await newProfile(browser), await newProfile(browser)];
  const phrase = await connectWorkspace(sara.page, served.url, served.setUpLink());
  const link = await invite(sara.page, phrase);
  expect(new URL(link).pathname).toBe('/join');
  expect(await axeFaults(sara.page)).toEqual([]);
  await countAsked(johan.page);
  await joinAs(johan.page, link, 'Johan Ek');
  expect(await asked(johan.page)).toBe(1);
  expect(johan.page.url()).not.toContain('invited');
  await expect(sara.page.getByText('Johan Ek', { exact: true })).toBeVisible();

  // A device has the name that its user gives it, everywhere.
  await button(sara.page, 'Byt namn på enheten').tap();
  const sheet = sara.page.getByRole('dialog', { name: 'Byt namn på enheten' });
  await sheet.getByLabel('Enhetens namn').fill(' iPad kontoret ');
  expect(await axeFaults(sara.page)).toEqual([]);
  await sheet.getByRole('button', { name: 'Spara' }).tap();
  await expect(sara.page.getByText('iPad kontoret', { exact: true })).toBeVisible();
  await johan.page.goto(`${served.url}/people`);
  await expect(johan.page.getByText('iPad kontoret', { exact: true })).toBeVisible();
  await johan.page.goto(`${served.url}/deadlines`);

  // A second tab writes, first beside the one that syncs, then alone: both orders are there on the
  // other device. Where the harness has one page to a device, the first goes on.
  const hasTabs = test.info().project.name !== 'webkit';
  const page = hasTabs ? await sara.context.newPage() : sara.page;
  const second = { ...sara, page };
  await readyOrderInApp(page, served.url, { number: '4500218837', amount: '25 000' });
  await expect(johan.page.getByRole('link', { name: /25.000.kr/ })).toBeVisible();
  if (hasTabs) await sara.page.close();
  await readyOrderInApp(page, served.url, { number: '4500197752', amount: '12 000' });
  await johan.page.getByRole('link', { name: /12.000.kr/ }).tap();

  // Both write one field without network: it is asked about, and one answer serves both.
  await expect(heading(johan.page, '12 000 kr')).toBeVisible();
  await writeOffline(second, 'Nordby skolor');
  await writeOffline(johan, 'Nordby bibliotek');
  for (const { context } of [sara, johan]) await context.setOffline(false);
  for (const device of [second, johan]) {
    await device.page.goto(`${served.url}/deadlines`);
    await expect(question(device.page)).toBeVisible();
  }
  await question(page).tap();
  await expect(page.getByText('var Nordby kommun')).toBeVisible();
  expect(await axeFaults(page)).toEqual([]);
  await tick(page.getByRole('radio', { name: /Nordby skolor.*Din ändring/ }));
  await button(page, 'Behåll Nordby skolor').tap();
  // Taken back it is asked again, and answered with something else.
  await button(page, 'Ångra').tap();
  await expect(question(page)).toBeVisible();
  // The other device has it open, too, by way of the order itself: once the answer and its undoing
  // have come there, and no row moves from under the finger any more.
  const undone = await orderOn(page);
  await expect.poll(() => orderOn(johan.page)).toEqual(undone);
  await expect(question(johan.page)).toBeVisible();
  await johan.page
    .getByRole('link', { name: /12.000.kr/ })
    .last()
    .tap();
  await johan.page.getByRole('link', { name: /^Ni ändrade samma sak: Institution/ }).tap();
  await expect(johan.page.getByRole('radio', { name: /gäller nu/ })).toHaveCount(1);
  await question(page).tap();
  await tick(page.getByRole('radio', { name: /^Något annat/ }));
  await page.getByRole('textbox', { name: 'Institution' }).fill('Nordby skolor och bibliotek');
  expect(await axeFaults(page)).toEqual([]);
  await button(page, 'Spara svaret').tap();
  // It says who answered there, and with what, and leads to the order.
  await expect(heading(johan.page, 'Frågan är besvarad')).toBeVisible();
  await expect(
    johan.page.getByText(/^Sara Lindholm · Svar på en fråga, de andra var Nordby/),
  ).toBeVisible();
  await expect(johan.page.getByText(/till Nordby skolor och bibliotek$/)).toBeAttached();
  expect(await axeFaults(johan.page)).toEqual([]);
  await johan.page.getByRole('link', { name: 'Visa posten' }).tap();
  await expect(heading(johan.page, '12 000 kr')).toBeVisible();
  await expect(
    johan.page.getByText(
      /^Svar på en fråga: Institution Nordby skolor och bibliotek \(de andra var/,
    ),
  ).toBeVisible();
  for (const device of [second, johan]) {
    await expect(question(device.page)).toBeHidden();
    const orders = await storedRecords(device.page, 'credit-order');
    const answered = orders.find(({ data }) => data.orderNumber === '4500197752');
    expect(answered?.data.institution).toBe('Nordby skolor och bibliotek');
    expect(JSON.stringify(answered)).toContain('"asked":["Nordby skolor","Nordby bibliotek"]');
  }

  // Johan is shut out, and comes back by a new link as who he was; the used one lets nobody in.
  await page.goto(`${served.url}/people`);
  await button(page, 'Stäng ute').tap();
  const asks = page.getByRole('dialog', { name: /^Stäng ute/ });
  await expect(asks.getByText(/^Johan Ek, insläppt av Sara Lindholm · sedd/)).toBeVisible();
  await expect(asks.getByText(/^Alla ser under Personer att du gjorde det/)).toBeVisible();
  await asks.getByRole('button', { name: 'Stäng ute' }).tap();
  await expect(page.getByText('Enheten är utestängd')).toBeVisible();
  // It says who did it and when, here and in the device's history, and the next step stays where
  // it can be pressed.
  const out = page.getByRole('region', { name: 'Utestängda' });
  await expect(out).toContainText(/Johan Ek · stängdes ute i dag .* av Sara Lindholm/);
  await expect(out.getByRole('link', { name: /^Byt nycklar/ })).toBeVisible();
  expect(await axeFaults(page)).toEqual([]);
  await out.getByRole('button', { name: /Johan Ek/ }).tap();
  const told = page.getByRole('dialog', { name: 'Historik' });
  await expect(told).toContainText('Utestängd');
  await expect(told).toContainText('Sara Lindholm');
  await page.keyboard.press('Escape');
  // What he sees says it once, what stays and what to do; nothing is offered there that needs the
  // server.
  await johan.page.goto(`${served.url}/people`);
  const says = johan.page.getByText('Servern släpper inte in enheten');
  await expect(says).toHaveCount(1);
  await expect(
    johan.page.getByText(/^En kollega kan ha stängt ute den\. Allt ligger kvar här/),
  ).toBeVisible();
  await expect(johan.page.getByRole('link', { name: 'Jag har en länk' })).toBeVisible();
  await expect(button(johan.page, 'Skapa en inbjudan')).toHaveCount(0);
  await expect(button(johan.page, 'Stäng ute')).toHaveCount(0);
  expect(await axeFaults(johan.page)).toEqual([]);
  await johan.page.goto(`${served.url}/deadlines`);
  // The strip comes above the rows; for a moment after it presses are let go (moved-page.ts), as a
  // finger on its way would be.
  await expect(says).toBeVisible();
  await johan.page.getByRole('link', { name: /25.000.kr/ }).tap();
  await expect(heading(johan.page, '25 000 kr')).toBeVisible();
  await writeOffline(johan, 'Nordby bibliotek');
  await johan.context.setOffline(false);
  await johan.page.goto(`${served.url}/people`);
  await expect(johan.page.getByText('1 ändring väntar.', { exact: true })).toBeVisible();
  await johan.page.goto(`${served.url}/safety`);
  await expect(says).toHaveCount(1);
  await expect(johan.page.getByText(/^En kollega kan ha stängt ute den/)).toHaveCount(1);
  await expect(button(johan.page, 'Synka nu')).toHaveCount(0);
  const again = await invite(page, phrase);
  await johan.page.goto(link);
  await button(johan.page, 'Gå med').tap();
  await expect(johan.page.getByText(/^Länken är redan använd eller har gått ut/)).toBeVisible();
  await johan.page.goto(again);
  await button(johan.page, 'Gå med').tap();
  await expect(heading(johan.page, 'Frister')).toBeVisible();
  await expect(page.getByText(/^Johan Ek, insläppt av Sara Lindholm · sedd/)).toBeVisible();
  await expect(out).toBeHidden();
});

test('X8: who cannot fetch the workspace may leave it @long', async ({ browser }) => {
  const [sara, johan] = [await newProfile(browser), await newProfile(browser)];
  await served.restart();
  const phrase = await connectWorkspace(sara.page, served.url, served.setUpLink());
  const link = await invite(sara.page, phrase);
  await johan.context.route('**/db/**', (route) => route.abort());
  await johan.page.goto(link);
  await button(johan.page, 'Gå med').tap();
  await expect(heading(johan.page, 'Hämtar arbetsplatsen')).toBeVisible();
  expect(johan.page.url()).not.toContain('invited');
  await button(johan.page, 'Avbryt').tap();
  const asks = johan.page.getByRole('dialog', { name: 'Sluta hämta arbetsplatsen?' });
  await expect(asks.getByText(/^Inbjudan är använd/)).toBeVisible();
  expect(await axeFaults(johan.page)).toEqual([]);
  await asks.getByRole('button', { name: 'Fortsätt hämta' }).tap();
  await expect(asks).toBeHidden();
  await expect(heading(johan.page, 'Hämtar arbetsplatsen')).toBeVisible();
  await button(johan.page, 'Avbryt').tap();
  await asks.getByRole('button', { name: 'Radera och sluta' }).tap();
  await expect(heading(johan.page, 'Vad sköter du om?')).toBeVisible();
  await johan.page.goto(`${served.url}/more`);
  await expect(heading(johan.page, 'Vad sköter du om?')).toBeVisible();
});

test('X8, X15: who joins from the example is asked before what was added there is erased @long', async ({
  browser,
}) => {
  const [sara, johan] = [await newProfile(browser), await newProfile(browser)];
  await served.restart();
  const phrase = await connectWorkspace(sara.page, served.url, served.setUpLink());
  const link = await invite(sara.page, phrase);
  await enterExample(johan.page, served.url);
  await johan.page.goto(`${served.url}/apps/new`);
  await johan.page.getByRole('textbox', { name: 'Namn' }).fill('Bildboken');
  await button(johan.page, 'Spara').tap();
  await expect(heading(johan.page, 'Bildboken')).toBeVisible();
  await johan.page.goto(link);
  await button(johan.page, 'Gå med').tap();
  const asks = johan.page.getByRole('dialog', { name: 'Det du lagt in raderas också' });
  await expect(asks.getByRole('term')).toHaveText(['Tillagda poster']);
  expect(await axeFaults(johan.page)).toEqual([]);
  await asks.getByRole('button', { name: 'Stanna kvar' }).tap();
  await expect(asks).toBeHidden();
  await button(johan.page, 'Gå med').tap();
  await asks.getByRole('button', { name: 'Radera och lämna' }).tap();
  await expect(heading(johan.page, 'Vem är du?')).toBeVisible();
});

test('X8: a server offers itself by its code, and a link from elsewhere leads to the one it names @long', async ({
  browser,
}) => {
  const [sara, johan] = [await newProfile(browser), await newProfile(browser)];
  const elsewhere = await serve();
  await served.restart();
  const { phrase } = await seedWorkspace(sara.page, served.url);
  await sara.page.goto(`${served.url}/people`);
  await expect(sara.page.getByText('Den här servern kan synka er arbetsplats')).toBeVisible();
  expect(await axeFaults(sara.page)).toEqual([]);
  await sara.page.getByLabel('Länk eller kod').fill(served.setUpLink().split('#set-up.')[1] ?? '');
  await button(sara.page, 'Fortsätt').tap();
  await button(sara.page, 'Koppla').tap();
  await expect(heading(sara.page, 'Personer')).toBeVisible();
  await johan.page.goto(`${served.url}/join`);
  await expect(johan.page.getByText(/Be någon som är med om en inbjudan/)).toBeVisible();
  // The app's policy knows this computer by its name.
  const link = (await invite(sara.page, phrase)).replace('127.0.0.1', 'localhost');
  await johan.page.goto(`${elsewhere.url}/join`);
  await johan.page.getByLabel('Länk').fill(link);
  await button(johan.page, 'Fortsätt').tap();
  await expect(
    johan.page.getByText(`Arbetsplatsen ligger på ${new URL(link).host}.`),
  ).toBeVisible();
  await button(johan.page, 'Gå med').tap();
  await johan.page.getByLabel('Ditt namn').fill('Johan Ek');
  await button(johan.page, 'Klar').tap();
  await expect(heading(johan.page, 'Frister')).toBeVisible();
  await expect(sara.page.getByText('Johan Ek', { exact: true })).toBeVisible();
  await elsewhere.stop();
});
