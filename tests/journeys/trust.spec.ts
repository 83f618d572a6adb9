import { expect, test, type Page } from '@playwright/test';
import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { axeFaults } from './axe-faults.ts';
import { button, readyOrderInApp } from './credit-orders.ts';
import { chooseFile, unlock } from './import-steps.ts';
import { heading } from './screens.ts';
import { serve, type Served } from './serve.ts';
import { storedRecords } from './stored-records.ts';
import { connectWorkspace, invite, joinAs, newProfile, type Profile } from './two-devices.ts';
import { answeredByWorker } from './worker.ts';
import { checkKit } from './workspace.ts';
import { tick } from './fingers.ts';

// With its worker, as it is used: the devices work on without network.
test.use({ serviceWorkers: 'allow' });

let served: Served;
test.beforeAll(async () => void (served = await serve()));
test.afterAll(() => served.stop());

const NUMBER = '4500218837';

/** A copy of all that the server has on its disk at this moment. */
const copyOfServer = async (): Promise<string> => {
  const copy = mkdtempSync(join(tmpdir(), 'volym-copy-'));
  // Whole: a store that is written to while it is copied is not a copy.
  await served.stop();
  cpSync(served.data(), copy, { recursive: true });
  await served.restartOn(served.data());
  return copy;
};

const openOrder = async (page: Page): Promise<void> => {
  await page.goto(`${served.url}/credit`);
  await page.getByRole('link', { name: new RegExp(NUMBER) }).tap();
  await expect(heading(page, '25 000 kr')).toBeVisible();
};
const fromMenu = async (page: Page, item: string): Promise<void> => {
  await button(page, 'Fler val').tap();
  await page.getByRole('menuitem', { name: item }).tap();
};
const edit = async (page: Page, label: string, value: string): Promise<void> => {
  await fromMenu(page, 'Ändra uppgifter');
  await page.getByLabel(label, { exact: true }).fill(value);
  await button(page, 'Spara').tap();
  await expect(page.getByText('Ändringen är sparad')).toBeVisible();
};
const institution = 'Institutionens eller företagets namn';

const offline = async (devices: readonly Profile[], isOffline: boolean): Promise<void> => {
  for (const { context } of devices) await context.setOffline(isOffline);
};
const question = (page: Page) =>
  page.getByRole('link', { name: /Ni ändrade samma sak|Borttagen och ändrad/ });

/** Answers the one question there is, on home. */
const answer = async (page: Page, choice: RegExp, keep: string): Promise<void> => {
  await page.goto(`${served.url}/deadlines`);
  await question(page).tap();
  await tick(page.getByRole('radio', { name: choice }));
  await button(page, keep).tap();
  await expect(question(page)).toBeHidden();
};

/** The order as a device has it. */
const orderOn = async (page: Page) =>
  (await storedRecords(page, 'credit-order')).find(({ data }) => data.orderNumber === NUMBER);
const institutionOn = async (page: Page): Promise<unknown> =>
  (await orderOn(page))?.data.institution;

const download = async (page: Page): Promise<string> => {
  // Nobody could answer the browser's own question where to save.
  await page.addInitScript(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));
  await page.goto(`${served.url}/safety/backup`);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    button(page, 'Säkerhetskopiera').tap(),
  ]);
  await expect(page.getByText('Säkerhetskopian är provad. Enheten sparar den.')).toBeVisible();
  return file.path();
};

test('X8: journey: trust @long', async ({ browser }) => {
  // Four devices and half a dozen unlockings: a minute of a quiet machine.
  test.setTimeout(360_000);
  const [sara, johan] = [await newProfile(browser), await newProfile(browser)];
  const phrase = await connectWorkspace(sara.page, served.url, served.setUpLink());
  await joinAs(johan.page, await invite(sara.page, phrase), 'Johan Ek');
  await readyOrderInApp(sara.page, served.url, { number: NUMBER, amount: '25 000' });
  await expect(johan.page.getByRole('link', { name: /25.000.kr/ })).toBeVisible();
  for (const { page } of [sara, johan]) await answeredByWorker(page);
  const older = await copyOfServer();

  // The same field on both without network: one question, one answer, and the history tells of all
  // three values.
  for (const { page } of [sara, johan]) await openOrder(page);
  await offline([sara, johan], true);
  await edit(sara.page, institution, 'Nordby skolor');
  await edit(johan.page, institution, 'Nordby bibliotek');
  const strip = johan.page.getByRole('complementary', { name: 'Utan nät. 1 ändring väntar.' });
  await expect(strip).toBeVisible();
  await offline([sara, johan], false);
  await expect(strip).toBeHidden();
  await answer(sara.page, /Nordby bibliotek.*Johan Eks ändring/, 'Behåll Nordby bibliotek');
  for (const { page } of [sara, johan])
    await expect.poll(() => institutionOn(page)).toBe('Nordby bibliotek');
  await openOrder(johan.page);
  await fromMenu(johan.page, 'Historik');
  const history = johan.page.getByRole('dialog', { name: 'Historik' });
  for (const value of ['Nordby kommun', 'Nordby skolor', 'Nordby bibliotek'])
    await expect(history.getByText(value).first()).toBeAttached();
  await johan.page.keyboard.press('Escape');

  // One throws it away, the other goes on with it: nothing is lost.
  await openOrder(sara.page);
  await offline([sara, johan], true);
  await fromMenu(johan.page, 'Lägg i papperskorgen');
  await edit(sara.page, 'Inköpsordernummer', 'PO-2026-7');
  await offline([sara, johan], false);
  await johan.page.goto(`${served.url}/deadlines`);
  await question(johan.page).tap();
  await expect(
    johan.page.getByText(
      /^Du tog bort den .* Sara Lindholm ändrade den .* Ändrat: Inköpsordernummer PO-2026-7\.$/,
    ),
  ).toBeVisible();
  expect(await axeFaults(johan.page)).toEqual([]);
  await answer(johan.page, /Kvar/, 'Behåll den');
  for (const { page } of [sara, johan])
    await expect
      .poll(async () => orderOn(page))
      .toMatchObject({ trashedOn: '', clashes: [], data: { purchaseOrderNumber: 'PO-2026-7' } });

  // The server is put back to before all of this: everything is there again, for a device that only
  // now comes in, too.
  await served.restartOn(older);
  await sara.page.goto(`${served.url}/people`);
  const eva = await newProfile(browser);
  await joinAs(eva.page, await invite(sara.page, phrase), 'Eva Berg');
  await expect
    .poll(() => orderOn(eva.page), { timeout: 30_000 })
    .toMatchObject({ data: { institution: 'Nordby bibliotek', purchaseOrderNumber: 'PO-2026-7' } });

  // A device is lost: it is shut out, its codes are locked, and it reads nothing of what comes.
  await johan.page.goto(`${served.url}/vault`);
  await button(johan.page, 'Lås upp').tap();
  await unlock(johan.page, phrase);
  await expect(johan.page.getByText('Koder och token är upplåsta', { exact: true })).toBeVisible();
  await sara.page.goto(`${served.url}/people`);
  // His is the first after her own.
  await button(sara.page, 'Stäng ute').first().tap();
  await sara.page.getByRole('dialog').getByRole('button', { name: 'Stäng ute' }).tap();
  await expect(sara.page.getByText('Enheten är utestängd')).toBeVisible();
  await expect(johan.page.getByText('Koder och token är låsta', { exact: true })).toBeVisible();
  await sara.page.goto(`${served.url}/vault/keys`);
  await sara.page.getByLabel('Lösenfras').fill(phrase);
  await button(sara.page, 'Fortsätt').tap();
  // A new phrase is suggested: whoever has the device may have heard the old one.
  await expect(sara.page.getByRole('radio', { name: 'Ny', exact: true })).toBeChecked();
  await expect(sara.page.getByText(/Med en ny fras öppnar den gamla inget nytt/)).toBeVisible();
  await tick(sara.page.getByRole('radio', { name: 'Behåll' }));
  await button(sara.page, 'Fortsätt').tap();
  const kit = await checkKit(sara.page);
  await expect(heading(sara.page, 'Nycklarna är bytta')).toBeVisible();
  await openOrder(sara.page);
  await edit(sara.page, institution, 'Nordby gymnasium');
  await eva.page.goto(`${served.url}/safety`);
  await expect(eva.page.getByText('Nycklarna är bytta')).toBeVisible();
  expect(await axeFaults(eva.page)).toEqual([]);
  await button(eva.page, 'Skriv lösenfrasen').tap();
  await unlock(eva.page, phrase);
  await expect.poll(() => institutionOn(eva.page)).toBe('Nordby gymnasium');
  await expect(eva.page.getByText('Nycklarna är bytta')).toBeHidden();
  await johan.page.goto(`${served.url}/safety`);
  await expect(johan.page.getByText('Servern släpper inte in enheten').first()).toBeVisible();
  expect(await institutionOn(johan.page)).toBe('Nordby bibliotek');

  // The file and the new paper alone give all of it back.
  const file = await download(sara.page);
  const before = await storedRecords(sara.page);
  const fresh = (await newProfile(browser)).page;
  await fresh.goto(`${served.url}/restore`);
  await chooseFile(fresh, file);
  await fresh.getByRole('button', { name: /återställningskit/i }).tap();
  await fresh.getByRole('textbox').fill(kit);
  await button(fresh, 'Lås upp').tap();
  await button(fresh, 'Fortsätt').tap();
  await tick(fresh.getByRole('radio', { name: 'Sara Lindholm' }));
  await button(fresh, 'Klar').tap();
  await expect(heading(fresh, 'Frister')).toBeVisible();
  const ids = (records: readonly { id: string }[]): string[] => records.map(({ id }) => id).sort();
  expect(ids(await storedRecords(fresh))).toEqual(ids(before));
  expect(await institutionOn(fresh)).toBe('Nordby gymnasium');
});
